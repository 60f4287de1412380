package io.liying.plugin.catalogue;

import io.liying.plugin.api.PluginCatalogue.Release;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last good index of each catalogue and the files that were fetched. It holds nothing that cannot be fetched again,
 * and nothing in it is believed: an index is parsed as if it came from outside, a file is taken by its hash.
 */
final class Mirror {

    /** An index that was kept. */
    record Kept(byte[] json, Validators validators, Instant fetched) {}

    private static final Logger log = LoggerFactory.getLogger(Mirror.class);

    private final Path folder;
    private final Path files;
    private final long most;
    private final Clock clock;

    /** @param most bytes of files */
    Mirror(Path folder, long most, Clock clock) {
        this.folder = folder;
        this.files = folder.resolve("files");
        this.most = most;
        this.clock = clock;
    }

    private Path place(Address address) {
        return folder.resolve(Files256.of(address.shown()).substring(0, 32));
    }

    /** The index that was kept, if it is whole. */
    Optional<Kept> index(Address address) {
        Path place = place(address);
        Path notes = place.resolve("index.properties");
        try {
            if (!Files.exists(notes)) {
                return Optional.empty();
            }
            Properties known = new Properties();
            try (Reader reader = Files.newBufferedReader(notes)) {
                known.load(reader);
            }
            Path index = place.resolve(Address.INDEX);
            if (!Files.exists(index) || Files.size(index) > IndexReader.LARGEST) {
                return Optional.empty();
            }
            byte[] json = Files.readAllBytes(index);
            // after a crash between the two files the index is newer than what is known of it
            boolean whole = Files256.of(json).equals(known.getProperty("sha256"));
            Validators validators = whole
                    ? new Validators(known.getProperty("etag", ""), known.getProperty("modified", ""))
                    : Validators.NONE;
            Instant fetched = Instant.ofEpochSecond(Long.parseLong(known.getProperty("fetched", "0")));
            return Optional.of(new Kept(json, validators, fetched));
        } catch (IOException | IllegalArgumentException unreadable) {
            log.warn("The copy of the catalogue {} cannot be read; it is fetched again", address.shown(), unreadable);
            return Optional.empty();
        }
    }

    void keep(Address address, Kept kept) throws IOException {
        Path place = place(address);
        Files.createDirectories(place);
        replace(place.resolve(Address.INDEX), kept.json());
        Properties known = new Properties();
        known.setProperty("address", address.shown());
        known.setProperty("sha256", Files256.of(kept.json()));
        known.setProperty("etag", kept.validators().etag());
        known.setProperty("modified", kept.validators().modified());
        known.setProperty("fetched", Long.toString(kept.fetched().getEpochSecond()));
        Path copy = Files.createTempFile(place, "index-", ".part");
        try {
            try (Writer writer = Files.newBufferedWriter(copy)) {
                known.store(writer, null);
            }
            Files.move(copy, place.resolve("index.properties"), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** The index that was kept is still the one that the catalogue has. */
    void confirm(Address address, Instant when) throws IOException {
        Optional<Kept> kept = index(address);
        if (kept.isPresent()) {
            keep(address, new Kept(kept.get().json(), kept.get().validators(), when));
        }
    }

    private static void replace(Path target, byte[] content) throws IOException {
        Path copy = Files.createTempFile(target.resolveSibling(""), "index-", ".part");
        try {
            Files.write(copy, content);
            Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** A new file to fetch into; the caller deletes it. */
    Path part() throws IOException {
        Files.createDirectories(files);
        return Files.createTempFile(files, "fetch-", ".part");
    }

    /** Where the file of a release is kept. */
    private Path place(Release release) {
        String ending = release.file().endsWith(".lyp") ? ".lyp" : ".jar";
        return files.resolve(release.sha256() + ending);
    }

    /** The file of a release if it is here and unchanged. */
    Optional<Path> file(Release release) throws IOException {
        Path file = place(release);
        if (!Files.isRegularFile(file) || Files.size(file) != release.bytes()) {
            return Optional.empty();
        }
        if (!Files256.of(file).equals(release.sha256())) {
            Files.deleteIfExists(file);
            return Optional.empty();
        }
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        return Optional.of(file);
    }

    /** Keeps a file that was checked; others make room, those that were used longest ago first. */
    Path keep(Release release, Path part) throws IOException {
        Path file = place(release);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        return file;
    }

    void forget(Release release) throws IOException {
        Files.deleteIfExists(place(release));
    }

    /** Deletes what is too much, and what a crash left. */
    void tidy() {
        if (!Files.isDirectory(files)) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(files)) {
            record Entry(Path file, long bytes, Instant used) {}
            List<Entry> kept = new ArrayList<>();
            for (Path file : entries) {
                Instant used = Files.getLastModifiedTime(file).toInstant();
                if (!file.toString().endsWith(".part")) {
                    kept.add(new Entry(file, Files.size(file), used));
                } else if (used.isBefore(clock.instant().minusSeconds(3_600))) {
                    Files.deleteIfExists(file);
                }
            }
            kept.sort(Comparator.comparing(Entry::used).reversed());
            long bytes = 0;
            for (Entry entry : kept) {
                bytes += entry.bytes();
                if (bytes > most) {
                    Files.deleteIfExists(entry.file());
                }
            }
        } catch (IOException stays) {
            log.warn("Files of catalogues in {} cannot be tidied; they stay for now", files, stays);
        }
    }
}
