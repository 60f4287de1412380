package io.liying.plugin.catalogue;

import io.liying.i18n.api.Language;
import io.liying.plugin.api.PluginCatalogue.Release;
import java.util.List;
import java.util.Map;

/**
 * A plugin as an index lists it.
 *
 * @param releases at least one, the newest first
 * @param searched its id, names and descriptions as {@link Words} wants them
 */
record Listing(
        String id,
        Map<Language, String> names,
        Map<Language, String> descriptions,
        String author,
        String licence,
        String homepage,
        List<Release> releases,
        String searched) {

    Listing {
        names = Map.copyOf(names);
        descriptions = Map.copyOf(descriptions);
        releases = List.copyOf(releases);
    }
}
