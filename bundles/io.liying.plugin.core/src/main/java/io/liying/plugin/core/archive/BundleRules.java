package io.liying.plugin.core.archive;

import io.liying.plugin.api.PluginException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a guest's manifest may ask the framework for. */
final class BundleRules {

    static final List<String> HEADERS = List.of(
            "Bundle-ManifestVersion",
            "Bundle-SymbolicName",
            "Bundle-Version",
            "Bundle-ClassPath",
            "Bundle-NativeCode",
            "Bundle-RequiredExecutionEnvironment",
            "DynamicImport-Package",
            "Eclipse-BuddyPolicy",
            "Export-Package",
            "Fragment-Host",
            "Import-Package",
            "Multi-Release",
            "Provide-Capability",
            "Require-Bundle",
            "Require-Capability");

    private static final Pattern SYMBOLIC_NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final Pattern GUEST_PACKAGE = Pattern.compile("io\\.liying(\\.[a-z0-9]+)+\\.api");
    private static final Pattern JAVA = Pattern.compile("version\\s*>?=\\s*(\\d{1,4})(?:\\.(\\d{1,4}))?");
    private static final Pattern OLD_JAVA = Pattern.compile("J(?:ava|2)SE-(\\d{1,4})(?:\\.(\\d{1,4}))?");
    private static final List<String> INSIDE_FRAMEWORK = List.of(
            "org.eclipse.osgi.internal",
            "org.eclipse.osgi.storage",
            "org.eclipse.osgi.container",
            "org.eclipse.osgi.launch",
            "org.eclipse.core.runtime.adaptor");
    private static final List<String> NOT_A_GUESTS = List.of("io.liying", "java", "org.osgi", "org.eclipse.osgi");
    private static final List<String> FRAMEWORK = List.of("system.bundle", "org.eclipse.osgi");

    private final Refusals refusals;
    private final String file;

    BundleRules(Refusals refusals, String file) {
        this.refusals = refusals;
        this.file = file;
    }

    String symbolicName(Map<String, String> headers) throws PluginException {
        if (!headers.getOrDefault("Bundle-ManifestVersion", "").strip().equals("2")) {
            throw refusals.refuse("plugin.bundle.manifest-version", Map.of("file", file));
        }
        List<HeaderClause> clauses = clauses("Bundle-SymbolicName", headers);
        String name = clauses.isEmpty() ? "" : clauses.getFirst().names().getFirst();
        if (clauses.size() != 1
                || name.length() > 255
                || !SYMBOLIC_NAME.matcher(name).matches()) {
            throw refusals.refuse("plugin.bundle.name", Map.of("file", file, "value", name));
        }
        return name;
    }

    String version(Map<String, String> headers) throws PluginException {
        String version = headers.getOrDefault("Bundle-Version", "");
        return Versions.normal(version)
                .orElseThrow(() -> refusals.refuse("plugin.bundle.version", Map.of("file", file, "value", version)));
    }

    void check(Map<String, String> headers) throws PluginException {
        for (HeaderClause host : clauses("Fragment-Host", headers)) {
            throw refuse("plugin.bundle.fragment", host.names().getFirst());
        }
        for (HeaderClause clause : clauses("Require-Bundle", headers)) {
            for (String bundle : clause.names()) {
                if (isIn(bundle, "io.liying") || FRAMEWORK.contains(bundle)) {
                    throw refuse("plugin.bundle.require", bundle);
                }
            }
        }
        for (HeaderClause clause : clauses("Export-Package", headers)) {
            for (String name : clause.names()) {
                if (NOT_A_GUESTS.stream().anyMatch(owner -> isIn(name, owner))) {
                    throw refuse("plugin.bundle.export", name);
                }
            }
        }
        // Equinox finds classes of every bundle through a buddy, and code outside the jar through "external:".
        if (headers.containsKey("Eclipse-BuddyPolicy")) {
            throw refuse("plugin.bundle.dynamic-import", "Eclipse-BuddyPolicy");
        }
        for (HeaderClause clause : clauses("Bundle-ClassPath", headers)) {
            if (clause.names().stream().anyMatch(path -> path.startsWith("external:") || path.contains(".."))) {
                throw refusals.refuse("plugin.manifest.broken", Map.of("file", file, "header", "Bundle-ClassPath"));
            }
        }
        checkCapabilities("Provide-Capability", headers);
        checkWiring(headers);
        Matcher old = OLD_JAVA.matcher(headers.getOrDefault("Bundle-RequiredExecutionEnvironment", ""));
        OptionalInt java = old.results().mapToInt(BundleRules::feature).min();
        if (java.isPresent() && java.getAsInt() > Runtime.version().feature()) {
            throw tooNew(refusals, file, java.getAsInt());
        }
    }

