package io.liying.plugin.ui.model;

import io.liying.i18n.api.Language;
import io.liying.workbench.api.ViewContent;
import io.liying.workbench.api.WorkbenchView;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One view of a plugin: asks it beside the UI thread and keeps what it told last. Used by the UI thread only. At most one
 * question is on its way; what the person presses meanwhile is not sent.
 */
public final class ViewModel {

    private final WorkbenchView view;
    private final Executor background;
    private final Executor ui;
    private final Supplier<Language> language;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private String title;
    private Reply reply = new Reply.None();
    private boolean asking;

    /**
     * @param name what the view is called until it says so itself
     * @param background runs what may take long
     * @param ui runs things on the UI thread
     */
    public ViewModel(WorkbenchView view, String name, Executor background, Executor ui, Supplier<Language> language) {
        this.view = view;
        this.title = name;
        this.background = background;
        this.ui = ui;
        this.language = language;
    }

    public String title() {
        return title;
    }

    public Reply reply() {
        return reply;
    }

    /** Calls back when something else is to be seen. */
    public void listen(Runnable changed) {
        listeners.add(changed);
    }

    public void forget(Runnable changed) {
        listeners.remove(changed);
    }

    /** Asks what is to be seen now. */
    public void refresh() {
        ask(view::show);
    }

    /** @param inputs what the view's inputs and choices hold */
    public void press(String button, Map<String, String> inputs) {
        Map<String, String> held = Map.copyOf(inputs);
        ask(spoken -> view.press(spoken, button, held));
    }

    private void ask(Function<Language, ViewContent> question) {
        if (asking) {
            return;
        }
        asking = true;
        Language spoken = language.get();
        background.execute(() -> {
            Reply answer = answer(question, spoken);
            ui.execute(() -> take(answer));
        });
    }

    /** Nothing of the plugin's own types leaves this method, not even what it threw. */
    private static Reply answer(Function<Language, ViewContent> question, Language spoken) {
        try {
            return new Reply.Content(question.apply(spoken));
        } catch (RuntimeException | LinkageError failure) {
            String reason = failure.getMessage();
            return new Reply.Failure(reason == null ? failure.getClass().getSimpleName() : reason);
        }
    }

    private void take(Reply answer) {
        asking = false;
        if (answer.equals(reply)) {
            return;
        }
        reply = answer;
        if (answer instanceof Reply.Content(ViewContent content)) {
            title = content.title();
        }
        listeners.forEach(Runnable::run);
    }
}
