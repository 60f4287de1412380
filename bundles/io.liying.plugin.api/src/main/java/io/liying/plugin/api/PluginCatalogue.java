package io.liying.plugin.api;

import io.liying.i18n.api.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the configured catalogues offer. Where two of them list the same plugin, the one that comes first in the
 * configuration counts, so that a later one cannot replace a plugin of an earlier one. Safe for use by many threads.
 */
@ProviderType
public interface PluginCatalogue {

    /**
     * What to look for.
     *
     * @param text words that all must occur in the id, a name or a description in any language; empty for everything
     * @param language only plugins that speak it
     * @param updatesOnly only installed plugins of which a newer version that works here is offered
     * @param compatibleOnly only plugins of which some version works here
     */
    record Query(String text, Optional<Language> language, boolean updatesOnly, boolean compatibleOnly) {

        /** Everything. */
        public static final Query ALL = new Query("", Optional.empty(), false, false);
    }

    /** How an offer relates to what is installed. */
    enum State {
        /** Not installed here. */
        AVAILABLE,
        /** The installed version is the newest that works here, or newer. */
        CURRENT,
        /** A newer version works here. */
        UPDATE,
        /** A newer version works here, but the plugin is pinned to the one it has. */
        HELD,
        /** No version works here. */
        INCOMPATIBLE
    }

    /**
     * One version of a plugin in a catalogue.
     *
     * @param version as OSGi writes it
     * @param file relative to the catalogue
     * @param bytes the size of the file
     * @param sha256 of the file, in hexadecimal
     * @param publisher who signed it, as the catalogue says; the signature itself is checked at the installation
     * @param fingerprint of the publisher's certificate
     * @param languages which languages it speaks
     * @param permissions what it asks for
     * @param imports version ranges of the packages of LiYing that it needs, by package; an empty one fits any version
     * @param java the oldest Java that it runs on, such as 25
     * @param published when it came into the catalogue
     * @param notes what is new, by language; empty if nothing is said
     * @param missing what it needs and is not here, such as {@code io.liying.skill.api [2.0,3)}; empty if it works here
     */
    record Release(
            String version,
            String file,
            long bytes,
            String sha256,
            Optional<String> publisher,
            Optional<String> fingerprint,
            Set<Language> languages,
            List<Permission> permissions,
            Map<String, String> imports,
            int java,
            Instant published,
            Map<Language, String> notes,
            List<String> missing) {

        public Release {
            languages = Set.copyOf(languages);
            permissions = List.copyOf(permissions);
            imports = Map.copyOf(imports);
            notes = Map.copyOf(notes);
            missing = List.copyOf(missing);
        }

        /** Whether it works with the packages and the Java that are here. */
        public boolean isCompatible() {
            return missing.isEmpty();
        }
    }

    /**
     * A plugin in a catalogue.
     *
     * @param id of the plugin
     * @param names by language
     * @param descriptions by language
     * @param author who made it
     * @param licence an SPDX expression
     * @param homepage a web address, or empty
     * @param release the newest version that works here, or if none does the newest
     * @param releases all versions, the newest first
     * @param state how it relates to what is installed
     * @param installed the version that is installed
     * @param source the catalogue it comes from
     */
    record Offer(
            String id,
            Map<Language, String> names,
            Map<Language, String> descriptions,
            String author,
            String licence,
            String homepage,
            Release release,
            List<Release> releases,
            State state,
            Optional<String> installed,
            String source) {

        public Offer {
            names = Map.copyOf(names);
            descriptions = Map.copyOf(descriptions);
            releases = List.copyOf(releases);
        }
    }

    /**
     * A configured catalogue.
     *
     * @param address as it is configured
     * @param plugins how many it lists
     * @param fetched when its index was last fetched or found unchanged; empty if never
     * @param problem why it did not answer the last time, in every language, empty if it did; with a time in {@code
     *     fetched} the copy of that time is used
     */
    record Source(String address, int plugins, Optional<Instant> fetched, Map<Language, String> problem) {

        public Source {
            problem = Map.copyOf(problem);
        }
    }

    /**
     * What is offered, in the order of the ids. A catalogue whose index is older than configured is asked again: in the
     * background if a copy of it is here, else before this returns.
     */
    List<Offer> find(Query query) throws InterruptedException;

    /** The configured catalogues in their order. */
    List<Source> sources();

    /** Asks all catalogues now and waits for their answers; each has a time limit. */
    List<Source> refresh() throws InterruptedException;

    /**
     * Fetches a plugin, checks that it is what the catalogue says, and installs it.
     *
     * @param version one of the offer's, or empty for its {@link Offer#release()}
     * @param approvals as {@link Plugins#install} takes them
     * @param progress hears each step
     * @throws PluginException if it is not offered, does not work here, cannot be fetched, is not what the catalogue says,
     *     or was refused; nothing is left behind
     */
    PluginStatus install(String id, Optional<String> version, Set<String> approvals, PluginListener progress)
            throws PluginException, InterruptedException;

    /**
     * Fetches a plugin and looks into it without installing it.
     *
     * @param version one of the offer's, or empty for its {@link Offer#release()}
     * @throws PluginException if it is not offered, cannot be fetched, is not what the catalogue says, or is no plugin
     */
    PluginInspection inspect(String id, Optional<String> version) throws PluginException, InterruptedException;
}
