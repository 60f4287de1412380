package io.liying.plugin.core.tool.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The files of a catalogue: {@code index.json} and {@code plugins/ID/VERSION/ID-VERSION.jar}. */
final class CatalogueFolder {

    private final Path folder;

    CatalogueFolder(Path folder) {
        this.folder = folder;
    }

    Path index() {
        return folder.resolve("index.json");
    }

    /** @throws PublishException if another file lies where this one belongs */
    void check(Candidate candidate) throws IOException, PublishException {
        Path target = folder.resolve(candidate.file());
        if (Files.exists(target) && !sha256(target).equals(candidate.sha256())) {
            throw candidate.changed();
        }
    }

    /** Copies a plugin's file to its place if it is not there. */
    void copy(Candidate candidate) throws IOException {
        Path target = folder.resolve(candidate.file());
        if (Files.exists(target)) {
            return;
        }
        Path place = target.resolve("..").normalize();
        Files.createDirectories(place);
        Path copy = Files.createTempFile(place, "publish-", ".part");
        try {
            Files.copy(candidate.from(), copy, StandardCopyOption.REPLACE_EXISTING);
            if (!sha256(copy).equals(candidate.sha256())) {
                throw new IOException(candidate.from() + " changed while it was read");
            }
            move(copy, target);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** Readers see the old index or the new one, never a part of it. */
    void replaceIndex(byte[] json) throws IOException {
        if (Files.exists(index()) && Arrays.equals(Files.readAllBytes(index()), json)) {
            return;
        }
        Files.createDirectories(folder);
        Path copy = Files.createTempFile(folder, "index-", ".part");
        try {
            Files.write(copy, json);
            move(copy, index());
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** A temporary file is the owner's alone; what is published must be readable for a web server. */
    private static void move(Path copy, Path target) throws IOException {
        copy.toFile().setReadable(true, false);
        Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
