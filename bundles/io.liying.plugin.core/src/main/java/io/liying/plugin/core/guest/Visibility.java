package io.liying.plugin.core.guest;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;

/**
 * Which services see each other. A plugin's services are seen by itself and by the plugin host, which passes on guarded
 * ones in its own name; that is why a new generation can start without anybody's notice. A plugin sees its own services
 * and the few that are meant for guests.
 */
public final class Visibility implements FindHook, EventListenerHook {

    /** Declarative services look for the Configuration Admin in a plugin's name; its package is wired to no plugin. */
    private static final Set<String> FOR_GUESTS = Set.of(
            "org.osgi.service.cm.ConfigurationAdmin",
            "io.liying.plugin.api.PluginContext",
            "io.liying.i18n.api.MessageCatalogs",
            "java.time.Clock",
            "org.osgi.service.log.LogService",
            "org.osgi.service.log.LoggerFactory");

    private final Bundle host;

    public Visibility(BundleContext host) {
        this.host = host.getBundle();
    }

    @Override
    public void find(
            BundleContext context,
            String name,
            String filter,
            boolean allServices,
            Collection<ServiceReference<?>> references) {
        references.removeIf(reference -> !sees(context.getBundle(), reference));
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        listeners.keySet().removeIf(context -> !sees(bundleOf(context), event.getServiceReference()));
    }

    private static Bundle bundleOf(BundleContext context) {
        return context.getBundle();
    }

    private boolean sees(Bundle observer, ServiceReference<?> reference) {
        Bundle owner = reference.getBundle();
        if (observer.getBundleId() == 0 || observer.equals(host)) {
            return true;
        }
        Optional<String> owning = GuestBundles.generation(owner);
        Optional<String> observing = GuestBundles.generation(observer);
        if (observing.isEmpty()) {
            return owning.isEmpty();
        }
        return owning.equals(observing) || owning.isEmpty() && isForGuests(reference);
    }

    private static boolean isForGuests(ServiceReference<?> reference) {
        for (String name : (String[]) reference.getProperty(Constants.OBJECTCLASS)) {
            if (!FOR_GUESTS.contains(name)) {
                return false;
            }
        }
        return true;
    }
}
