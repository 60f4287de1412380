package io.liying.plugin.core;

import io.liying.plugin.api.PluginException;
import io.liying.plugin.core.archive.PluginArchive;
import io.liying.plugin.core.guest.GuestBundles;
import io.liying.plugin.core.life.Texts;
import io.liying.plugin.core.state.PluginState;
import io.liying.plugin.core.state.StateStore;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens when LiYing begins: what was promoted is started, and what fails again and again is set aside. */
final class FirstStart {

    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);

    private final Lifecycle lifecycle;
    private final Supervisor supervisor;
    private final StateStore store;
    private final Texts texts;
    private final int allowed;
    private final AtomicInteger starting = new AtomicInteger();

    /** @param allowed after so many failed starts in a row a plugin is set aside */
    FirstStart(Lifecycle lifecycle, Supervisor supervisor, StateStore store, Texts texts, int allowed) {
        this.lifecycle = lifecycle;
        this.supervisor = supervisor;
        this.store = store;
        this.texts = texts;
        this.allowed = allowed;
    }

    /** Starts what was promoted, each plugin on a thread of its own: one that hangs holds up nobody but itself. */
    void run(BundleContext context, Function<String, InstalledPlugin> plugins) throws IOException {
        for (Bundle bundle : context.getBundles()) {
            if (GuestBundles.isGuest(bundle)) {
                uninstallLeft(bundle);
            }
        }
        for (String id : store.ids()) {
            InstalledPlugin plugin = plugins.apply(id);
            starting.incrementAndGet();
            Thread.ofPlatform().daemon().name("plugin-start-" + id).start(() -> {
                plugin.turn.lock();
                try {
                    start(plugin);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                } finally {
                    plugin.turn.unlock();
                    starting.decrementAndGet();
                }
            });
        }
    }

    /** The framework's own memory may be older than the state files; they alone count. */
    private static void uninstallLeft(Bundle bundle) {
        try {
            bundle.uninstall();
        } catch (BundleException | IllegalStateException failure) {
            log.warn("{} of an earlier run was not uninstalled", bundle.getLocation(), failure);
        }
    }

    private void start(InstalledPlugin plugin) throws InterruptedException {
        try {
            PluginState state = store.read(plugin.id).orElseThrow();
            plugin.remember(state);
            PluginArchive archive = lifecycle.archive(plugin.id, state.current());
            plugin.describe(archive.descriptor());
            if (state.enabled() && state.quarantine().isEmpty()) {
                lifecycle.save(plugin, state.failedStarts(state.failedStarts() + 1));
                lifecycle.promote(plugin, archive, state.failedStarts(0), Announcer.NOBODY);
            }
        } catch (PluginException failure) {
            startFailed(plugin, failure);
        } catch (IOException failure) {
            log.error("The plugin {} cannot be read and is left out", plugin.id, failure);
        }
    }

    private void startFailed(InstalledPlugin plugin, PluginException failure) throws InterruptedException {
        log.error("The plugin {} does not start", plugin.id, failure);
        plugin.fails(failure.reasons());
        int times = plugin.state().map(PluginState::failedStarts).orElse(0);
        if (times >= allowed) {
            try {
                supervisor.setAside(
                        plugin,
                        texts.in(
                                "quarantined.starts",
                                language -> Map.of(
                                        "plugin", plugin.id, "times", times, "reason", failure.reason(language))));
            } catch (IOException unsaved) {
                log.error("That the plugin {} is set aside was not kept", plugin.id, unsaved);
            }
        }
    }

    /** How many are still being started. */
    int left() {
        return starting.get();
    }
}
