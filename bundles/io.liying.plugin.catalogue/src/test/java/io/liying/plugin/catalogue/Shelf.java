package io.liying.plugin.catalogue;

import io.liying.i18n.api.Language;
import io.liying.plugin.core.tool.PlainMessages;
import io.liying.plugin.core.tool.Terminal;
import io.liying.plugin.core.tool.publish.PublishCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A catalogue folder that is filled by {@code ./liying plugin publish}. */
final class Shelf {

    private final Path folder;

    Shelf(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    Path index() {
        return folder.resolve("index.json");
    }

    /** Publishes a plugin that any LiYing can run. */
    Shelf with(String id, String version) throws Exception {
        return with(id, version, "io.liying.plugin.api;version=\"[1.0,2)\"");
    }

    Shelf with(String id, String version, String imports) throws Exception {
        Path file = Files.createTempFile("plugin-", ".jar");
        try {
            Files.write(file, jar(id, version, imports));
            Terminal terminal = new Terminal(
                    new PrintStream(new ByteArrayOutputStream()),
                    Language.ENGLISH,
                    new PlainMessages(),
                    name -> null,
                    question -> null);
            String data = folder.resolveSibling("publisher").toString();
            new PublishCommand().run(List.of(folder.toString(), file.toString(), "--data", data), terminal);
            return this;
        } finally {
            Files.delete(file);
        }
    }

    static byte[] jar(String id, String version, String imports) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("META-INF/MANIFEST.MF", """
                Manifest-Version: 1.0
                Bundle-ManifestVersion: 2
                Bundle-SymbolicName: org.example.%s
                Bundle-Version: %s
                Import-Package: %s
                """.formatted(id, version, imports));
        entries.put("LIYING-INF/plugin.json", """
                {
                  "id": "%s",
                  "name": {"en": "Big Dice", "ko": "주사위", "de": "Straßenwürfel"},
                  "description": {"en": "Rolls dice.", "ko": "주사위를 굴립니다.", "de": "Würfelt."},
                  "author": "Example",
                  "license": "Apache-2.0",
                  "languages": ["en", "ko", "de"],
                  "permissions": [{"kind": "network", "value": "api.example.org",
                    "reason": {"en": "For chance.", "ko": "난수를 얻습니다.", "de": "Für Zufall."}}]
                }
                """.formatted(id));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
