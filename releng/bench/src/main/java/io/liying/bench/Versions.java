package io.liying.bench;

import io.liying.testkit.PluginJar;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The versions 1.0.1, 1.0.2 and so on of a skill that answers {@code version N}. It is compiled once; a version is the
 * same jar with another number in it, so that a thousand of them are made in seconds.
 */
final class Versions {

    static final String SENTENCE = "what does the parrot say";

    private static final String MEMBERS = """
            private static final String NUMBER = number();

            private static String number() {
                try (java.io.InputStream number = TestSkill.class.getResourceAsStream("number.txt")) {
                    return new String(number.readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
                } catch (java.io.IOException failure) {
                    throw new java.io.UncheckedIOException(failure);
                }
            }
            """;

    private final Path folder;
    private final Path base;
    private final String packageFolder;

    Versions(Path folder) throws Exception {
        PluginJar parrot = PluginJar.of("parrot", "1.0.0")
                .withSkill(
                        "return SkillAnswer.of(\"version \" + NUMBER);",
                        MEMBERS,
                        "ask the parrot",
                        SENTENCE,
                        "parrot please",
                        "let the parrot speak",
                        "say it parrot");
        this.folder = folder;
        this.base = parrot.build(folder.resolve("base.jar"));
        this.packageFolder = parrot.packageName().replace('.', '/') + "/";
    }

    /** Writes a version; returns the file. */
    Path number(int number) throws IOException {
        String version = "1.0." + number;
        Path file = folder.resolve("parrot-" + version + ".jar");
        try (ZipFile source = new ZipFile(base.toFile());
                OutputStream output = Files.newOutputStream(file);
                ZipOutputStream target = new ZipOutputStream(output)) {
            for (Enumeration<? extends ZipEntry> entries = source.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                target.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream content = source.getInputStream(entry)) {
                    switch (entry.getName()) {
                        case JarFile.MANIFEST_NAME -> manifest(content, version).write(target);
                        case "LIYING-INF/plugin.json" -> target.write(descriptor(content, version));
                        default -> content.transferTo(target);
                    }
                }
                target.closeEntry();
            }
            target.putNextEntry(new ZipEntry(packageFolder + "number.txt"));
            target.write(Integer.toString(number).getBytes(StandardCharsets.US_ASCII));
            target.closeEntry();
        }
        return file;
    }

    private static Manifest manifest(InputStream content, String version) throws IOException {
        Manifest manifest = new Manifest(content);
        manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), version);
        return manifest;
    }

    private static byte[] descriptor(InputStream content, String version) throws IOException {
        return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                .replace("\"1.0.0\"", "\"" + version + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }
}
