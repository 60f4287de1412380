package io.liying.workbench.ui;

import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the window its icons and says how long it took until it was painted. */
public final class WindowAddon {

    private static final Logger LOG = LoggerFactory.getLogger(WindowAddon.class);

    @Inject
    WindowAddon(Display display) {
        display.addFilter(SWT.Paint, new Listener() {
            @Override
            public void handleEvent(Event event) {
                if (event.widget instanceof Canvas) {
                    display.removeFilter(SWT.Paint, this);
                    Instant start = Instant.ofEpochMilli(
                            ManagementFactory.getRuntimeMXBean().getStartTime());
                    LOG.info(
                            "The window was painted {} ms after the start",
                            Duration.between(start, Instant.now()).toMillis());
                }
            }
        });
    }

    @Inject
    @Optional
    void dress(
            @UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) org.osgi.service.event.Event started,
            MApplication application,
            Display display) {
        Image[] icons = IntStream.of(16, 32, 48, 64, 128, 256)
                .mapToObj(size -> new Image(display, getClass().getResourceAsStream("/icons/logo-" + size + ".png")))
                .toArray(Image[]::new);
        for (MWindow window : application.getChildren()) {
            if (window.getWidget() instanceof Shell shell) {
                shell.setImages(icons);
                shell.setMinimumSize(560, 420);
            }
        }
    }
}
