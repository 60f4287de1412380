package io.liying.plugin.core;

import io.liying.plugin.api.PluginException;
import io.liying.plugin.core.life.GuardedServices;
import io.liying.plugin.core.life.Texts;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.framework.BundleContext;

/** The plugins by id, also those that are just being installed for the first time. Safe for use by many threads. */
final class InstalledPlugins {

    private final Map<String, InstalledPlugin> byId = new ConcurrentSkipListMap<>();
    private final BundleContext context;
    private final Texts texts;

    InstalledPlugins(BundleContext context, Texts texts) {
        this.context = context;
        this.texts = texts;
    }

    /** In the order of the ids. */
    Collection<InstalledPlugin> all() {
        return byId.values();
    }

    Optional<InstalledPlugin> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The plugin of that id, a new one if there is none. */
    InstalledPlugin of(String id) {
        return byId.computeIfAbsent(id, added -> new InstalledPlugin(added, new GuardedServices(added, context)));
    }

    /** @throws PluginException if none of that id is installed */
    InstalledPlugin known(String id) throws PluginException {
        return find(id).filter(plugin -> plugin.state().isPresent()).orElseThrow(() -> unknown(id));
    }

    PluginException unknown(String id) {
        return texts.refusal("unknown", Map.of("plugin", id));
    }

    void forget(InstalledPlugin plugin) {
        byId.remove(plugin.id, plugin);
    }
}
