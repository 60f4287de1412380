package io.liying.speech.core.model;

import io.liying.speech.api.SpeechException;
import io.liying.speech.api.model.InstalledModel;
import io.liying.speech.api.model.ModelCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models of the data folder and of the index. A model arrives in a folder whose name begins with a dot and gets its
 * name in one step when it is whole, so nobody ever sees a half one.
 */
@Component(configurationPid = "io.liying.speech")
public final class FolderCatalogue implements ModelCatalogue {

    private static final Logger LOG = LoggerFactory.getLogger(FolderCatalogue.class);

    /** A model unpacked takes up to about this many times its download. */
    private static final int UNPACKED = 3;

    private final Path folder;
    private final ModelSums sums;
    private volatile String mirror;

    @Activate
    public FolderCatalogue(BundleContext context, MirrorConfig config, @Reference ModelSums sums) {
        this(
                Path.of(Optional.ofNullable(context.getProperty("liying.data")).orElse("data"))
                        .resolve("models"),
                config.model_mirror(),
                sums);
    }

    FolderCatalogue(Path folder, String mirror, ModelSums sums) {
        this.sums = sums;
        this.folder = folder.toAbsolutePath().normalize();
        this.mirror = mirror;
    }

    @Modified
    void modified(MirrorConfig config) {
        mirror = config.model_mirror();
    }

    @Override
    public List<Offer> offers() {
        Map<String, Offer> offers = new TreeMap<>();
        Map<String, InstalledModel> installed = installed();
        for (ModelIndex.Entry entry : index()) {
            offers.put(
                    entry.id(),
                    new Offer(
                            entry.id(),
                            entry.engine(),
                            entry.languages(),
                            entry.bytes(),
                            entry.memoryMegabytes(),
                            entry.licence(),
                            entry.quality(),
                            source(entry),
                            installed.containsKey(entry.id())));
        }
        installed.forEach((id, model) -> offers.computeIfAbsent(
                id,
                key -> new Offer(id, model.engine(), model.languages(), size(model.folder()), 0, "", "", "", true)));
        return List.copyOf(offers.values());
    }

