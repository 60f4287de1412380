package io.liying.plugin.core;

import io.liying.i18n.api.Language;
import io.liying.plugin.api.PluginEvent;
import io.liying.plugin.api.PluginListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells everybody who listens what happens to plugins; a listener that throws misses the event, nobody else. */
final class Announcer {

    private static final Logger log = LoggerFactory.getLogger(Announcer.class);

    /** For operations that nobody asked for, or whose steps nobody follows. */
    static final PluginListener NOBODY = event -> {};

    private final List<PluginListener> listeners = new CopyOnWriteArrayList<>();

    void add(PluginListener listener) {
        listeners.add(listener);
    }

    void remove(PluginListener listener) {
        listeners.remove(listener);
    }

    void tell(PluginListener asking, PluginEvent event) {
        String english = event.reasons().get(Language.ENGLISH);
        if (event instanceof PluginEvent.Quarantined) {
            log.error("Plugin {}: {}", event.plugin(), english);
        } else {
            log.info("Plugin {}: {}", event.plugin(), english);
        }
        tellOne(asking, event);
        listeners.forEach(listener -> tellOne(listener, event));
    }

    private static void tellOne(PluginListener listener, PluginEvent event) {
        try {
            listener.changed(event);
        } catch (RuntimeException | LinkageError failure) {
            log.warn("A listener failed on an event of the plugin {}", event.plugin(), failure);
        }
    }
}
