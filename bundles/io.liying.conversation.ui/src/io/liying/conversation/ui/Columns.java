package io.liying.conversation.ui;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/** Three columns; the sides give way when the window is narrow. */
final class Columns extends Layout {

    private static final int SIDE = 272;
    private static final int INSPECTOR = 304;
    private static final int MIDDLE = 420;

    private boolean inspector = true;

    /** Shows the right column, or no longer. */
    void toggleInspector() {
        inspector = !inspector;
    }

    @Override
    protected Point computeSize(Composite composite, int widthHint, int heightHint, boolean flush) {
        return new Point(widthHint < 0 ? SIDE + MIDDLE + INSPECTOR : widthHint, heightHint < 0 ? 480 : heightHint);
    }

    @Override
    protected void layout(Composite composite, boolean flush) {
        Rectangle area = composite.getClientArea();
        Control[] columns = composite.getChildren();
        int left = area.width >= SIDE + MIDDLE - 100 ? SIDE : 0;
        int right = inspector && area.width >= left + MIDDLE + INSPECTOR ? INSPECTOR : 0;
        int line = 1;
        columns[0].setVisible(left > 0);
        columns[2].setVisible(right > 0);
        columns[0].setBounds(0, 0, left, area.height);
        columns[1].setBounds(left + (left > 0 ? line : 0), 0, area.width - left - right - 2 * line, area.height);
        columns[2].setBounds(area.width - right, 0, right, area.height);
    }
}
