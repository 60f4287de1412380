package io.liying.conversation.ui;

import io.liying.conversation.ui.model.Suggestion;
import io.liying.workbench.ui.kit.Look;
import io.liying.workbench.ui.kit.Palette;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** One thing to try; pressing it says it. */
final class SuggestionCard extends Canvas {

    private static final int WIDTH = 280;
    private static final int PAD = 14;

    private final Look look;
    private final Suggestion suggestion;
    private boolean hover;

    SuggestionCard(Composite parent, Look look, Suggestion suggestion) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.look = look;
        this.suggestion = suggestion;
        setBackground(parent.getBackground());
        setCursor(getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseEnter, event -> hover(true));
        addListener(SWT.MouseExit, event -> hover(false));
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        addListener(SWT.MouseUp, event -> press(event.button == 1));
        addListener(SWT.KeyDown, event -> press(event.character == SWT.CR || event.character == ' '));
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = suggestion.skill() + ": " + suggestion.phrase();
            }
        });
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_PUSHBUTTON;
            }
        });
    }

    private void hover(boolean over) {
        hover = over;
        redraw();
    }

    private void press(boolean really) {
        if (really) {
            notifyListeners(SWT.Selection, new Event());
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        GC gc = new GC(this);
        gc.setFont(look.smallBold());
        int height = gc.textExtent(suggestion.skill()).y;
        gc.setFont(look.body());
        height += gc.textExtent(suggestion.phrase()).y;
        gc.dispose();
        return new Point(WIDTH, height + 2 * PAD + 2);
    }

    private void paint(GC gc) {
        Palette palette = look.palette();
        Point size = getSize();
        gc.setAntialias(SWT.ON);
        gc.setBackground(look.color(hover ? palette.accentSoft() : palette.surface()));
        gc.fillRoundRectangle(0, 0, size.x - 1, size.y - 1, 24, 24);
        gc.setForeground(look.color(hover || isFocusControl() ? palette.accent() : palette.line()));
        gc.setLineWidth(1);
        gc.drawRoundRectangle(0, 0, size.x - 1, size.y - 1, 24, 24);
        gc.setFont(look.smallBold());
        gc.setForeground(look.color(palette.accentText()));
        gc.drawText(suggestion.skill(), PAD, PAD, true);
        int y = PAD + gc.textExtent(suggestion.skill()).y + 2;
        gc.setFont(look.body());
        gc.setForeground(look.color(palette.text()));
        gc.drawText(SessionsCanvas.cut(gc, suggestion.phrase(), size.x - 2 * PAD), PAD, y, true);
    }
}
