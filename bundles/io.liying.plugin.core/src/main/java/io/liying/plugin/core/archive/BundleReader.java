package io.liying.plugin.core.archive;

import io.liying.plugin.api.PluginException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.jar.Manifest;

/** Makes a bundle of a jar's content, if its manifest and its classes allow it. */
final class BundleReader {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final int MANIFEST_BYTES = 8 << 20;
    private static final int CLASS_MAGIC = 0xCAFEBABE;
    private static final int JAVA_1_0 = 44;

    private final Refusals refusals;
    private final Budget budget;

    BundleReader(Refusals refusals, Budget budget) {
        this.refusals = refusals;
        this.budget = budget;
    }

    BundleJar read(ZipContent jar) throws PluginException {
        if (!jar.names().contains(MANIFEST)) {
            throw refusals.refuse("plugin.manifest.missing", Map.of("file", jar.label()));
        }
        Map<String, String> headers = headers(jar, MANIFEST);
        BundleRules rules = new BundleRules(refusals, jar.label());
        String name = rules.symbolicName(headers);
        String version = rules.version(headers);
        rules.check(headers);
        if (Boolean.parseBoolean(headers.getOrDefault("Multi-Release", "false"))) {
            for (String entry : jar.names()) {
                if (entry.startsWith("META-INF/versions/") && entry.endsWith("/OSGI-INF/MANIFEST.MF")) {
                    rules.checkWiring(headers(jar, entry));
                }
            }
        }
        checkClasses(jar);
        return new BundleJar(name, version, headers, jar, embedded(jar, headers));
    }

    private Map<String, String> headers(ZipContent jar, String entry) throws PluginException {
        String file = jar.label();
        byte[] manifest = jar.head(entry, MANIFEST_BYTES + 1).orElseThrow();
        if (manifest.length > MANIFEST_BYTES) {
            throw refusals.refuse("plugin.manifest.broken", Map.of("file", file, "header", entry));
        }
        try {
            checkNoneTwice(file, manifest);
            Map<String, String> headers = new HashMap<>();
            new Manifest(new ByteArrayInputStream(manifest))
                    .getMainAttributes()
                    .forEach((name, value) -> headers.put(name.toString(), value.toString()));
            Map<String, String> known = new HashMap<>(headers);
            for (String header : BundleRules.HEADERS) {
                headers.forEach((name, value) -> {
                    if (name.equalsIgnoreCase(header)) {
                        known.put(header, value);
                    }
                });
            }
            return known;
        } catch (IOException broken) {
            throw refusals.refuse("plugin.manifest.broken", Map.of("file", file, "header", entry), broken);
        }
    }

    /** The JDK takes the last of two equal headers and others the first, so that one of them would not be checked. */
    private void checkNoneTwice(String file, byte[] manifest) throws PluginException {
        Set<String> seen = new HashSet<>();
        for (String line : new String(manifest, StandardCharsets.UTF_8).split("\r\n|\r|\n", -1)) {
            if (line.isEmpty()) {
                return;
            }
            int colon = line.indexOf(':');
            if (!line.startsWith(" ")
                    && colon > 0
                    && !seen.add(line.substring(0, colon).toLowerCase(Locale.ROOT))) {
                throw refusals.refuse(
                        "plugin.manifest.broken", Map.of("file", file, "header", line.substring(0, colon)));
            }
        }
    }

    private void checkClasses(ZipContent jar) throws PluginException {
        int running = Runtime.version().feature();
        for (String name : jar.names()) {
            if (!name.endsWith(".class") || name.startsWith("META-INF/versions/")) {
                continue;
            }
            byte[] head = jar.head(name, 8).orElseThrow();
            if (head.length < 8 || ByteBuffer.wrap(head).getInt() != CLASS_MAGIC) {
                throw refusals.refuse("plugin.class.broken", Map.of("file", jar.label(), "entry", name));
            }
            int java = ((head[6] & 0xFF) << 8 | (head[7] & 0xFF)) - JAVA_1_0;
            if (java > running) {
                throw BundleRules.tooNew(refusals, jar.label(), java);
            }
        }
    }

    /** Jars in a bundle are read as strictly as the bundle, as its class path may name them. */
    private List<ZipContent> embedded(ZipContent jar, Map<String, String> headers) throws PluginException {
        Set<String> classPath = new HashSet<>();
        for (HeaderClause clause : BundleRules.clauses(refusals, jar.label(), headers, "Bundle-ClassPath")) {
            classPath.addAll(clause.names());
        }
        List<ZipContent> embedded = new ArrayList<>();
        for (String name : jar.names()) {
            if (name.toLowerCase(Locale.ROOT).endsWith(".jar") || classPath.contains(name)) {
                String label = jar.label() + "!/" + name;
                ZipContent inner =
                        new ZipParser(refusals, budget, label, jar.read(name).orElseThrow()).parse();
                checkClasses(inner);
                embedded.add(inner);
            }
        }
        return embedded;
    }
}
