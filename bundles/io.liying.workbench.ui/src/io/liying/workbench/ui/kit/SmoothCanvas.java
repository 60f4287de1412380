package io.liying.workbench.ui.kit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;

/** A drawn surface that is higher than its window and glides when the wheel or a key scrolls it. */
public abstract class SmoothCanvas extends Canvas {

    private static final int FRAME_MILLIS = 12;
    private static final int LINE = 32;

    private int height;
    private int page;
    private int origin;
    private int target;
    private boolean gliding;

    protected SmoothCanvas(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.NO_BACKGROUND);
        bar().addListener(SWT.Selection, event -> jump(bar().getSelection()));
        addListener(SWT.Resize, event -> resized());
        addListener(SWT.MouseVerticalWheel, this::wheel);
        addListener(SWT.Paint, event -> paint(event.gc));
    }

    private ScrollBar bar() {
        return getVerticalBar();
    }

    /**
     * Arranges the content.
     *
     * @return its height
     */
    protected abstract int arrange(int width);

    /** Draws the content shifted up by {@link #origin()}; the background is already filled. */
    protected abstract void draw(GC gc, Rectangle area);

    /** Whether the end stays to be seen when the size changes. */
    protected boolean staysAtEnd() {
        return false;
    }

    private void resized() {
        boolean end = staysAtEnd() && atEnd();
        relayout();
        if (end) {
            jumpToEnd();
        }
    }

    /** How far the content is scrolled. */
    public final int origin() {
        return origin;
    }

    /** Whether the end of the content can be seen, or is being scrolled to. */
    protected final boolean atEnd() {
        return target >= lowest() - 4;
    }

    private int lowest() {
        return Math.max(0, height - page);
    }

    /** Arranges the content again after a change of it or of the size. */
    protected final void relayout() {
        Rectangle area = getClientArea();
        height = arrange(area.width);
        page = Math.max(1, area.height);
        bar().setVisible(height > page);
        bar().setValues(Math.min(origin, lowest()), 0, Math.max(height, page), page, LINE, Math.max(1, page - LINE));
        jump(Math.min(target, lowest()));
    }

    /** Shows the content from here on at once. */
    protected final void jump(int to) {
        target = Math.clamp(to, 0, lowest());
        move(target);
    }

    /** Glides until the content is shown from here on. */
    protected final void glide(int to) {
        target = Math.clamp(to, 0, lowest());
        if (!gliding && target != origin) {
            gliding = true;
            step();
        }
    }

    protected final void glideToEnd() {
        glide(lowest());
    }

    protected final void jumpToEnd() {
        jump(lowest());
    }

    private void step() {
        if (isDisposed()) {
            return;
        }
        int rest = target - origin;
        if (rest == 0) {
            gliding = false;
            return;
        }
        int stride = rest / 4;
        move(origin + (stride == 0 ? Integer.signum(rest) : stride));
        getDisplay().timerExec(FRAME_MILLIS, this::step);
    }

    private void move(int to) {
        origin = to;
        bar().setSelection(to);
        redraw();
    }

    private void wheel(Event event) {
        event.doit = false;
        glide(target - event.count * LINE);
    }

    /** Scrolls by one of the keys for it. Returns false if the key is none of these. */
    protected final boolean scroll(int keyCode) {
        int most = page - LINE;
        switch (keyCode) {
            case SWT.ARROW_UP -> glide(target - LINE);
            case SWT.ARROW_DOWN -> glide(target + LINE);
            case SWT.PAGE_UP -> glide(target - most);
            case SWT.PAGE_DOWN -> glide(target + most);
            case SWT.HOME -> glide(0);
            case SWT.END -> glideToEnd();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setBackground(getBackground());
        gc.fillRectangle(area);
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
        draw(gc, area);
    }
}
