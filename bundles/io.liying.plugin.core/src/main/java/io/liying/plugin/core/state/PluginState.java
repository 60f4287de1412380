package io.liying.plugin.core.state;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is remembered of a plugin.
 *
 * @param current the promoted version
 * @param earlier versions that can be put back, the newest first
 * @param enabled whether a person wants it to answer
 * @param pinned whether no other version may take its place
 * @param failedStarts how often in a row it did not start; counted before each try, so that one that takes the process
 *     with it is counted too
 * @param quarantine why it was set aside, by language code; empty if it was not
 * @param settings what was set in its form
 * @param approved what a person has approved of it so far
 */
public record PluginState(
        InstalledVersion current,
        List<InstalledVersion> earlier,
        boolean enabled,
        boolean pinned,
        int failedStarts,
        Map<String, String> quarantine,
        Map<String, Object> settings,
        Set<String> approved) {

    public PluginState {
        earlier = List.copyOf(earlier);
        quarantine = Map.copyOf(quarantine);
        settings = Map.copyOf(settings);
        approved = Set.copyOf(approved);
    }

    public static PluginState first(InstalledVersion version) {
        return new PluginState(version, List.of(), true, false, 0, Map.of(), Map.of(), Set.of());
    }

    public PluginState promoted(InstalledVersion version, List<InstalledVersion> before) {
        return new PluginState(version, before, true, pinned, 0, Map.of(), settings, approved);
    }

    public PluginState enabled(boolean wanted) {
        return new PluginState(current, earlier, wanted, pinned, 0, Map.of(), settings, approved);
    }

    public PluginState pinned(boolean wanted) {
        return new PluginState(current, earlier, enabled, wanted, failedStarts, quarantine, settings, approved);
    }

    public PluginState failedStarts(int count) {
        return new PluginState(current, earlier, enabled, pinned, count, quarantine, settings, approved);
    }

    public PluginState quarantined(Map<String, String> reasons) {
        return new PluginState(current, earlier, enabled, pinned, failedStarts, reasons, settings, approved);
    }

    public PluginState approved(Set<String> all) {
        return new PluginState(current, earlier, enabled, pinned, failedStarts, quarantine, settings, all);
    }

    public PluginState settings(Map<String, Object> changed) {
        return new PluginState(current, earlier, enabled, pinned, failedStarts, quarantine, changed, approved);
    }
}
