package io.liying.runtime.core;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** The one bundle that the launcher starts: it starts all others. */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class RuntimeActivator implements BundleActivator {

    private @Nullable Starter starter;

    @Override
    public void start(BundleContext context) {
        Starter started = new Starter(context);
        starter = started;
        Thread.ofPlatform().name("liying-start").start(started::run);
        Ending ending = new Ending(started::stopFramework);
        ending.listen();
        Thread.ofPlatform().daemon(false).name("liying-exit").start(() -> {
            started.awaitStop();
            ending.exit();
        });
    }

    @Override
    public void stop(BundleContext context) {
        if (starter != null) {
            starter.cancel();
        }
    }
}
