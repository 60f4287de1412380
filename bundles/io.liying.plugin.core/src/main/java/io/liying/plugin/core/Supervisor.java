package io.liying.plugin.core;

import io.liying.i18n.api.Language;
import io.liying.plugin.api.GuestLoops;
import io.liying.plugin.api.PluginEvent;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.core.InstalledPlugin.Running;
import io.liying.plugin.core.life.Generation;
import io.liying.plugin.core.life.Health;
import io.liying.plugin.core.life.Texts;
import io.liying.plugin.core.state.PluginState;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done about plugins that fail or cannot be held in check: an earlier version is put back soon after an upgrade,
 * whatever cannot be stopped or takes too much memory is set aside. Works on threads of its own: whoever noticed goes on.
 */
final class Supervisor {

    private static final Logger log = LoggerFactory.getLogger(Supervisor.class);

    /** Puts the newest earlier version of a plugin back. */
    interface RollBack {
        void of(String plugin) throws PluginException, InterruptedException;
    }

    private interface Measure {
        void take() throws PluginException, IOException, InterruptedException;
    }

    /** Between two tries where memory is full. */
    private static final long PAUSE_MILLIS = 100;

    private final Lifecycle lifecycle;
    private final Announcer announcer;
    private final Texts texts;
    private final RollBack rollBack;
    private volatile PluginsConfig config;
    private volatile boolean ending;

    Supervisor(Lifecycle lifecycle, Announcer announcer, Texts texts, PluginsConfig config, RollBack rollBack) {
        this.lifecycle = lifecycle;
        this.announcer = announcer;
        this.texts = texts;
        this.config = config;
        this.rollBack = rollBack;
    }

    void modified(PluginsConfig changed) {
        config = changed;
    }

    /** From now on nothing is done any more: everything ends. */
    void end() {
        ending = true;
    }

    /** Watches the calls of a generation that is about to answer. */
    Health over(InstalledPlugin plugin, Generation generation) {
        Health.Alarm alarm = new Health.Alarm() {
            @Override
            public void failing(long failures, long calls) {
                inBackground(plugin, generation, () -> putBack(plugin, failures, calls));
            }

            @Override
            public void unstoppable() {
                GuestLoops.end(generation.threads());
                inBackground(
                        plugin,
                        generation,
                        () -> setAside(plugin, texts.in("quarantined.unstoppable", Map.of("plugin", plugin.id))));
            }
        };
        return new Health(
                Duration.ofSeconds(config.rollback_seconds()), config.rollback_failures(), System::nanoTime, alarm);
    }

    /** A plugin allocated too much within a second. */
    void tooGreedy(InstalledPlugin plugin, ThreadGroup threads, long megabytes) {
        stop(plugin, threads, "quarantined.memory", Map.of("megabytes", megabytes, "limit", config.memory_mb()));
    }

    /** A plugin allocated much within a second, and as much stays in memory. */
    void tooHoarding(InstalledPlugin plugin, ThreadGroup threads, long megabytes) {
        stop(plugin, threads, "quarantined.kept", Map.of("megabytes", megabytes, "limit", config.memory_mb() / 2));
    }

    /** A plugin has too many threads. */
    void tooCrowded(InstalledPlugin plugin, ThreadGroup threads, int count) {
        stop(plugin, threads, "quarantined.threads", Map.of("threads", count, "limit", config.threads()));
    }

    /** Ends what runs in a group of threads at once, and sets its plugin aside. */
    private void stop(InstalledPlugin plugin, ThreadGroup threads, String reason, Map<String, ?> facts) {
        GuestLoops.end(threads);
        threads.interrupt();
        Map<String, Object> arguments = new HashMap<>(facts);
        arguments.put("plugin", plugin.id);
        plugin.running()
                .map(Running::generation)
                .filter(generation -> generation.threads() == threads)
                .ifPresent(generation ->
                        inBackground(plugin, generation, () -> setAside(plugin, texts.in(reason, arguments))));
    }

    /** A plugin keeps much more than it may. */
    void tooFull(InstalledPlugin plugin, long bytes, long limitBytes) {
        plugin.running()
                .map(Running::generation)
                .ifPresent(generation -> inBackground(
                        plugin,
                        generation,
                        () -> setAside(
                                plugin,
                                texts.in(
                                        "quarantined.storage",
                                        Map.of(
                                                "plugin", plugin.id,
                                                "megabytes", bytes >> 20,
                                                "limit", limitBytes >> 20)))));
    }

    /** Does something about a generation unless it has been replaced meanwhile. */
    private void inBackground(InstalledPlugin plugin, Generation generation, Measure measure) {
        Thread.ofPlatform().daemon().name("plugin-alarm-" + plugin.id).start(() -> {
            try {
                while (!tried(plugin, generation, measure)) {
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                }
            } catch (PluginException | IOException failure) {
                log.error("The plugin {} could not be held in check", plugin.id, failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Whether it came to an end: where the plugin has left no memory for it, it is tried again. */
    private boolean tried(InstalledPlugin plugin, Generation generation, Measure measure)
            throws PluginException, IOException, InterruptedException {
        plugin.turn.lock();
        try {
            if (!ending
                    && plugin.running()
                            .filter(now -> now.generation() == generation)
                            .isPresent()) {
                measure.take();
            }
            return true;
        } catch (OutOfMemoryError full) {
            return ending;
        } finally {
            plugin.turn.unlock();
        }
    }

    private void putBack(InstalledPlugin plugin, long failures, long calls)
            throws PluginException, InterruptedException {
        boolean possible =
                plugin.state().filter(state -> !state.earlier().isEmpty()).isPresent();
        log.error("The plugin {} failed in {} of {} calls after its upgrade", plugin.id, failures, calls);
        if (possible) {
            rollBack.of(plugin.id);
        }
    }

    /** Keeps a plugin from answering until a person switches it on again. */
    void setAside(InstalledPlugin plugin, Map<Language, String> reasons) throws IOException, InterruptedException {
        Optional<PluginState> state = plugin.state();
        if (state.isPresent()) {
            lifecycle.save(plugin, state.get().quarantined(InstalledPlugin.byCode(reasons)));
            announcer.tell(Announcer.NOBODY, new PluginEvent.Quarantined(plugin.id, reasons));
            lifecycle.withdraw(plugin, Announcer.NOBODY);
        }
    }
}
