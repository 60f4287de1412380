package io.liying.plugin.core;

import io.liying.plugin.api.GuestLoops;
import io.liying.plugin.api.PluginDescriptor;
import io.liying.plugin.api.PluginEvent;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.api.PluginListener;
import io.liying.plugin.core.InstalledPlugin.Running;
import io.liying.plugin.core.archive.ArchiveReader;
import io.liying.plugin.core.archive.PluginArchive;
import io.liying.plugin.core.guest.ContextFactory;
import io.liying.plugin.core.guest.GuestServices;
import io.liying.plugin.core.guest.TopicHub;
import io.liying.plugin.core.life.ComponentProblems;
import io.liying.plugin.core.life.Generation;
import io.liying.plugin.core.life.GuardedServices;
import io.liying.plugin.core.life.Health;
import io.liying.plugin.core.life.LeakWatch;
import io.liying.plugin.core.life.PlainData;
import io.liying.plugin.core.life.Texts;
import io.liying.plugin.core.state.InstalledVersion;
import io.liying.plugin.core.state.PluginState;
import io.liying.plugin.core.state.StateStore;
import io.liying.plugin.core.trust.TrustStore;
import io.liying.skill.api.Skill;
import io.liying.skill.api.host.Replacement;
import io.liying.skill.api.host.SkillHost;
import io.liying.skill.api.host.SkillHost.GuestSkill;
import io.liying.storage.api.StorageException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.framework.BundleContext;

/**
 * The steps from a file to a plugin that answers, and back. A new version is installed, started and probed beside the old
 * one; what is then written to the disk decides which of them starts after a crash; one switch sends new turns to it; the
 * old one ends when its turns have. Whoever calls holds the plugin's turn.
 */
final class Lifecycle {

    /** What the steps need of the house. */
    record House(
            BundleContext context,
            SkillHost skills,
            ContextFactory contexts,
            GuestServices guests,
            TopicHub topics,
            ComponentProblems components,
            Settings settings,
            ArchiveReader reader,
            StateStore store,
            TrustStore publishers,
            LeakWatch leaks,
            ResourceGuard resources,
            StorageGuard storage,
            Announcer announcer,
            Texts texts,
            Clock clock) {}

    /** Who watches over a generation that is about to answer. */
    interface Watch {
        Health over(InstalledPlugin plugin, Generation generation);
    }

    private final House house;
    private final Watch watch;
    private final AtomicLong generations = new AtomicLong();
    private volatile PluginsConfig config;

    Lifecycle(House house, PluginsConfig config, Watch watch) {
        this.house = house;
        this.config = config;
        this.watch = watch;
    }

    void modified(PluginsConfig changed) {
        config = changed;
    }

    /** Starts an archive beside what answers now, and lets it take over. */
    void promote(InstalledPlugin plugin, PluginArchive archive, PluginState next, PluginListener progress)
            throws PluginException, IOException, InterruptedException {
        PluginDescriptor descriptor = archive.descriptor();
        Generation generation = new Generation(
                descriptor,
                generations.incrementAndGet(),
                house.context(),
                house.contexts(),
                house.guests(),
                house.topics(),
                house.components(),
                house.clock(),
                house.texts(),
                new Generation.Limits(
                        Duration.ofSeconds(config.start_seconds()),
                        Duration.ofSeconds(config.start_seconds()),
                        Duration.ofSeconds(config.task_seconds()),
                        Duration.ofMillis(config.stop_millis())));
        generation.onUnstoppable(() -> GuestLoops.end(generation.threads()));
        Optional<Running> before = plugin.running();
        Optional<PluginState> remembered = plugin.state();
        Replacement exchange;
        Running running;
        Map<String, GuardedServices.Offer> services;
        boolean firstTables = false;
        try {
            generation.stage(archive);
            house.announcer()
                    .tell(
                            progress,
                            new PluginEvent.Staged(plugin.id, house.texts().about("staged", descriptor)));
            generation.resolve();
            house.announcer()
                    .tell(
                            progress,
                            new PluginEvent.Resolved(plugin.id, house.texts().about("resolved", descriptor)));
            firstTables = migrate(plugin, archive);
            house.settings().apply(generation.bundles(), next.settings());
            generation.start();
            house.announcer()
                    .tell(
                            progress,
                            new PluginEvent.Started(plugin.id, house.texts().about("started", descriptor)));
            generation.selfTest();
            Health health = watch.over(plugin, generation);
            generation.onUnstoppable(() -> health.ended(SkillHost.Outcome.UNSTOPPABLE, 0));
            List<Skill> added = generation.services(Skill.class).stream()
                    .map(PlainData::skill)
                    .toList();
            List<GuestSkill> guests = added.stream()
                    .map(skill -> new GuestSkill(skill, generation.threads(), health))
                    .toList();
            exchange = learn(generation, guests, before.map(Running::skills).orElse(List.of()));
            services = plugin.services.prepare(generation);
            running = new Running(generation, archive, added, health);
            house.announcer()
                    .tell(
                            progress,
                            new PluginEvent.Probed(plugin.id, house.texts().about("probed", descriptor)));
            save(plugin, next);
            commit(plugin, exchange, remembered);
        } catch (PluginException | IOException | InterruptedException | RuntimeException failed) {
            discard(generation);
            if (firstTables) {
                house.guests().dropTables(plugin.id);
            }
            throw failed;
        }
        plugin.services.exchange(generation, services);
        plugin.runs(running);
        house.resources().watch(plugin.id, generation.threads());
        house.storage().watch(generation.descriptor());
        house.announcer()
                .tell(
                        progress,
                        new PluginEvent.Promoted(
                                plugin.id, house.texts().about("promoted", descriptor), descriptor.version()));
        if (before.isPresent()) {
            retire(plugin, before.get(), exchange, progress);
        }
    }

