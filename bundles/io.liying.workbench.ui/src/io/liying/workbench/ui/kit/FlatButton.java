package io.liying.workbench.ui.kit;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** A button without bevels: an icon, a word, or both. Tells {@link SWT#Selection} listeners when it is pressed. */
public final class FlatButton extends Canvas {

    private static final int ICON = 18;
    private static final int GAP = 8;

    /** How loud the button is. */
    public enum Kind {
        /** Only its icon, until the mouse is over it. */
        GHOST,
        /** On a tint. */
        TONAL,
        /** In the brand's colour. */
        FILLED
    }

    private final Look look;
    private final Kind kind;
    private final Optional<Icon> icon;
    private final String label;
    private boolean hover;
    private boolean pressed;

    /** A button that shows an icon; its name is shown as a tooltip. */
    public FlatButton(Composite parent, Look look, Kind kind, Icon icon, String name) {
        this(parent, look, kind, Optional.of(icon), "", name);
    }

    /** A button with a word, and with an icon before it if there is one. */
    public FlatButton(Composite parent, Look look, Kind kind, Optional<Icon> icon, String label) {
        this(parent, look, kind, icon, label, label);
    }

    private FlatButton(Composite parent, Look look, Kind kind, Optional<Icon> icon, String label, String name) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.look = look;
        this.kind = kind;
        this.icon = icon;
        this.label = label;
        setBackground(parent.getBackground());
        setCursor(getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        setFont(look.body());
        if (label.isEmpty()) {
            setToolTipText(name);
        }
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.MouseEnter, event -> hover(true));
        addListener(SWT.MouseExit, event -> hover(false));
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        addListener(SWT.MouseDown, event -> press(event.button == 1));
        addListener(SWT.MouseUp, this::release);
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
        describe(name);
    }

    private void describe(String name) {
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name;
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
        pressed &= over;
        redraw();
    }

    private void press(boolean down) {
        pressed = down;
        redraw();
    }

    private void release(Event event) {
        boolean fire = pressed && getClientArea().contains(event.x, event.y);
        press(false);
        if (fire) {
            notifyListeners(SWT.Selection, new Event());
        }
    }

    private void key(Event event) {
        if (event.character == ' ' || event.character == SWT.CR) {
            notifyListeners(SWT.Selection, new Event());
        }
    }

    @Override
    public void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        redraw();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        int height = 34;
        int width = 34;
        if (!label.isEmpty()) {
            GC gc = new GC(this);
            Point extent = gc.textExtent(label);
            gc.dispose();
            width = extent.x + 28 + (icon.isPresent() ? ICON + GAP : 0);
            height = Math.max(height, extent.y + 14);
        }
        return new Point(widthHint == SWT.DEFAULT ? width : widthHint, heightHint == SWT.DEFAULT ? height : heightHint);
    }

    private void paint(GC gc) {
        Palette palette = look.palette();
        Point size = getSize();
        gc.setBackground(getParent().getBackground());
        gc.fillRectangle(0, 0, size.x, size.y);
        gc.setAntialias(SWT.ON);
        int back = switch (kind) {
            case GHOST -> palette.hover();
            case TONAL -> palette.accentSoft();
            case FILLED -> isEnabled() ? palette.accent() : palette.track();
        };
        if (kind != Kind.GHOST || hover) {
            gc.setAlpha(pressed ? 180 : hover && kind != Kind.GHOST ? 220 : 255);
            gc.setBackground(look.color(back));
            int arc = label.isEmpty() && kind == Kind.FILLED ? size.y : 18;
            gc.fillRoundRectangle(0, 0, size.x, size.y, arc, arc);
            gc.setAlpha(255);
        }
        Color front = look.color(
                switch (kind) {
                    case GHOST -> isEnabled() ? palette.muted() : palette.faint();
                    case TONAL -> palette.accentText();
                    case FILLED -> isEnabled() ? palette.onAccent() : palette.faint();
                });
        if (isFocusControl()) {
            gc.setForeground(look.color(palette.accent()));
            gc.setLineWidth(1);
            gc.drawRoundRectangle(0, 0, size.x - 1, size.y - 1, 18, 18);
        }
        content(gc, front, size);
    }

    private void content(GC gc, Color front, Point size) {
        gc.setFont(getFont());
        Point extent = label.isEmpty() ? new Point(0, 0) : gc.textExtent(label);
        int width = extent.x + (icon.isPresent() ? ICON : 0) + (icon.isPresent() && !label.isEmpty() ? GAP : 0);
        int x = (size.x - width) / 2;
        if (icon.isPresent()) {
            icon.get().draw(gc, front, x, (size.y - ICON) / 2, ICON);
            x += ICON + GAP;
        }
        gc.setForeground(front);
        gc.drawText(label, x, (size.y - extent.y) / 2, true);
    }
}
