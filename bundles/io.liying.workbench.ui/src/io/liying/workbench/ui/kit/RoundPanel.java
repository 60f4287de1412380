package io.liying.workbench.ui.kit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** A field with round corners around other widgets; its border takes the brand's colour while one of them has the focus. */
public final class RoundPanel extends Composite {

    private static final int ARC = 24;

    private final Look look;

    public RoundPanel(Composite parent, Look look) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.look = look;
        setBackground(look.color(look.palette().surface()));
        addListener(SWT.Paint, event -> paint(event.gc));
    }

    /** Repaints the border when a widget inside gets or loses the focus. */
    public void follow(Control inside) {
        inside.addListener(SWT.FocusIn, event -> redraw());
        inside.addListener(SWT.FocusOut, event -> redraw());
    }

    private void paint(GC gc) {
        Point size = getSize();
        gc.setBackground(getParent().getBackground());
        gc.fillRectangle(0, 0, size.x, size.y);
        gc.setAntialias(SWT.ON);
        gc.setBackground(getBackground());
        gc.fillRoundRectangle(0, 0, size.x - 1, size.y - 1, ARC, ARC);
        gc.setForeground(look.color(
                hasFocusInside() ? look.palette().accent() : look.palette().line()));
        gc.drawRoundRectangle(0, 0, size.x - 1, size.y - 1, ARC, ARC);
    }

    private boolean hasFocusInside() {
        Control focus = getDisplay().getFocusControl();
        while (focus != null && focus != this) {
            focus = focus.getParent();
        }
        return focus == this;
    }
}
