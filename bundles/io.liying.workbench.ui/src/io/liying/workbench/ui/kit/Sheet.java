package io.liying.workbench.ui.kit;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** A small modal window in the workbench's look. Escape closes it. */
public final class Sheet {

    private final Shell shell;
    private final Look look;
    private final Composite content;
    private final Composite buttons;

    /** Makes the window, still invisible, with an empty two-column grid. */
    public Sheet(Shell owner, Appearance appearance, String title) {
        shell = new Shell(owner, SWT.DIALOG_TRIM | SWT.APPLICATION_MODAL | SWT.RESIZE);
        look = new Look(shell.getDisplay(), appearance);
        shell.addDisposeListener(event -> look.dispose());
        shell.setText(title);
        shell.setBackground(look.color(look.palette().surface()));
        GridLayout layout = new GridLayout();
        layout.marginWidth = 24;
        layout.marginHeight = 20;
        layout.verticalSpacing = 20;
        shell.setLayout(layout);
        content = new Composite(shell, SWT.NONE);
        content.setBackground(shell.getBackground());
        content.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        GridLayout grid = new GridLayout(2, false);
        grid.marginWidth = 0;
        grid.marginHeight = 0;
        grid.horizontalSpacing = 20;
        grid.verticalSpacing = 12;
        content.setLayout(grid);
        buttons = new Composite(shell, SWT.NONE);
        buttons.setBackground(shell.getBackground());
        buttons.setLayoutData(new GridData(SWT.END, SWT.END, true, false));
        RowLayout row = new RowLayout();
        row.spacing = 8;
        row.marginLeft = 0;
        row.marginRight = 0;
        buttons.setLayout(row);
    }

    public Shell shell() {
        return shell;
    }

    public Look look() {
        return look;
    }

    /** Where to put widgets. */
    public Composite content() {
        return content;
    }

    /** Adds a text over both columns that wraps. */
    public Label text(String text) {
        Label label = label(text);
        GridData data = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
        data.widthHint = 380;
        label.setLayoutData(data);
        return label;
    }

    /** Adds a text in one column. */
    public Label label(String text) {
        Label label = new Label(content, SWT.WRAP);
        label.setText(text);
        label.setFont(look.body());
        label.setBackground(content.getBackground());
        label.setForeground(look.color(look.palette().text()));
        return label;
    }

    /** Adds a button at the bottom; the window closes after its action. */
    public FlatButton button(FlatButton.Kind kind, String label, Runnable action) {
        FlatButton button = new FlatButton(buttons, look, kind, Optional.empty(), label);
        button.addListener(SWT.Selection, event -> {
            action.run();
            shell.close();
        });
        return button;
    }

    /** Shows the window over the middle of its owner. */
    public void open() {
        shell.pack();
        Rectangle owner = shell.getParent().getBounds();
        Point size = shell.getSize();
        shell.setLocation(owner.x + (owner.width - size.x) / 2, owner.y + (owner.height - size.y) / 3);
        shell.open();
    }
}
