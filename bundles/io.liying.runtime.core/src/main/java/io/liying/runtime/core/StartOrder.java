package io.liying.runtime.core;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.ComponentConstants;

/** Which bundles the starter starts, and in which order. */
final class StartOrder {

    /** Bundles that the others need while they start, in this order; database and Jetty then start beside the rest. */
    private static final List<String> FIRST = List.of(
            "org.apache.felix.metatype",
            "org.eclipse.equinox.cm",
            "org.apache.felix.configadmin",
            "org.eclipse.equinox.event",
            "org.apache.felix.eventadmin",
            "org.apache.felix.scr",
            "io.liying.logging.core",
            "io.liying.i18n.core",
            "io.liying.configuration.core",
            "io.liying.storage.h2",
            "io.liying.storage.core",
            "org.apache.felix.http.jetty12");

    /**
     * Beginnings of the names of bundles that nobody needs to type a sentence and get an answer; they start afterwards, in
     * this order: ears and voices are there before the doors to them, so nobody is told that there are none.
     */
    private static final List<String> LATER = List.of(
            "io.liying.speech.",
            "io.liying.http.speech",
            "io.liying.http.voice",
            "io.liying.http.training",
            "io.liying.http.plugins",
            "io.liying.plugin.catalogue");

    /** Bundles that stay as the launcher left them. */
    private static final List<String> LEFT_ALONE =
            List.of("org.eclipse.osgi", "org.eclipse.equinox.simpleconfigurator", "org.eclipse.equinox.console");

    /** The administrator's shell; it reads the standard input, so it starts only when somebody asked for it. */
    private static final String SHELL = "org.apache.felix.gogo.";

    /** Where the plugin host's bundles come from; it alone starts them. */
    private static final String PLUGINS = "liying-plugin:";

    private StartOrder() {}

    /** What is needed to type a sentence and get an answer. */
    static List<Bundle> untilReady(BundleContext context) {
        return startable(context, bundle -> !isLater(bundle));
    }

    /** All others. */
    static List<Bundle> afterwards(BundleContext context) {
        return startable(context, StartOrder::isLater);
    }

    private static List<Bundle> startable(BundleContext context, Predicate<Bundle> which) {
        boolean shell = "gogo".equals(context.getProperty("liying.console"));
        return Arrays.stream(context.getBundles())
                .filter(which)
                .filter(bundle -> isStartable(bundle, shell))
                .sorted(Comparator.comparingInt(StartOrder::rank).thenComparingLong(Bundle::getBundleId))
                .toList();
    }

    private static int rank(Bundle bundle) {
        int index = FIRST.indexOf(bundle.getSymbolicName());
        return index >= 0 ? index : FIRST.size() + lateness(bundle.getSymbolicName());
    }

    /** 0 for a bundle that is not of {@link #LATER}. */
    private static int lateness(String name) {
        for (int index = 0; index < LATER.size(); index++) {
            if (name.startsWith(LATER.get(index))) {
                return index + 1;
            }
        }
        return 0;
    }

    private static boolean isLater(Bundle bundle) {
        String name = bundle.getSymbolicName();
        return name != null && lateness(name) > 0;
    }

    private static boolean isStartable(Bundle bundle, boolean shell) {
        String name = bundle.getSymbolicName();
        if (name == null
                || (bundle.getState() & (Bundle.INSTALLED | Bundle.RESOLVED)) == 0
                || bundle.getLocation().startsWith(PLUGINS)) {
            return false;
        }
        boolean fragment = (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
        return (shell || !name.startsWith(SHELL))
                && !fragment
                && (name.startsWith("io.liying.") || FIRST.contains(name) || isActive(bundle))
                && LEFT_ALONE.stream().noneMatch(name::startsWith);
    }

    /** The framework keeps the first two headers at hand; for the third it opens the bundle's file. */
    private static boolean isActive(Bundle bundle) {
        var headers = bundle.getHeaders("");
        return headers.get(Constants.BUNDLE_ACTIVATIONPOLICY) == null
                && (headers.get(ComponentConstants.SERVICE_COMPONENT) != null
                        || headers.get(Constants.BUNDLE_ACTIVATOR) != null);
    }
}
