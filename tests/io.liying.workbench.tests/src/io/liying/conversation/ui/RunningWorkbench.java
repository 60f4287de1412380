package io.liying.conversation.ui;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.e4.ui.internal.workbench.swt.E4Application;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.osgi.framework.Bundle;

/** The application as the product starts it, in a thread of its own. */
final class RunningWorkbench implements AutoCloseable {

    private static final Map<String, String> PRODUCT = Map.of(
            "applicationXMI", "io.liying.workbench.ui/Application.e4xmi",
            "lifeCycleURI", "bundleclass://io.liying.workbench.ui/io.liying.workbench.ui.Startup",
            "clearPersistedState", "true");

    private final E4Application application = new E4Application();
    private final CompletableFuture<Object> ended = new CompletableFuture<>();
    private final Thread thread = new Thread(this::run, "workbench");
    private final CompletableFuture<Display> running = new CompletableFuture<>();

    RunningWorkbench() throws Exception {
        thread.start();
        running.get(60, TimeUnit.SECONDS);
    }

    private void run() {
        try {
            Display display = Display.getDefault();
            // The first idle moment of the application's own event loop: then its window is there.
            display.asyncExec(() -> running.complete(display));
            ended.complete(application.start(new Context()));
        } catch (Throwable failure) {
            running.completeExceptionally(failure);
            ended.completeExceptionally(failure);
        }
    }

    Display display() {
        return running.join();
    }

    @Override
    public void close() throws Exception {
        Display display = display();
        if (!display.isDisposed()) {
            display.asyncExec(application::stop);
        }
        ended.get(30, TimeUnit.SECONDS);
        thread.join();
    }

    private record Context() implements IApplicationContext {

        @Override
        public Map<String, Object> getArguments() {
            return Map.of(APPLICATION_ARGS, new String[0]);
        }

        @Override
        public void applicationRunning() {}

        @Override
        public String getBrandingApplication() {
            return "org.eclipse.e4.ui.workbench.swt.E4Application";
        }

        @Override
        public String getBrandingName() {
            return "LiYing";
        }

        @Override
        public String getBrandingDescription() {
            return "";
        }

        @Override
        public String getBrandingId() {
            return "io.liying.workbench.ui.product";
        }

        @Override
        public String getBrandingProperty(String key) {
            return PRODUCT.get(key);
        }

        @Override
        public Bundle getBrandingBundle() {
            return null;
        }

        @Override
        public void setResult(Object result, org.eclipse.equinox.app.IApplication application) {}
    }
}
