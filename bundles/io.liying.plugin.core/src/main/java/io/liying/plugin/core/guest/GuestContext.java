package io.liying.plugin.core.guest;

import io.liying.plugin.api.Permission;
import io.liying.plugin.api.PluginContext;
import io.liying.plugin.api.PluginDescriptor;
import io.liying.plugin.api.PluginHttp;
import io.liying.plugin.api.PluginScheduler;
import io.liying.plugin.api.PluginStore;
import io.liying.plugin.api.PluginTables;
import io.liying.plugin.api.PluginTopics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What one generation of a plugin is given. */
public final class GuestContext implements PluginContext, AutoCloseable {

    private static final int STANDARD_STORAGE_MB = 1;

    /**
     * How long a plugin's own tasks may take.
     *
     * @param task one of its scheduler
     * @param call hearing a notice
     */
    public record Limits(Duration task, Duration call) {}

    private final PluginDescriptor descriptor;
    private final GuestServices services;
    private final Clock clock;
    private final GuestScheduler scheduler;
    private final GuestTopics topics;
    private final GuestHttp http;
    private final long quotaBytes;
    private volatile boolean ended;

    /**
     * @param threads the group that the plugin's threads belong to
     * @param overtime watches what runs on them
     */
    public GuestContext(
            PluginDescriptor descriptor,
            GuestServices services,
            TopicHub hub,
            Clock clock,
            ThreadGroup threads,
            Overtime overtime,
            Limits limits) {
        this.descriptor = descriptor;
        this.services = services;
        this.clock = clock;
        this.scheduler = new GuestScheduler(threads, overtime, limits.task());
        this.topics = new GuestTopics(descriptor, hub, clock, threads, overtime, limits.call());
        this.http = new GuestHttp(descriptor.permitted(Permission.Kind.NETWORK));
        this.quotaBytes = quotaBytes(descriptor);
    }

    /** How much a plugin may keep. */
    public static long quotaBytes(PluginDescriptor descriptor) {
        return descriptor.permitted(Permission.Kind.STORAGE).stream()
                        .mapToLong(Long::parseLong)
                        .max()
                        .orElse(STANDARD_STORAGE_MB)
                * 1024
                * 1024;
    }

    @Override
    public PluginDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public PluginStore store() {
        return services.store(alive(), quotaBytes);
    }

    @Override
    public PluginTables tables() {
        PluginTables tables = services.tables(alive(), quotaBytes);
        return new PluginTables() {

            @Override
            public <T> T read(Work<T> work) throws SQLException {
                alive();
                return tables.read(work);
            }

            @Override
            public <T> T change(Work<T> work) throws SQLException {
                alive();
                return tables.change(work);
            }
        };
    }

    @Override
    public Path folder() {
        try {
            return Files.createDirectories(services.folder(alive()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public PluginHttp http() {
        alive();
        return http;
    }

    @Override
    public Optional<String> secret(String name) {
        if (!descriptor.permitted(Permission.Kind.SECRET).contains(name)) {
            throw new SecurityException(
                    "the plugin \"" + descriptor.id() + "\" has no permission for the secret \"" + name + '"');
        }
        return services.secret(alive(), name);
    }

    @Override
    public Clock clock() {
        alive();
        return clock;
    }

    @Override
    public PluginScheduler scheduler() {
        alive();
        return scheduler;
    }

    @Override
    public PluginTopics topics() {
        alive();
        return topics;
    }

    private String alive() {
        if (ended) {
            throw new IllegalStateException("this version of the plugin \"" + descriptor.id() + "\" has ended");
        }
        return descriptor.id();
    }

    @Override
    public void close() {
        ended = true;
        scheduler.close();
        topics.close();
        http.close();
    }
}
