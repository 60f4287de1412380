package io.liying.plugin.core.archive;

import io.liying.i18n.api.MessageCatalogs;
import io.liying.plugin.api.Permission;
import io.liying.plugin.api.PluginException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a plugin's file into memory and refuses it if anything about it is broken or hostile. Nothing is written and no
 * code of it runs. Safe for use by many threads.
 */
public final class ArchiveReader {

    private static final String IN_JAR = "LIYING-INF/plugin.json";
    private static final String IN_LYP = "plugin.json";

    private final ArchiveLimits limits;
    private final Refusals refusals;

    public ArchiveReader(ArchiveLimits limits, MessageCatalogs catalogs) {
        this.limits = limits;
        this.refusals = new Refusals(catalogs.of(ArchiveReader.class));
    }

    /**
     * Reads a jar with {@code LIYING-INF/plugin.json} or a {@code .lyp} with {@code plugin.json}; which of the two it is
     * is told by the content, not by the file's name.
     *
     * @throws PluginException with a code that starts with {@code plugin.} if it is refused
     */
    public PluginArchive read(Path file) throws PluginException {
        String name = String.valueOf(file.getFileName());
        byte[] bytes = bytes(file, name);
        Budget budget = new Budget(limits, refusals);
        ZipContent zip = new ZipParser(refusals, budget, name, bytes).parse();
        boolean jar = zip.names().contains(IN_JAR);
        boolean lyp = zip.names().contains(IN_LYP);
        if (jar == lyp) {
            String code = jar ? "plugin.descriptor.two" : "plugin.descriptor.missing";
            throw refusals.refuse(code, Map.of("file", name));
        }
        try (StrictJson json = new StrictJson(refusals, name, descriptor(zip, jar ? IN_JAR : IN_LYP))) {
            DescriptorReader reader = new DescriptorReader(json, lyp);
            reader.read();
            List<BundleJar> bundles = bundles(zip, reader.bundles(), new BundleReader(refusals, budget), budget);
            checkNative(reader, bundles);
            PluginArchive archive = new PluginArchive(
                    file,
                    bytes.length,
                    sha256(bytes),
                    reader.descriptor(bundles.getFirst().version()),
                    bundles,
                    new TableFiles(refusals).of(bundles));
            Optional<String> panel = reader.panel();
            if (panel.isPresent() && !bundles.getFirst().content().names().contains(panel.get())) {
                throw refusals.refuse("plugin.descriptor.panel", Map.of("file", name, "value", panel.get()));
            }
            return archive;
        } catch (IOException failure) {
            throw refusals.refuse("plugin.file.unreadable", Map.of("file", name), failure);
        }
    }

    private byte[] bytes(Path file, String name) throws PluginException {
        if (!Files.isRegularFile(file)) {
            throw refusals.refuse("plugin.file.unreadable", Map.of("file", name));
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes((int) limits.archiveBytes() + 1);
            if (bytes.length > limits.archiveBytes()) {
                throw refusals.refuse(
                        "plugin.file.too-large",
                        Map.of("file", name, "limit", Budget.megabytes(limits.archiveBytes())));
            }
            return bytes;
        } catch (IOException failure) {
            throw refusals.refuse("plugin.file.unreadable", Map.of("file", name), failure);
        }
    }

    private byte[] descriptor(ZipContent zip, String entry) throws PluginException {
        byte[] json = zip.head(entry, limits.descriptorBytes() + 1).orElseThrow();
        if (json.length > limits.descriptorBytes()) {
            String limit = Integer.toString((limits.descriptorBytes() + 1023) / 1024);
            throw refusals.refuse("plugin.descriptor.too-large", Map.of("file", zip.label(), "limit", limit));
        }
        return json;
    }

    private List<BundleJar> bundles(ZipContent zip, List<String> names, BundleReader reader, Budget budget)
            throws PluginException {
        if (names.isEmpty()) {
            return List.of(reader.read(zip));
        }
        List<BundleJar> bundles = new ArrayList<>();
        Set<String> symbolicNames = new HashSet<>();
        for (String name : names) {
            byte[] jar = zip.read(name)
                    .orElseThrow(
                            () -> refusals.refuse("plugin.bundle.missing", Map.of("file", zip.label(), "value", name)));
            String label = zip.label() + "!/" + name;
            BundleJar bundle = reader.read(new ZipParser(refusals, budget, label, jar).parse());
            if (!symbolicNames.add(bundle.symbolicName())) {
                throw refusals.refuse(
                        "plugin.bundle.twice", Map.of("file", zip.label(), "value", bundle.symbolicName()));
            }
            bundles.add(bundle);
        }
        return bundles;
    }

    private void checkNative(DescriptorReader reader, List<BundleJar> bundles) throws PluginException {
        for (BundleJar bundle : bundles) {
            if (bundle.headers().containsKey("Bundle-NativeCode") && !reader.permits(Permission.Kind.NATIVE_CODE)) {
                throw refusals.refuse(
                        "plugin.bundle.native", Map.of("file", bundle.content().label()));
            }
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
