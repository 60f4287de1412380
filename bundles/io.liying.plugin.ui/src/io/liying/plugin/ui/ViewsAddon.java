package io.liying.plugin.ui;

import io.liying.plugin.ui.model.ViewModel;
import io.liying.plugin.ui.model.ViewTracker;
import io.liying.workbench.api.WorkbenchView;
import io.liying.workbench.ui.kit.Appearance;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.widgets.Display;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the views of plugins into the window when they come, and takes them out when they go. */
public final class ViewsAddon {

    private static final Logger LOG = LoggerFactory.getLogger(ViewsAddon.class);

    private final Display display;
    private final Appearance appearance;
    private final ExecutorService background = Executors.newThreadPerTaskExecutor(Thread.ofVirtual()
            .name("plugin-view-", 0)
            .uncaughtExceptionHandler((thread, failure) -> LOG.error("A plugin's view could not be asked", failure))
            .factory());
    private final Executor ui;
    private final Views views;
    private final ViewTracker tracker;

    @Inject
    ViewsAddon(
            Display display,
            Appearance appearance,
            MApplication application,
            EModelService models,
            IEclipseContext context) {
        this.display = display;
        this.appearance = appearance;
        this.ui = this::hop;
        this.views = new Views(application, models);
        this.tracker =
                new ViewTracker(FrameworkUtil.getBundle(ViewsAddon.class).getBundleContext(), this::came, this::went);
        context.set(Views.class, views);
    }

    /** The window is there: before, it has no place for views. */
    @Inject
    @Optional
    void start(@UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) org.osgi.service.event.Event started) {
        background.execute(tracker::open);
    }

    private void came(WorkbenchView view, String plugin) {
        hop(() -> {
            ViewModel model = new ViewModel(view, plugin, background, ui, appearance::language);
            views.add(view, model);
            model.refresh();
        });
    }

    private void went(WorkbenchView view) {
        hop(() -> views.remove(view));
    }

    /** Runs things on the UI thread as long as there is one. */
    private void hop(Runnable task) {
        if (!display.isDisposed()) {
            display.asyncExec(task);
        }
    }

    @PreDestroy
    void stop() {
        background.execute(tracker::close);
        background.shutdown();
    }
}
