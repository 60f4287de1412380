package io.liying.plugin.core;

import io.liying.i18n.api.Language;
import io.liying.plugin.api.PluginDescriptor;
import io.liying.plugin.api.PluginStatus;
import io.liying.plugin.api.PluginStatus.State;
import io.liying.plugin.core.archive.PluginArchive;
import io.liying.plugin.core.life.Generation;
import io.liying.plugin.core.life.GuardedServices;
import io.liying.plugin.core.life.Health;
import io.liying.plugin.core.state.InstalledVersion;
import io.liying.plugin.core.state.PluginState;
import io.liying.skill.api.Skill;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A plugin that is installed. What is written is written by the thread that holds {@link #turn}. */
final class InstalledPlugin {

    /** A generation that answers. */
    record Running(Generation generation, PluginArchive archive, List<Skill> skills, Health health) {}

    /** Operations on one plugin run in the order in which they came. */
    final ReentrantLock turn = new ReentrantLock(true);

    final String id;
    final GuardedServices services;
    private volatile @Nullable PluginState state;
    private volatile @Nullable PluginDescriptor descriptor;
    private volatile @Nullable Running running;
    private volatile Map<Language, String> problem = Map.of();

    InstalledPlugin(String id, GuardedServices services) {
        this.id = id;
        this.services = services;
    }

    Optional<PluginState> state() {
        return Optional.ofNullable(state);
    }

    Optional<Running> running() {
        return Optional.ofNullable(running);
    }

    void remember(@Nullable PluginState changed) {
        state = changed;
    }

    void describe(PluginDescriptor known) {
        descriptor = known;
    }

    void runs(@Nullable Running changed) {
        running = changed;
        if (changed != null) {
            descriptor = changed.generation().descriptor();
            problem = Map.of();
        }
    }

    void fails(Map<Language, String> reasons) {
        problem = Map.copyOf(reasons);
    }

    boolean isQuarantined() {
        PluginState known = state;
        return running == null && known != null && !known.quarantine().isEmpty();
    }

    /** Empty while it is being installed for the first time, or after it was removed. */
    Optional<PluginStatus> status() {
        PluginState known = state;
        if (known == null) {
            return Optional.empty();
        }
        Running now = running;
        State shown = now != null
                ? State.ACTIVE
                : !known.quarantine().isEmpty() ? State.QUARANTINED : known.enabled() ? State.FAILED : State.DISABLED;
        InstalledVersion current = known.current();
        return Optional.of(new PluginStatus(
                descriptor == null ? unknown(current) : descriptor,
                shown,
                shown == State.QUARANTINED ? known.quarantine() : byCode(problem),
                current.sha256(),
                current.signature(),
                current.findings(),
                known.earlier().stream().map(InstalledVersion::version).toList(),
                known.pinned() ? Optional.of(current.version()) : Optional.empty(),
                current.at(),
                now == null ? 0 : now.health().calls(),
                now == null ? 0 : now.health().failures()));
    }

    /** For a plugin whose file cannot be read any more. */
    private PluginDescriptor unknown(InstalledVersion current) {
        return new PluginDescriptor(
                id, current.version(), Map.of(), Map.of(), "", "", "", java.util.Set.of(), List.of(), Optional.empty());
    }

    static Map<String, String> byCode(Map<Language, String> texts) {
        Map<String, String> byCode = new LinkedHashMap<>();
        texts.forEach((language, text) -> byCode.put(language.code(), text));
        return byCode;
    }
}
