package io.liying.plugin.core.guest;

import io.liying.plugin.api.PluginTopics.Notice;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes what plugins publish on to those that listen. Safe for use by many threads. */
public final class TopicHub {

    /** Who listens to what; must return at once. */
    interface Listener {

        boolean wants(String plugin, String topic);

        void hear(Notice notice);
    }

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    void add(Listener listener) {
        listeners.add(listener);
    }

    void remove(Listener listener) {
        listeners.remove(listener);
    }

    void publish(Notice notice) {
        for (Listener listener : listeners) {
            if (listener.wants(notice.plugin(), notice.topic())) {
                listener.hear(notice);
            }
        }
    }
}