    /** Another plugin may have taken an intent since the exchange was prepared: what was remembered before then counts. */
    private void commit(InstalledPlugin plugin, Replacement exchange, Optional<PluginState> remembered)
            throws PluginException, IOException {
        try {
            exchange.commit();
        } catch (IllegalArgumentException taken) {
            if (remembered.isPresent()) {
                save(plugin, remembered.get());
            } else {
                house.store().remove(plugin.id);
                plugin.remember(null);
            }
            throw intents(taken);
        }
    }

    /** Before any of its code runs; returns whether it had no tables before. */
    private boolean migrate(InstalledPlugin plugin, PluginArchive archive)
            throws PluginException, InterruptedException {
        try {
            return house.guests().migrate(plugin.id, archive.tables(), Duration.ofSeconds(config.start_seconds()));
        } catch (StorageException | IllegalArgumentException failed) {
            throw house.texts().refusal("tables", Map.of("reason", String.valueOf(failed.getMessage())), failed);
        }
    }

    private PluginException intents(IllegalArgumentException reason) {
        return house.texts().refusal("intents", Map.of("reason", String.valueOf(reason.getMessage())), reason);
    }

    private Replacement learn(Generation generation, List<GuestSkill> added, List<Skill> removed)
            throws PluginException, InterruptedException {
        try {
            return generation.call(() -> house.skills().prepare(added, removed));
        } catch (PluginException failure) {
            if (failure.getCause() instanceof IllegalArgumentException malformed) {
                throw intents(malformed);
            }
            throw failure;
        }
    }

    private void retire(InstalledPlugin plugin, Running old, Replacement exchange, PluginListener progress)
            throws InterruptedException {
        Duration limit = Duration.ofSeconds(config.drain_seconds());
        int turns = exchange.leases();
        house.announcer()
                .tell(
                        progress,
                        new PluginEvent.Draining(
                                plugin.id,
                                house.texts().in("draining", Map.of("version", version(old), "turns", turns)),
                                turns));
        exchange.drain(limit);
        old.generation().awaitServed(limit);
        discard(old.generation());
        house.announcer()
                .tell(
                        progress,
                        new PluginEvent.Removed(
                                plugin.id, house.texts().in("removed", Map.of("version", version(old))), version(old)));
    }

    private static String version(Running running) {
        return running.generation().descriptor().version();
    }

    /** Takes a plugin out of service. */
    void withdraw(InstalledPlugin plugin, PluginListener progress) throws InterruptedException {
        Optional<Running> running = plugin.running();
        if (running.isPresent()) {
            Replacement exchange =
                    house.skills().prepare(List.of(), running.get().skills());
            exchange.commit();
            plugin.services.exchange(running.get().generation(), Map.of());
            plugin.runs(null);
            retire(plugin, running.get(), exchange, progress);
        }
    }

    /** Takes a generation apart and watches whether its classes leave the memory. */
    void discard(Generation generation) throws InterruptedException {
        List<ClassLoader> loaders = generation.classLoaders();
        house.resources().forget(generation.threads());
        house.settings().forget(generation.bundles());
        generation.remove();
        GuestLoops.forget(generation.threads());
        house.leaks().removed(generation, loaders);
    }

    /** The kept file of a version, checked again. */
    PluginArchive archive(String id, InstalledVersion version) throws PluginException {
        PluginArchive archive = house.reader().read(house.store().file(id, version));
        if (!archive.sha256().equals(version.sha256())) {
            throw house.texts().refusal("changed", Map.of("plugin", id, "version", version.version()));
        }
        if (isRevoked(version)) {
            throw house.texts().refusal("revoked", Map.of("plugin", id, "version", version.version()));
        }
        return archive;
    }

    private boolean isRevoked(InstalledVersion version) throws PluginException {
        try {
            Optional<String> publisher = version.signature().fingerprint();
            return house.publishers().isRevoked(version.sha256())
                    || publisher.isPresent() && house.publishers().isRevoked(publisher.get());
        } catch (IOException unreadable) {
            throw house.texts().refusal("revocations", Map.of(), unreadable);
        }
    }

    /** Remembers; durable when this returns. */
    void save(InstalledPlugin plugin, PluginState state) throws IOException {
        house.store().write(plugin.id, state);
        plugin.remember(state);
    }
}
