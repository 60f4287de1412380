package io.liying.plugin.ui.model;

import io.liying.workbench.api.WorkbenchView;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** The views in the same process, as plugins bring and take them. Calls back on the framework's threads. */
public final class ViewTracker implements AutoCloseable {

    private static final String PLUGIN = "liying.plugin";

    private final ServiceTracker<WorkbenchView, WorkbenchView> views;

    /**
     * @param came gets a view and what it may be called
     * @param went gets a view that is not to be called any more
     */
    public ViewTracker(BundleContext context, BiConsumer<WorkbenchView, String> came, Consumer<WorkbenchView> went) {
        views = new ServiceTracker<>(context, WorkbenchView.class, null) {
            @Override
            public WorkbenchView addingService(ServiceReference<WorkbenchView> reference) {
                WorkbenchView view = super.addingService(reference);
                Object plugin = reference.getProperty(PLUGIN);
                came.accept(view, plugin instanceof String name ? name : "…");
                return view;
            }

            @Override
            public void removedService(ServiceReference<WorkbenchView> reference, WorkbenchView view) {
                went.accept(view);
                super.removedService(reference, view);
            }
        };
    }

    /** Begins to look for views. */
    public void open() {
        views.open();
    }

    @Override
    public void close() {
        views.close();
    }
}