    private Map<String, InstalledModel> installed() {
        Map<String, InstalledModel> installed = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
                for (Path child : children) {
                    if (Files.isDirectory(child)
                            && !child.getFileName().toString().startsWith(".")) {
                        ModelDescriptor.read(child).ifPresent(model -> installed.put(model.id(), model));
                    }
                }
            } catch (IOException unreadable) {
                throw new IllegalStateException("The models in " + folder + " cannot be read", unreadable);
            }
        }
        return installed;
    }

    private List<ModelIndex.Entry> index() {
        try {
            Path own = mirror.isEmpty() || isAddress(mirror) ? null : Path.of(mirror, "models.json");
            try (InputStream in = own != null && Files.exists(own)
                    ? Files.newInputStream(own)
                    : FolderCatalogue.class.getResourceAsStream("models.json")) {
                if (in == null) {
                    throw new IllegalStateException("models.json is missing");
                }
                return ModelIndex.read(in);
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException("The index of models cannot be read", unreadable);
        }
    }

    private static boolean isAddress(String place) {
        return place.startsWith("http://") || place.startsWith("https://");
    }

    private String source(ModelIndex.Entry entry) {
        if (mirror.isEmpty()) {
            return entry.url();
        }
        return isAddress(mirror)
                ? mirror.replaceAll("/+$", "") + "/" + entry.file()
                : Path.of(mirror, entry.file()).toString();
    }

    @Override
    public void install(String id, LongConsumer progress) throws SpeechException, InterruptedException {
        ModelIndex.Entry entry = index().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new SpeechException("model.unknown", Map.of("model", id)));
        String source = source(entry);
        try {
            Files.createDirectories(folder);
            room(entry.bytes() * (1 + UNPACKED));
            Path part = folder.resolve("." + id + ".part");
            Download.fetch(source, part, progress);
            check(entry, part);
            Path arriving = folder.resolve("." + id);
            ModelArchive.delete(arriving);
            Files.createDirectories(arriving);
            if (entry.file().endsWith(".zip")) {
                ModelArchive.unpack(part, arriving);
                Files.delete(part);
            } else {
                Files.move(part, arriving.resolve(entry.file()));
            }
            settle(arriving, id);
        } catch (IOException failed) {
            throw new SpeechException(
                    "model.fetch",
                    Map.of("model", id, "source", source, "why", String.valueOf(failed.getMessage())),
                    failed);
        }
    }

    private static void check(ModelIndex.Entry entry, Path part) throws IOException, SpeechException {
        boolean wrong = entry.bytes() > 0 && entry.sha256().isEmpty() && Files.size(part) < entry.bytes() / 2;
        if (wrong || !entry.sha256().isEmpty() && !entry.sha256().equalsIgnoreCase(Download.sha256(part))) {
            Files.delete(part);
            throw new SpeechException("model.checksum", Map.of("model", entry.id()));
        }
    }

    /** Gives a whole model its name. */
    private void settle(Path arriving, String id) throws IOException, SpeechException {
        if (ModelDescriptor.read(arriving).isEmpty()) {
            ModelArchive.delete(arriving);
            throw new SpeechException("model.none", Map.of("folder", id));
        }
        ModelSums.write(arriving);
        Path place = folder.resolve(id);
        ModelArchive.delete(place);
        Files.move(arriving, place);
    }

    @Override
    public String importFolder(Path source) throws SpeechException {
        Path from = source.toAbsolutePath().normalize();
        String id = String.valueOf(from.getFileName());
        try {
            if (!Files.isDirectory(from) || ModelDescriptor.read(from).isEmpty()) {
                throw new SpeechException("model.none", Map.of("folder", from.toString()));
            }
            if (Files.exists(folder.resolve(id))) {
                throw new SpeechException("model.present", Map.of("model", id));
            }
            Files.createDirectories(folder);
            room(size(from));
            Path arriving = folder.resolve("." + id);
            ModelArchive.delete(arriving);
            ModelArchive.copy(from, arriving);
            ModelSums.write(arriving);
            Files.move(arriving, folder.resolve(id));
            return id;
        } catch (IOException failed) {
            throw new SpeechException(
                    "model.fetch",
                    Map.of("model", id, "source", from.toString(), "why", String.valueOf(failed.getMessage())),
                    failed);
        }
    }

    @Override
    public Integrity integrity(String id) {
        Path place = folder.resolve(id).normalize();
        if (!folder.equals(place.getParent()) || !Files.isDirectory(place)) {
            return Integrity.UNKNOWN;
        }
        try {
            return sums.integrity(place);
        } catch (IOException unreadable) {
            LOG.warn("The model {} cannot be read; remove it and install it again", id, unreadable);
            return Integrity.DAMAGED;
        }
    }

    @Override
    public boolean remove(String id) throws SpeechException {
        Path place = folder.resolve(id).normalize();
        if (!folder.equals(place.getParent()) || !Files.isDirectory(place) || id.startsWith(".")) {
            return false;
        }
        try {
            // Out of sight at once; whoever has it open goes on with it.
            Path leaving = folder.resolve(".leaving-" + id);
            ModelArchive.delete(leaving);
            Files.move(place, leaving);
            ModelArchive.delete(leaving);
            return true;
        } catch (IOException stays) {
            throw new SpeechException(
                    "model.stays", Map.of("model", id, "why", String.valueOf(stays.getMessage())), stays);
        }
    }

    private void room(long bytes) throws IOException, SpeechException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < bytes) {
            throw new SpeechException(
                    "model.room", Map.of("folder", folder.toString(), "need", bytes >> 20, "free", free >> 20));
        }
    }

    private static long size(Path of) {
        try (Stream<Path> files = Files.walk(of)) {
            List<Path> all = new ArrayList<>(files.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .toList());
            long sum = 0;
            for (Path file : all) {
                sum += Files.size(file);
            }
            return sum;
        } catch (IOException unreadable) {
            return 0;
        }
    }
}
