package io.liying.workbench.ui;

import io.liying.workbench.ui.kit.Copyable;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;

/** Copies what is selected in the widget that has the focus. */
final class CopyHandler {

    @Execute
    void copy(Display display) {
        switch (display.getFocusControl()) {
            case Text text -> text.copy();
            case StyledText text when text.getSelectionCount() > 0 -> text.copy();
            case Copyable own -> own.copy();
            case null, default -> Copyable.last(display).ifPresent(Copyable::copy);
        }
    }
}
