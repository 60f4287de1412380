package io.liying.workbench.api;

import io.liying.i18n.api.Language;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A view in the desktop window, registered as a service. It tells what is to be seen as data and never sees a widget: the
 * window draws it in its own look, asks for it again about once a second while it can be seen, and drops it when the
 * service goes. Called by several threads, never by the user interface's; what takes longer than a plugin's call may
 * take, or throws, is shown as a failure.
 */
@ConsumerType
public interface WorkbenchView {

    /** What is to be seen now. */
    ViewContent show(Language language);

    /**
     * Does what the person asked for by pressing a button.
     *
     * @param button the id of the button
     * @param inputs what all inputs and choices of the view hold, by their ids
     * @return what is to be seen then
     */
    ViewContent press(Language language, String button, Map<String, String> inputs);
}
