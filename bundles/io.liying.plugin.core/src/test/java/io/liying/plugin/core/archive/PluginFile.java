package io.liying.plugin.core.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A plugin's file under construction; what it starts with is valid. */
public final class PluginFile {

    public static final String MANIFEST = "META-INF/MANIFEST.MF";
    public static final String DESCRIPTOR = "LIYING-INF/plugin.json";

    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private String manifest = """
            Manifest-Version: 1.0
            Bundle-ManifestVersion: 2
            Bundle-SymbolicName: org.example.dice
            Bundle-Version: 1.2.3
            Import-Package: io.liying.plugin.api;version="[1.0,2)",io.liying.skill.api
            """;
    private String descriptor = """
            {
              "id": "dice",
              "name": {"en": "Dice", "ko": "주사위"},
              "description": {"en": "Rolls dice.", "ko": "주사위를 굴립니다."},
              "author": "Example",
              "license": "Apache-2.0",
              "homepage": "https://example.org/dice",
              "languages": ["en", "ko"],
              "permissions": [
                {"kind": "network", "value": "api.example.org",
                 "reason": {"en": "For random numbers.", "ko": "난수를 얻습니다."}}
              ]
            }
            """;

    public PluginFile() {
        with(MANIFEST, "").with(DESCRIPTOR, "");
    }

    public PluginFile with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public PluginFile with(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    public PluginFile without(String name) {
        entries.remove(name);
        return this;
    }

    /** Adds a header, or replaces the one of that name. */
    public PluginFile header(String name, String value) {
        manifest = manifest.replaceAll("(?m)^" + name + ":.*\n", "") + name + ": " + value + "\n";
        return this;
    }

    public PluginFile withoutHeader(String name) {
        manifest = manifest.replaceAll("(?m)^" + name + ":.*\n", "");
        return this;
    }

    /** Adds a line to the manifest as it is. */
    public PluginFile line(String line) {
        manifest += line + "\n";
        return this;
    }

    public PluginFile describe(String old, String replacement) {
        if (!descriptor.contains(old)) {
            throw new IllegalArgumentException(old);
        }
        descriptor = descriptor.replace(old, replacement);
        return this;
    }

    public PluginFile permissions(String json) {
        descriptor = descriptor.replaceAll("(?s)\"permissions\": \\[.*\\]\n", "\"permissions\": [" + json + "]\n");
        return this;
    }

    /** Makes a .lyp around bundles; the descriptor moves to its top. */
    public static byte[] lyp(PluginFile first, Map<String, byte[]> jars, String listed) {
        PluginFile lyp = new PluginFile().without(MANIFEST).without(DESCRIPTOR);
        lyp.with("plugin.json", first.descriptor.replaceFirst("\\{", "{\"bundles\": " + listed + ","));
        jars.forEach(lyp::with);
        return lyp.bytes();
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                boolean own = entry.getValue().length == 0;
                if (own && entry.getKey().equals(MANIFEST)) {
                    zip.write(manifest.getBytes(StandardCharsets.UTF_8));
                } else if (own && entry.getKey().equals(DESCRIPTOR)) {
                    zip.write(descriptor.getBytes(StandardCharsets.UTF_8));
                } else {
                    zip.write(entry.getValue());
                }
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    public Path write(Path folder) throws IOException {
        return Files.write(folder.resolve("dice.jar"), bytes());
    }
}
