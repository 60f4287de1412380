package io.liying.plugin.core;

import io.liying.i18n.api.Language;
import io.liying.plugin.api.PluginDescriptor;
import io.liying.plugin.api.PluginEvent;
import io.liying.plugin.api.PluginException;
import io.liying.plugin.api.PluginInspection;
import io.liying.plugin.api.PluginListener;
import io.liying.plugin.api.PluginStatus;
import io.liying.plugin.core.InstalledPlugin.Running;
import io.liying.plugin.core.archive.PluginArchive;
import io.liying.plugin.core.guest.DatabaseGuestServices;
import io.liying.plugin.core.life.Texts;
import io.liying.plugin.core.state.InstalledVersion;
import io.liying.plugin.core.state.PluginState;
import io.liying.plugin.core.state.StateStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people change about plugins. Operations on one plugin run in the order in which they came, those on different
 * plugins side by side.
 */
final class Operations {

    private interface Operation {
        void run() throws PluginException, IOException, InterruptedException;
    }

    private static final Logger log = LoggerFactory.getLogger(Operations.class);

    private final InstalledPlugins plugins;
    private final Admission admission;
    private final Lifecycle lifecycle;
    private final StateStore store;
    private final Settings settings;
    private final StorageGuard storage;
    private final DatabaseGuestServices guests;
    private final Announcer announcer;
    private final Texts texts;
    private final Clock clock;
    private volatile int keepVersions;

    /** @param house what the steps need, too */
    Operations(
            InstalledPlugins plugins,
            Admission admission,
            Lifecycle lifecycle,
            Lifecycle.House house,
            DatabaseGuestServices guests,
            PluginsConfig config) {
        this.plugins = plugins;
        this.admission = admission;
        this.lifecycle = lifecycle;
        this.store = house.store();
        this.settings = house.settings();
        this.storage = house.storage();
        this.guests = guests;
        this.announcer = house.announcer();
        this.texts = house.texts();
        this.clock = house.clock();
        this.keepVersions = config.keep_versions();
    }

    void modified(PluginsConfig changed) {
        keepVersions = changed.keep_versions();
    }

    PluginStatus install(Path file, Set<String> approvals, PluginListener progress)
            throws PluginException, InterruptedException {
        Admission.Admitted admitted = admit(file, approvals, progress);
        PluginArchive archive = admitted.archive();
        PluginInspection inspection = admitted.inspection();
        InstalledPlugin plugin = plugins.of(archive.descriptor().id());
        return inTurn(plugin, progress, () -> {
            refusePinned(plugin, archive.descriptor());
            Path kept = store.keep(plugin.id, file, archive.sha256());
            InstalledVersion version = new InstalledVersion(
                    archive.descriptor().version(),
                    kept.getFileName().toString(),
                    archive.sha256(),
                    inspection.signature(),
                    inspection.findings(),
                    clock.instant());
            Optional<PluginState> before = plugin.state();
            Set<String> approved = new HashSet<>(inspection.approvals());
            before.ifPresent(state -> approved.addAll(state.approved()));
            PluginState next = before.map(state -> state.promoted(version, earlier(state, version)))
                    .orElseGet(() -> PluginState.first(version))
                    .approved(approved);
            lifecycle.promote(plugin, archive, next, progress);
        });
    }

    private Admission.Admitted admit(Path file, Set<String> approvals, PluginListener progress)
            throws PluginException, InterruptedException {
        try {
            return OffCarrier.run("plugin-admission", () -> admission.admit(file, approvals, progress));
        } catch (IOException failure) {
            throw onDisk(failure);
        }
    }

    private PluginException onDisk(IOException failure) {
        return texts.refusal("disk", Map.of("reason", String.valueOf(failure.getMessage())), failure);
    }

    private void refusePinned(InstalledPlugin plugin, PluginDescriptor offered) throws PluginException {
        Optional<PluginState> state = plugin.state().filter(PluginState::pinned);
        if (state.isPresent() && !state.get().current().version().equals(offered.version())) {
            throw texts.refusal(
                    "pinned",
                    Map.of("plugin", plugin.id, "version", state.get().current().version()));
        }
    }

    /** The versions to keep beside a new one, the one it replaces first. */
    private List<InstalledVersion> earlier(PluginState state, InstalledVersion next) {
        List<InstalledVersion> earlier = new ArrayList<>(state.earlier());
        earlier.addFirst(state.current());
        earlier.removeIf(old -> old.sha256().equals(next.sha256()));
        return earlier.subList(0, Math.min(earlier.size(), keepVersions));
    }