    /** The rules for the headers that a multi-release jar may have again for each version of Java. */
    void checkWiring(Map<String, String> headers) throws PluginException {
        for (HeaderClause clause : clauses("Import-Package", headers)) {
            for (String name : clause.names()) {
                checkImport("plugin.bundle.import", name);
            }
        }
        for (HeaderClause clause : clauses("DynamicImport-Package", headers)) {
            for (String name : clause.names()) {
                String prefix = name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
                boolean wildcard = !prefix.equals(name);
                if (wildcard && ("io.liying.".startsWith(prefix) || prefix.startsWith("io.liying."))) {
                    throw refuse("plugin.bundle.dynamic-import", name);
                }
                checkImport("plugin.bundle.dynamic-import", prefix.endsWith(".") ? prefix + "x" : prefix);
            }
        }
        checkCapabilities("Require-Capability", headers);
    }

    private void checkImport(String code, String name) throws PluginException {
        boolean inside = isIn(name, "io.liying") && !GUEST_PACKAGE.matcher(name).matches();
        if (inside || INSIDE_FRAMEWORK.stream().anyMatch(owner -> isIn(name, owner))) {
            throw refuse(code, name);
        }
    }

    private void checkCapabilities(String header, Map<String, String> headers) throws PluginException {
        for (HeaderClause clause : clauses(header, headers)) {
            for (String namespace : clause.names()) {
                if (namespace.startsWith("osgi.wiring.")) {
                    throw refuse("plugin.bundle.capability", namespace);
                }
                if (namespace.equals("osgi.ee") && header.startsWith("Require")) {
                    checkJava(clause.directives().getOrDefault("filter", ""));
                }
            }
        }
    }

    /** Where a filter offers a choice the lowest counts; the resolver has the last word. */
    private void checkJava(String filter) throws PluginException {
        List<Integer> versions =
                JAVA.matcher(filter).results().map(BundleRules::feature).toList();
        boolean choice = filter.indexOf('|') >= 0;
        OptionalInt needed = choice
                ? versions.stream().mapToInt(Integer::intValue).min()
                : versions.stream().mapToInt(Integer::intValue).max();
        if (needed.isPresent() && needed.getAsInt() > Runtime.version().feature()) {
            throw tooNew(refusals, file, needed.getAsInt());
        }
    }

    private static int feature(MatchResult version) {
        int first = Integer.parseInt(version.group(1));
        return first == 1 && version.group(2) != null ? Integer.parseInt(version.group(2)) : first;
    }

    static PluginException tooNew(Refusals refusals, String file, int needed) {
        String running = Integer.toString(Runtime.version().feature());
        return refusals.refuse(
                "plugin.java.too-new", Map.of("file", file, "needed", Integer.toString(needed), "running", running));
    }

    static List<HeaderClause> clauses(Refusals refusals, String file, Map<String, String> headers, String header)
            throws PluginException {
        String value = headers.getOrDefault(header, "");
        try {
            return value.isBlank() ? List.of() : HeaderClause.parse(value);
        } catch (IllegalArgumentException broken) {
            throw refusals.refuse("plugin.manifest.broken", Map.of("file", file, "header", header), broken);
        }
    }

    private List<HeaderClause> clauses(String header, Map<String, String> headers) throws PluginException {
        return clauses(refusals, file, headers, header);
    }

    private static boolean isIn(String name, String owner) {
        return name.equals(owner) || name.startsWith(owner + ".");
    }

    private PluginException refuse(String code, String value) {
        return refusals.refuse(code, Map.of("file", file, "value", value));
    }
}
