package io.liying.http.plugins;

import io.liying.i18n.api.Language;
import io.liying.plugin.api.PluginCatalogue.Offer;
import io.liying.plugin.api.PluginCatalogue.Release;
import io.liying.plugin.api.PluginCatalogue.Source;
import io.liying.plugin.api.PluginCatalogue.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Offers as JSON, with texts in one language. */
final class CatalogueDocuments {

    private CatalogueDocuments() {}

    static Map<String, Object> offer(Offer offer, Language language) {
        Release release = offer.release();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", offer.id());
        document.put("name", offer.names().isEmpty() ? offer.id() : text(offer.names(), language));
        document.put("description", text(offer.descriptions(), language));
        document.put("version", release.version());
        document.put("installed", offer.installed().orElse(""));
        document.put("update", offer.state() == State.UPDATE);
        document.put("state", Documents.code(offer.state()));
        document.put("missing", release.missing());
        document.put("size", release.bytes());
        document.put("publisher", release.publisher().orElse(""));
        document.put("fingerprint", release.fingerprint().orElse(""));
        document.put("permissions", Documents.permissions(release.permissions(), language));
        document.put("author", offer.author());
        document.put("licence", offer.licence());
        document.put("homepage", offer.homepage());
        document.put("languages", languages(release));
        document.put("published", release.published());
        document.put("notes", text(release.notes(), language));
        document.put("sha256", release.sha256());
        document.put(
                "versions",
                offer.releases().stream().map(CatalogueDocuments::version).toList());
        document.put("source", offer.source());
        return document;
    }

    private static Map<String, Object> version(Release release) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", release.version());
        document.put("compatible", release.isCompatible());
        document.put("missing", release.missing());
        document.put("published", release.published());
        return document;
    }

    private static List<String> languages(Release release) {
        return release.languages().stream().sorted().map(Language::code).toList();
    }

    static Map<String, Object> source(Source source, Language language) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("address", source.address());
        document.put("plugins", source.plugins());
        document.put("fetched", source.fetched().orElse(null));
        document.put("problem", text(source.problem(), language));
        return document;
    }

    /** An index may lack English: then any language is better than nothing. */
    private static String text(Map<Language, String> texts, Language language) {
        String english = texts.getOrDefault(Language.ENGLISH, "");
        String any =
                english.isEmpty() ? texts.values().stream().sorted().findFirst().orElse("") : english;
        return texts.getOrDefault(language, any);
    }
}
