package io.liying.plugin.core.tool.publish;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liying.i18n.api.Language;
import io.liying.plugin.api.Permission;
import io.liying.plugin.api.PluginDescriptor;
import io.liying.plugin.api.Signature;
import io.liying.plugin.core.archive.BundleJar;
import io.liying.plugin.core.archive.PluginArchive;
import io.liying.plugin.core.archive.ZipContent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the index says about a version, so that nobody must fetch it to know whether it works here. */
final class PublishedVersion {

    private static final Pattern JAVA = Pattern.compile("\\(osgi\\.ee=JavaSE\\)\\(version>?=(\\d{1,4})");
    private static final int OLDEST_JAVA = 8;
    private static final int JAVA_1_0 = 44;

    private PublishedVersion() {}

    /** What is said of the plugin as a whole: the words of its newest version. */
    static void describe(ObjectNode plugin, PluginDescriptor descriptor) {
        plugin.set("name", texts(descriptor.names()));
        plugin.set("description", texts(descriptor.descriptions()));
        plugin.put("author", descriptor.author());
        plugin.put("license", descriptor.licence());
        plugin.put("homepage", descriptor.homepage());
    }

    static ObjectNode json(PluginArchive archive, Signature signature, Instant published) {
        PluginDescriptor descriptor = archive.descriptor();
        ObjectNode version = JsonNodeFactory.instance.objectNode();
        version.put("version", descriptor.version());
        version.put("file", Candidate.of(archive).file());
        version.put("size", archive.bytes());
        version.put("sha256", archive.sha256());
        if (signature.fingerprint().isPresent()) {
            version.putObject("signature")
                    .put("publisher", signature.publisher().orElse(""))
                    .put("fingerprint", signature.fingerprint().get());
        }
        ArrayNode languages = version.putArray("languages");
        descriptor.languages().stream().sorted().map(Language::code).forEach(languages::add);
        ArrayNode permissions = version.putArray("permissions");
        for (Permission permission : descriptor.permissions()) {
            ObjectNode asked =
                    permissions.addObject().put("kind", permission.kind().code());
            if (!permission.value().isEmpty()) {
                asked.put("value", permission.value());
            }
            asked.set("reason", texts(permission.reasons()));
        }
        ObjectNode imports = version.putObject("imports");
        imports(archive).forEach(imports::put);
        version.put("java", java(archive));
        version.put("published", published.truncatedTo(ChronoUnit.SECONDS).toString());
        return version;
    }

    private static ObjectNode texts(Map<Language, String> texts) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (Language language : Language.values()) {
            if (texts.containsKey(language)) {
                node.put(language.code(), texts.get(language));
            }
        }
        return node;
    }

    /** The packages of LiYing that any of its bundles imports; of several ranges the first counts. */
    private static Map<String, String> imports(PluginArchive archive) {
        Map<String, String> ranges = new TreeMap<>();
        for (BundleJar bundle : archive.bundles()) {
            for (String imported : bundle.imports()) {
                if (imported.startsWith("io.liying.")) {
                    int space = imported.indexOf(' ');
                    String name = space < 0 ? imported : imported.substring(0, space);
                    ranges.putIfAbsent(name, space < 0 ? "" : imported.substring(space + 1));
                }
            }
        }
        return ranges;
    }

    /** The Java that its classes were compiled for, or that its bundles ask for if that is newer. */
    private static int java(PluginArchive archive) {
        int java = OLDEST_JAVA;
        for (BundleJar bundle : archive.bundles()) {
            java = Math.max(java, newestClass(bundle.content()));
            for (ZipContent jar : bundle.embedded()) {
                java = Math.max(java, newestClass(jar));
            }
            String needs = bundle.headers().getOrDefault("Require-Capability", "");
            for (MatchResult needed : JAVA.matcher(needs).results().toList()) {
                java = Math.max(java, Integer.parseInt(needed.group(1)));
            }
        }
        return java;
    }

    private static int newestClass(ZipContent jar) {
        int newest = 0;
        for (String name : jar.names()) {
            if (name.endsWith(".class") && !name.startsWith("META-INF/versions/")) {
                byte[] head = jar.head(name, 8).orElseThrow();
                newest = Math.max(newest, ((head[6] & 0xFF) << 8 | (head[7] & 0xFF)) - JAVA_1_0);
            }
        }
        return newest;
    }
}
