package io.liying.plugin.api;

import io.liying.i18n.api.Language;
import java.util.Map;

/** A step in the life of a plugin, in the order in which they happen. */
public sealed interface PluginEvent {

    /** Which plugin; empty as long as its file has not been read. */
    String plugin();

    /** What happened, in words, in every language. */
    Map<Language, String> reasons();

    /** The file is complete in the host's own folder. */
    record Received(String plugin, Map<Language, String> reasons) implements PluginEvent {}

    /** Size, archive, descriptor, signature and bytecode were checked. */
    record Verified(String plugin, Map<Language, String> reasons, PluginInspection inspection) implements PluginEvent {}

    /** The new version is installed beside the old one. */
    record Staged(String plugin, Map<Language, String> reasons) implements PluginEvent {}

    /** Everything it imports was found. */
    record Resolved(String plugin, Map<Language, String> reasons) implements PluginEvent {}

    /** Its bundles have started. */
    record Started(String plugin, Map<Language, String> reasons) implements PluginEvent {}

    /** Its self-test passed and its intents are learnt. */
    record Probed(String plugin, Map<Language, String> reasons) implements PluginEvent {}

    /** It answers from now on; this survives a crash. */
    record Promoted(String plugin, Map<Language, String> reasons, String version) implements PluginEvent {}

    /** The old version finishes the turns that began on it. */
    record Draining(String plugin, Map<Language, String> reasons, int turns) implements PluginEvent {}

    /** The old version is stopped and its code is gone from the framework. */
    record Removed(String plugin, Map<Language, String> reasons, String version) implements PluginEvent {}

    /** An earlier version answers again. */
    record RolledBack(String plugin, Map<Language, String> reasons, String version) implements PluginEvent {}

    /** It was set aside because it failed too often or could not be held in check. */
    record Quarantined(String plugin, Map<Language, String> reasons) implements PluginEvent {}

    /** It was switched off or on, pinned or configured. */
    record Changed(String plugin, Map<Language, String> reasons) implements PluginEvent {}

    /** The operation ended without success; what answered before answers on. */
    record Failed(String plugin, Map<Language, String> reasons, String code) implements PluginEvent {}
}
