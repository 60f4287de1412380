package io.liying.plugin.api;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/** Runs a plugin's tasks on virtual threads, each call under the plugin's limits. */
@ProviderType
public interface PluginScheduler {

    /** Runs a task once after a delay. */
    Task after(Duration delay, Runnable task);

    /**
     * Runs a task again and again; never two at once.
     *
     * @param pause between the end of one and the begin of the next, a second at least
     */
    Task every(Duration pause, Runnable task);

    /** A task that was asked for. */
    @FunctionalInterface
    interface Task {

        /** It does not begin any more; if it runs, it is interrupted. */
        void cancel();
    }
}
