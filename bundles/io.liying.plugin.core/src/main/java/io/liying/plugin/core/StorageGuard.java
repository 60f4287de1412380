package io.liying.plugin.core;

import io.liying.plugin.api.PluginDescriptor;
import io.liying.plugin.core.guest.GuestContext;
import io.liying.plugin.core.guest.GuestServices;
import io.liying.storage.api.StorageException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices plugins that keep more than twice what they may. Values and tables are refused before that; files are written
 * past the host, so it looks at the folders from time to time.
 */
final class StorageGuard implements AutoCloseable {

    /** Hears of a plugin that keeps too much. */
    interface Alarm {
        void full(String plugin, long bytes, long limitBytes);
    }

    private static final Logger log = LoggerFactory.getLogger(StorageGuard.class);

    private final GuestServices services;
    private final Alarm alarm;
    private final Map<String, Long> limits = new ConcurrentHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile int seconds;
    private @Nullable Thread looking;

    StorageGuard(GuestServices services, int seconds, Alarm alarm) {
        this.services = services;
        this.seconds = seconds;
        this.alarm = alarm;
    }

    void every(int changedSeconds) {
        seconds = changedSeconds;
    }

    /** The looks begin with the first plugin. */
    synchronized void watch(PluginDescriptor descriptor) {
        limits.put(descriptor.id(), GuestContext.quotaBytes(descriptor));
        if (looking == null) {
            looking = Thread.ofVirtual().name("plugin-storage").start(this::run);
        }
    }

    void forget(String plugin) {
        limits.remove(plugin);
    }

    private void run() {
        try {
            while (!end.await(seconds, TimeUnit.SECONDS)) {
                look();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void look() {
        limits.forEach((plugin, limit) -> {
            try {
                long bytes = services.keptBytes(plugin);
                if (bytes > 2 * limit) {
                    forget(plugin);
                    alarm.full(plugin, bytes, limit);
                }
            } catch (StorageException | UncheckedIOException unknown) {
                log.warn("How much the plugin {} keeps cannot be told", plugin, unknown);
            }
        });
    }

    @Override
    public void close() {
        end.countDown();
    }
}
