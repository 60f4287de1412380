package io.liying.plugin.api;

import java.time.Instant;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How plugins tell each other what happens. Whoever wants to hear a plugin has the permission {@code events} for it; that
 * plugin needs none and does not learn who listens. Nothing is kept: what is published while nobody listens is gone. Safe
 * for use by many threads.
 */
@ProviderType
public interface PluginTopics {

    /**
     * Something that a plugin told.
     *
     * @param plugin who told it
     * @param topic what it is about
     * @param text what happened; JSON by convention
     * @param at when
     */
    record Notice(String plugin, String topic, String text, Instant at) {}

    /** Ends a subscription. */
    @FunctionalInterface
    interface Subscription extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * Tells everybody who listens; does not wait for them.
     *
     * @param topic lower-case letters, digits, hyphens and dots, at most 100
     * @param text at most 65,536 characters
     */
    void publish(String topic, String text);

    /**
     * Listens to another plugin, whether it is installed yet or not.
     *
     * @param topic as it is published; one that ends with {@code .*} stands for all that begin so, {@code *} for all
     * @param listener called on a thread of the listening plugin, for one notice at a time and under the time limit of a
     *     call; 256 notices may wait, further ones are dropped
     * @throws SecurityException without the permission {@code events} for that plugin
     */
    Subscription subscribe(String plugin, String topic, Consumer<Notice> listener);
}
