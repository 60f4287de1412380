package io.liying.workbench.ui.kit;

import java.util.Optional;
import org.eclipse.swt.widgets.Display;

/** A widget of a view whose selection can be copied. */
public interface Copyable {

    /** Puts what is selected on the clipboard; does nothing if nothing is. */
    void copy();

    /** Makes this widget the one that is copied from while no other widget has a selection. */
    default void remember(Display display) {
        display.setData(Copyable.class.getName(), this);
    }

    /** The widget that was selected in last. */
    static Optional<Copyable> last(Display display) {
        return Optional.ofNullable((Copyable) display.getData(Copyable.class.getName()));
    }
}
