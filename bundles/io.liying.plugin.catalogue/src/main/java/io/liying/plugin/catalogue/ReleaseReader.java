package io.liying.plugin.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.liying.i18n.api.Language;
import io.liying.plugin.api.Permission;
import io.liying.plugin.api.PluginCatalogue.Release;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.framework.VersionRange;

/** Reads a version of a plugin in an index. */
final class ReleaseReader {

    /** Of a plugin's file. */
    static final long LARGEST_FILE = 64L << 20;

    private static final int MOST_PERMISSIONS = 64;
    private static final int MOST_IMPORTS = 100;
    private static final int LONGEST_SENTENCE = 1_000;
    private static final int LONGEST_NOTES = 10_000;
    private static final int OLDEST_JAVA = 8;
    private static final Pattern VERSION = Pattern.compile("\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}(\\.[A-Za-z0-9_-]{1,100})?");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PACKAGE = Pattern.compile("io\\.liying(\\.[a-z0-9]+)+");
    private static final Pattern KIND = Pattern.compile("[a-z0-9-]{1,50}");

    /** A part may not begin with a dot, so that neither {@code ..} nor hidden files can be named. */
    private static final Pattern FILE =
            Pattern.compile("[A-Za-z0-9_+-][A-Za-z0-9._+-]*(/[A-Za-z0-9_+-][A-Za-z0-9._+-]*)*");

    private ReleaseReader() {}

    static Release read(Node version) throws IndexException {
        Optional<Node> signature =
                version.has("signature") ? Optional.of(version.object("signature")) : Optional.empty();
        Optional<String> publisher = Optional.empty();
        Optional<String> fingerprint = Optional.empty();
        if (signature.isPresent()) {
            publisher = Optional.of(signature.get().text("publisher", LONGEST_SENTENCE));
            fingerprint = Optional.of(signature.get().text("fingerprint", SHA256, 64));
        }
        List<String> missing = new ArrayList<>();
        List<Permission> permissions = permissions(version, missing);
        return new Release(
                version.text("version", VERSION, 150),
                version.text("file", FILE, 500),
                version.number("size", 1, LARGEST_FILE),
                version.text("sha256", SHA256, 64),
                publisher,
                fingerprint,
                languages(version),
                permissions,
                imports(version),
                (int) (version.has("java") ? version.number("java", 1, 9_999) : OLDEST_JAVA),
                version.time("published"),
                version.has("notes") ? version.texts("notes", LONGEST_NOTES) : Map.of(),
                missing);
    }

    private static Set<Language> languages(Node version) throws IndexException {
        JsonNode tags = version.json().get("languages");
        if (tags == null || !tags.isArray() || tags.size() > 100) {
            throw version.broken("languages");
        }
        Set<Language> languages = EnumSet.noneOf(Language.class);
        for (JsonNode tag : tags) {
            for (Language language : Language.values()) {
                if (language.code().equals(tag.textValue())) {
                    languages.add(language);
                }
            }
        }
        return languages;
    }

    /** A kind that is unknown here cannot be granted: what asks for it does not work here. */
    private static List<Permission> permissions(Node version, List<String> missing) throws IndexException {
        List<Permission> permissions = new ArrayList<>();
        for (Node permission : version.objects("permissions", 0, MOST_PERMISSIONS)) {
            String code = permission.text("kind", KIND, 50);
            String value = permission.has("value") ? permission.text("value", LONGEST_SENTENCE) : "";
            Map<Language, String> reasons = permission.texts("reason", LONGEST_SENTENCE);
            Optional<Permission.Kind> known = kind(code);
            if (known.isPresent()) {
                permissions.add(new Permission(known.get(), value, reasons));
            } else {
                missing.add(code);
            }
        }
        return permissions;
    }

    private static Optional<Permission.Kind> kind(String code) {
        for (Permission.Kind kind : Permission.Kind.values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> imports(Node version) throws IndexException {
        if (!version.has("imports")) {
            return Map.of();
        }
        Node imports = version.object("imports");
        if (imports.json().size() > MOST_IMPORTS) {
            throw version.broken("imports");
        }
        Map<String, String> ranges = new HashMap<>();
        for (Map.Entry<String, JsonNode> imported : imports.json().properties()) {
            String range = imports.text(imported.getKey(), 200);
            if (!PACKAGE.matcher(imported.getKey()).matches() || !isRange(range)) {
                throw imports.broken(imported.getKey());
            }
            ranges.put(imported.getKey(), range);
        }
        return ranges;
    }

    private static boolean isRange(String text) {
        try {
            return text.isEmpty() || !new VersionRange(text).isEmpty();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
