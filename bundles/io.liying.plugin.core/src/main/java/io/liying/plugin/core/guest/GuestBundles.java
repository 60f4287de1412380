package io.liying.plugin.core.guest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/** How the bundles of plugins are told from the host's: by their location. */
public final class GuestBundles {

    private static final String PREFIX = "liying-plugin:";

    /** Every location, in an OSGi filter. */
    public static final String ANY = PREFIX + '*';

    private GuestBundles() {}

    /** The location of a bundle of a generation. */
    public static String location(String plugin, long generation, int index) {
        return PREFIX + plugin + '/' + generation + '/' + index;
    }

    public static boolean isGuest(@Nullable Bundle bundle) {
        return bundle != null && bundle.getLocation().startsWith(PREFIX);
    }

    /** What the bundles of one generation have in common, such as {@code unit-converter/3}; empty for the host's. */
    public static Optional<String> generation(@Nullable Bundle bundle) {
        if (bundle == null || !isGuest(bundle)) {
            return Optional.empty();
        }
        String location = bundle.getLocation();
        return Optional.of(location.substring(PREFIX.length(), location.lastIndexOf('/')));
    }
}
