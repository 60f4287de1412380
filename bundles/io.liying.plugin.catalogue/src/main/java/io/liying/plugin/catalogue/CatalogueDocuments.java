package io.liying.plugin.catalogue;

import io.liying.i18n.api.Language;
import io.liying.plugin.api.Permission;
import io.liying.plugin.api.PluginCatalogue.Offer;
import io.liying.plugin.api.PluginCatalogue.Release;
import io.liying.plugin.api.PluginCatalogue.Source;
import io.liying.plugin.api.PluginCatalogue.State;
import io.liying.plugin.api.PluginDescriptor;
import io.liying.plugin.api.PluginInspection;
import io.liying.plugin.api.PluginStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
        document.put("state", code(offer.state()));
        document.put("missing", release.missing());
        document.put("size", release.bytes());
        document.put("publisher", release.publisher().orElse(""));
        document.put("fingerprint", release.fingerprint().orElse(""));
        document.put("permissions", permissions(release.permissions(), language));
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

    /** A plugin that was installed. */
    static Map<String, Object> installed(PluginStatus status, Language language) {
        PluginDescriptor descriptor = status.descriptor();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", descriptor.id());
        document.put("name", descriptor.name(language));
        document.put("description", descriptor.description(language));
        document.put("version", descriptor.version());
        document.put("state", code(status.state()));
        document.put("earlier", status.earlier());
        return document;
    }

    /** What is known of a plugin's file before any of its code has run, as uploads tell it, too. */
    static Map<String, Object> inspection(PluginInspection inspection, String installed, Language language) {
        PluginDescriptor descriptor = inspection.descriptor();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", descriptor.id());
        document.put("name", descriptor.name(language));
        document.put("description", descriptor.description(language));
        document.put("version", descriptor.version());
        document.put("installed", installed.isEmpty() ? null : installed);
        document.put("author", descriptor.author());
        document.put("licence", descriptor.licence());
        document.put("homepage", descriptor.homepage());
        document.put(
                "languages",
                descriptor.languages().stream().sorted().map(Language::code).toList());
        document.put("permissions", permissions(descriptor.permissions(), language));
        document.put("bytes", inspection.bytes());
        document.put("sha256", inspection.sha256());
        Map<String, Object> signature = new LinkedHashMap<>();
        signature.put("state", code(inspection.signature().state()));
        signature.put("publisher", inspection.signature().publisher().orElse(null));
        signature.put("fingerprint", inspection.signature().fingerprint().orElse(null));
        document.put("signature", signature);
        document.put(
                "findings",
                inspection.findings().stream()
                        .map(finding -> Map.<String, Object>of(
                                "kind", finding.kind().code(),
                                "class", finding.className(),
                                "use", finding.use(),
                                "permitted", finding.permitted()))
                        .toList());
        document.put("approvals", inspection.approvals());
        return document;
    }

    private static List<Map<String, Object>> permissions(List<Permission> permissions, Language language) {
        return permissions.stream()
                .map(permission -> Map.<String, Object>of(
                        "code", permission.code(),
                        "kind", permission.kind().code(),
                        "value", permission.value(),
                        "reason", text(permission.reasons(), language)))
                .toList();
    }

    static String text(Map<Language, String> texts, Language language) {
        String english = texts.getOrDefault(Language.ENGLISH, "");
        String any =
                english.isEmpty() ? texts.values().stream().sorted().findFirst().orElse("") : english;
        return texts.getOrDefault(language, any);
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