    PluginStatus rollBack(String id, Optional<String> version, PluginListener progress)
            throws PluginException, InterruptedException {
        InstalledPlugin plugin = plugins.known(id);
        return inTurn(plugin, progress, () -> {
            PluginState state = plugin.state().orElseThrow(() -> plugins.unknown(id));
            InstalledVersion back = state.earlier().stream()
                    .filter(old -> version.isEmpty() || old.version().equals(version.get()))
                    .findFirst()
                    .orElseThrow(() -> texts.refusal(
                            "earlier.unknown",
                            Map.of(
                                    "plugin", id,
                                    "version", version.orElse("–"),
                                    "versions",
                                            String.join(
                                                    ", ",
                                                    state.earlier().stream()
                                                            .map(InstalledVersion::version)
                                                            .toList()))));
            List<InstalledVersion> others = new ArrayList<>(state.earlier());
            others.remove(back);
            others.addLast(state.current());
            PluginArchive archive = lifecycle.archive(id, back);
            lifecycle.promote(plugin, archive, state.promoted(back, others), progress);
            announcer.tell(
                    progress,
                    new PluginEvent.RolledBack(id, texts.about("rolledback", archive.descriptor()), back.version()));
        });
    }

    PluginStatus enable(String id, boolean enabled, PluginListener progress)
            throws PluginException, InterruptedException {
        InstalledPlugin plugin = plugins.known(id);
        return inTurn(plugin, progress, () -> {
            PluginState state =
                    plugin.state().orElseThrow(() -> plugins.unknown(id)).enabled(enabled);
            if (!enabled) {
                lifecycle.save(plugin, state);
                lifecycle.withdraw(plugin, progress);
            } else if (plugin.running().isEmpty()) {
                lifecycle.promote(plugin, lifecycle.archive(id, state.current()), state, progress);
            }
            announcer.tell(progress, new PluginEvent.Changed(id, named(enabled ? "enabled" : "disabled", id)));
        });
    }

    PluginStatus pin(String id, boolean pinned) throws PluginException, InterruptedException {
        InstalledPlugin plugin = plugins.known(id);
        return inTurn(plugin, Announcer.NOBODY, () -> {
            lifecycle.save(
                    plugin,
                    plugin.state().orElseThrow(() -> plugins.unknown(id)).pinned(pinned));
            announcer.tell(
                    Announcer.NOBODY, new PluginEvent.Changed(id, named(pinned ? "pinned.on" : "pinned.off", id)));
        });
    }

    void uninstall(String id, boolean withData, PluginListener progress) throws PluginException, InterruptedException {
        InstalledPlugin plugin = plugins.known(id);
        plugin.turn.lockInterruptibly();
        try {
            OffCarrier.run("plugin-" + id, () -> {
                PluginState state = plugin.state().orElseThrow(() -> plugins.unknown(id));
                store.remove(id);
                lifecycle.withdraw(plugin, progress);
                plugin.remember(null);
                plugins.forget(plugin);
                storage.forget(id);
                if (withData) {
                    guests.delete(id);
                }
                announcer.tell(
                        progress,
                        new PluginEvent.Removed(
                                id, named("uninstalled", id), state.current().version()));
                return plugin;
            });
        } catch (IOException failure) {
            throw onDisk(failure);
        } finally {
            plugin.turn.unlock();
        }
    }

    /** The plugin is replaced by itself with other settings, so that no turn meets it half configured. */
    PluginStatus configure(String id, Map<String, Object> values) throws PluginException, InterruptedException {
        InstalledPlugin plugin = plugins.known(id);
        return inTurn(plugin, Announcer.NOBODY, () -> {
            Running running = plugin.running().orElseThrow(() -> texts.refusal("off", Map.of("plugin", id)));
            PluginState state = plugin.state().orElseThrow(() -> plugins.unknown(id));
            Map<String, Object> changed = settings.changed(running.generation().bundles(), state.settings(), values);
            lifecycle.promote(plugin, running.archive(), state.settings(changed), Announcer.NOBODY);
            announcer.tell(Announcer.NOBODY, new PluginEvent.Changed(id, named("configured", id)));
        });
    }

    private Map<Language, String> named(String key, String id) {
        return texts.in(key, Map.of("plugin", id));
    }

    private PluginStatus inTurn(InstalledPlugin plugin, PluginListener progress, Operation operation)
            throws PluginException, InterruptedException {
        plugin.turn.lockInterruptibly();
        try {
            OffCarrier.run("plugin-" + plugin.id, () -> {
                operation.run();
                return plugin;
            });
            return plugin.status().orElseThrow(() -> plugins.unknown(plugin.id));
        } catch (PluginException refused) {
            announcer.tell(progress, new PluginEvent.Failed(plugin.id, refused.reasons(), refused.code()));
            throw refused;
        } catch (IOException failure) {
            PluginException refused = onDisk(failure);
            announcer.tell(progress, new PluginEvent.Failed(plugin.id, refused.reasons(), refused.code()));
            throw refused;
        } finally {
            tidy(plugin);
            plugin.turn.unlock();
        }
    }

    private void tidy(InstalledPlugin plugin) {
        try {
            store.tidy(plugin.id);
            if (plugin.state().isEmpty()) {
                plugins.forget(plugin);
            }
        } catch (IOException failure) {
            log.warn("What the operation on the plugin {} has left was not deleted", plugin.id, failure);
        }
    }
}
