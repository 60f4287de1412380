package io.liying.http.core;

import org.osgi.annotation.bundle.Header;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps Felix HTTP, which would listen on port 8080 of every network at once, from listening before it is configured. The
 * launcher should say so with {@code -Dorg.apache.felix.http.require.config=true}; if it has not, and Felix HTTP starts
 * after this bundle, there is still time.
 */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class Precaution implements BundleActivator {

    private static final Logger log = LoggerFactory.getLogger(Precaution.class);
    private static final String PROPERTY = "org.apache.felix.http.require.config";
    private static final String FELIX_HTTP = "org.apache.felix.http.jetty12";

    @Override
    public void start(BundleContext context) {
        if (context.getProperty(PROPERTY) != null) {
            return;
        }
        System.setProperty(PROPERTY, "true");
        for (Bundle bundle : context.getBundles()) {
            if (FELIX_HTTP.equals(bundle.getSymbolicName()) && bundle.getState() == Bundle.ACTIVE) {
                log.error("Jetty may have listened on every network for a moment; start Java with -D{}=true", PROPERTY);
            }
        }
    }

    @Override
    public void stop(BundleContext context) {
        // the property stays as it is: Felix HTTP may start again
    }
}
