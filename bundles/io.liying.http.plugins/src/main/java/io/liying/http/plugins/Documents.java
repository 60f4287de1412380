package io.liying.http.plugins;

import io.liying.i18n.api.Language;
import io.liying.plugin.api.Finding;
import io.liying.plugin.api.LeftOver;
import io.liying.plugin.api.Permission;
import io.liying.plugin.api.PluginDescriptor;
import io.liying.plugin.api.PluginInspection;
import io.liying.plugin.api.PluginStatus;
import io.liying.plugin.api.SettingField;
import io.liying.plugin.api.Signature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Plugins as JSON, with texts in one language. */
final class Documents {

    private Documents() {}

    /** A line of the list. */
    static Map<String, Object> summary(PluginStatus status, Language language) {
        PluginDescriptor descriptor = status.descriptor();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", descriptor.id());
        document.put("name", descriptor.name(language));
        document.put("description", descriptor.description(language));
        document.put("version", descriptor.version());
        document.put("state", code(status.state()));
        document.put("problem", problem(status, language));
        document.put("signature", signature(status.signature()));
        document.put("permissions_count", descriptor.permissions().size());
        document.put("earlier", status.earlier());
        document.put("pinned", status.pinned().orElse(null));
        document.put("calls", status.calls());
        document.put("failures", status.failures());
        document.put("panel", panel(descriptor));
        return document;
    }

    /** All that is known of a plugin. */
    static Map<String, Object> details(
            PluginStatus status,
            List<SettingField> fields,
            List<String> keptSecrets,
            List<LeftOver> leftOvers,
            Language language) {
        Map<String, Object> document = summary(status, language);
        describe(document, status.descriptor(), language);
        document.put("sha256", status.sha256());
        document.put("installed_at", status.installedAt());
        document.put("findings", findings(status.findings()));
        document.put("fields", fields);
        document.put("secrets", secrets(status.descriptor(), keptSecrets, language));
        document.put(
                "left_overs",
                leftOvers.stream()
                        .filter(old -> old.plugin().equals(status.descriptor().id()))
                        .toList());
        return document;
    }

    /** What is known before any code has run. */
    static Map<String, Object> inspection(PluginInspection inspection, String installed, Language language) {
        PluginDescriptor descriptor = inspection.descriptor();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", descriptor.id());
        document.put("name", descriptor.name(language));
        document.put("description", descriptor.description(language));
        document.put("version", descriptor.version());
        document.put("installed", installed.isEmpty() ? null : installed);
        describe(document, descriptor, language);
        document.put("bytes", inspection.bytes());
        document.put("sha256", inspection.sha256());
        document.put("signature", signature(inspection.signature()));
        document.put("findings", findings(inspection.findings()));
        document.put("approvals", inspection.approvals());
        return document;
    }

    private static void describe(Map<String, Object> document, PluginDescriptor descriptor, Language language) {
        document.put("author", descriptor.author());
        document.put("licence", descriptor.licence());
        document.put("homepage", descriptor.homepage());
        document.put(
                "languages",
                descriptor.languages().stream().sorted().map(Language::code).toList());
        document.put("permissions", permissions(descriptor.permissions(), language));
    }

    static List<Map<String, Object>> permissions(List<Permission> permissions, Language language) {
        return permissions.stream()
                .map(permission -> permission(permission, language))
                .toList();
    }

    /** What it may ask for, and whether it was entered; never the secret itself. */
    private static List<Map<String, Object>> secrets(
            PluginDescriptor descriptor, List<String> kept, Language language) {
        return descriptor.permissions().stream()
                .filter(permission -> permission.kind() == Permission.Kind.SECRET)
                .map(permission -> Map.<String, Object>of(
                        "name", permission.value(),
                        "reason", text(permission.reasons(), language),
                        "kept", kept.contains(permission.value())))
                .toList();
    }

    private static Map<String, Object> permission(Permission permission, Language language) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("code", permission.code());
        document.put("kind", permission.kind().code());
        document.put("value", permission.value());
        document.put("reason", text(permission.reasons(), language));
        return document;
    }

    private static List<Map<String, Object>> findings(List<Finding> findings) {
        return findings.stream()
                .map(finding -> Map.<String, Object>of(
                        "kind", finding.kind().code(),
                        "class", finding.className(),
                        "use", finding.use(),
                        "permitted", finding.permitted()))
                .toList();
    }

    private static Map<String, Object> signature(Signature signature) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("state", code(signature.state()));
        document.put("publisher", signature.publisher().orElse(null));
        document.put("fingerprint", signature.fingerprint().orElse(null));
        return document;
    }

    private static Object problem(PluginStatus status, Language language) {
        return status.problem()
                .getOrDefault(language.code(), status.problem().getOrDefault(Language.ENGLISH.code(), ""));
    }

    /** Where its browser panel is, empty if it has none. */
    private static String panel(PluginDescriptor descriptor) {
        return descriptor
                .panel()
                .map(page -> "/plugins/" + descriptor.id() + "/panel/" + page.substring(page.lastIndexOf('/') + 1))
                .orElse("");
    }

    /** A text in a language, else in English, else nothing. */
    static String text(Map<Language, String> texts, Language language) {
        return texts.getOrDefault(language, texts.getOrDefault(Language.ENGLISH, ""));
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
