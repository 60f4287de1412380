package io.liying.logging.core.sample;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.slf4j.LoggerFactory;

/** Says where its logger comes from. */
public final class Speaker implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        System.setProperty(
                "speaker.logger",
                LoggerFactory.getLogger(Speaker.class).getClass().getName());
        LoggerFactory.getLogger(Speaker.class).warn("spoken in {}", "a bundle");
    }

    @Override
    public void stop(BundleContext context) {}
}
