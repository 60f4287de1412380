package io.liying.conversation.ui;

import io.liying.conversation.ui.model.ConversationModel;
import io.liying.conversation.ui.model.EngineTracker;
import io.liying.conversation.ui.model.Threads;
import io.liying.conversation.ui.model.VoiceModel;
import io.liying.conversation.ui.sound.JavaSound;
import io.liying.conversation.ui.sound.SoundDevices;
import io.liying.workbench.ui.kit.Appearance;
import io.liying.workbench.ui.kit.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the conversation into the window and the window's commands to the conversation. */
final class ConversationPart implements Actions {

    private static final Logger LOG = LoggerFactory.getLogger(ConversationPart.class);

    private final Composite parent;
    private final Appearance appearance;
    private final EHandlerService handlers;
    private final ECommandService commands;
    private final Columns columns = new Columns();
    private final ExecutorService background = Executors.newThreadPerTaskExecutor(Thread.ofVirtual()
            .name("conversation-view-", 0)
            .uncaughtExceptionHandler((thread, failure) ->
                    LOG.error("The conversation view could not read or change what is stored", failure))
            .factory());
    private final EngineTracker engine =
            new EngineTracker(FrameworkUtil.getBundle(ConversationPart.class).getBundleContext());
    private final ConversationModel model;
    private final Appearance.Subscription subscription;
    private ConversationView view;
    private SessionSheets sheets;

    /** @param sound a stand-in for this machine's own devices */
    @Inject
    ConversationPart(
            Composite parent,
            Appearance appearance,
            EHandlerService handlers,
            ECommandService commands,
            @Optional @Nullable SoundDevices sound) {
        this.parent = parent;
        this.appearance = appearance;
        this.handlers = handlers;
        this.commands = commands;
        Executor ui = hop(parent.getDisplay());
        model = new ConversationModel(
                engine,
                new Threads(background, ui),
                appearance::language,
                Clock.systemDefaultZone(),
                new VoiceModel.Desk(sound == null ? new JavaSound() : sound, appearance.memory()));
        view = build();
        sheets = sheets();
        // Later, because the button that changes the appearance is a part of the view that goes.
        subscription = appearance.listen(() -> ui.execute(this::rebuild));
        parent.getShell().addListener(SWT.Activate, event -> model.sessions().reload());
    }

    /** Runs things on the UI thread as long as there is one. */
    private static Executor hop(Display display) {
        return task -> {
            if (!display.isDisposed()) {
                display.asyncExec(task);
            }
        };
    }

    @PostConstruct
    void start() {
        handle("io.liying.command.new", () -> {
            model.newConversation();
            view.focusComposer();
        });
        handle("io.liying.command.export", () -> model.currentSession().ifPresent(this::export));
        handle("io.liying.command.rename", () -> model.currentSession().ifPresent(this::rename));
        handle("io.liying.command.find", () -> view.focusSearch());
        handle("io.liying.command.inspector", this::toggleInspector);
        background.execute(engine::open);
    }

    private void handle(String command, Runnable action) {
        handlers.activateHandler(command, new Handler(action));
    }

    private record Handler(Runnable action) {
        @Execute
        void execute() {
            action.run();
        }
    }

    private ConversationView build() {
        Texts texts = new Texts(ConversationPart.class, appearance.language());
        return new ConversationView(parent, appearance, texts, model, columns, this);
    }

    private SessionSheets sheets() {
        Texts texts = new Texts(ConversationPart.class, appearance.language());
        return new SessionSheets(parent.getShell(), appearance, texts, model);
    }

    private void rebuild() {
        if (parent.isDisposed()) {
            return;
        }
        parent.setRedraw(false);
        view.dispose();
        view = build();
        sheets = sheets();
        parent.layout(true, true);
        parent.setRedraw(true);
        model.refreshSuggestions();
        view.focusComposer();
    }

    @Focus
    void focus() {
        view.focusComposer();
    }

    @Override
    public void export(String sessionId) {
        sheets.export(sessionId);
    }

    @Override
    public void rename(String sessionId) {
        sheets.rename(sessionId);
    }

    @Override
    public void delete(String sessionId) {
        sheets.delete(sessionId);
    }

    @Override
    public void toggleInspector() {
        columns.toggleInspector();
        view.layout();
    }

    @Override
    public void toggleTheme() {
        appearance.choose(appearance.dark() ? Appearance.Theme.LIGHT : Appearance.Theme.DARK);
    }

    @Override
    public void command(String id) {
        ParameterizedCommand command = commands.createCommand(id, Map.of());
        handlers.executeHandler(command);
    }

    @PreDestroy
    void stop() {
        subscription.end();
        model.close();
        background.execute(engine::close);
        background.shutdown();
    }
}
