package io.liying.plugin.core.trust;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The trusted publishers and what was revoked, as files of one folder: {@code FINGERPRINT.pem} for each publisher and
 * {@code revoked.txt} with a fingerprint or the SHA-256 of a file in each line. Every question reads the files, so that a
 * change by another process counts at once. Safe for use by many threads and processes.
 */
public final class TrustStore {

    /** A publisher who is trusted. */
    public record Publisher(String fingerprint, String name, X509Certificate certificate) {}

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final String REVOKED = "revoked.txt";

    private final Path folder;
    private final Object changes = new Object();

    /** @param folder made when something is first kept */
    public TrustStore(Path folder) {
        this.folder = folder;
    }

    /** Trusts a publisher from now on; the same one twice is no error. */
    public Publisher add(X509Certificate certificate) throws IOException {
        String fingerprint = Certificates.fingerprint(certificate);
        change(() -> write(fingerprint + ".pem", Certificates.pem(certificate)));
        return new Publisher(fingerprint, Certificates.subject(certificate), certificate);
    }

    /** @return whether the publisher was trusted until now */
    public boolean remove(String fingerprint) throws IOException {
        String valid = valid(fingerprint);
        return change(() -> Files.deleteIfExists(folder.resolve(valid + ".pem")));
    }

    /** The trusted publishers by name. A file that does not hold the certificate it is named after is left out. */
    public List<Publisher> list() throws IOException {
        List<Publisher> publishers = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return publishers;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.pem")) {
            for (Path file : files) {
                X509Certificate certificate = Certificates.read(file);
                String fingerprint = Certificates.fingerprint(certificate);
                if (file.endsWith(fingerprint + ".pem")) {
                    publishers.add(new Publisher(fingerprint, Certificates.subject(certificate), certificate));
                }
            }
        }
        publishers.sort(Comparator.comparing(Publisher::name).thenComparing(Publisher::fingerprint));
        return publishers;
    }

    /** Whether a publisher is trusted and not revoked. */
    public boolean isTrusted(X509Certificate certificate) throws IOException {
        String fingerprint = Certificates.fingerprint(certificate);
        try {
            return Certificates.read(folder.resolve(fingerprint + ".pem")).equals(certificate)
                    && !isRevoked(fingerprint);
        } catch (NoSuchFileException unknown) {
            return false;
        }
    }

    /**
     * Revokes a publisher or a single file for good.
     *
     * @param sha256 the publisher's fingerprint or the file's SHA-256; colons and capitals are allowed
     * @throws IllegalArgumentException if it is neither
     */
    public void revoke(String sha256) throws IOException {
        String valid = valid(sha256);
        change(() -> {
            Set<String> revoked = revoked();
            revoked.add(valid);
            write(REVOKED, String.join("\n", revoked) + "\n");
            return Files.deleteIfExists(folder.resolve(valid + ".pem"));
        });
    }

    /** Whether a publisher's fingerprint or a file's SHA-256 was revoked. */
    public boolean isRevoked(String sha256) throws IOException {
        return revoked().contains(sha256.toLowerCase(Locale.ROOT));
    }

    private Set<String> revoked() throws IOException {
        Set<String> revoked = new TreeSet<>();
        try {
            for (String line : Files.readAllLines(folder.resolve(REVOKED))) {
                String entry = line.strip().replace(":", "").toLowerCase(Locale.ROOT);
                if (!entry.isEmpty() && !entry.startsWith("#")) {
                    revoked.add(entry);
                }
            }
            return revoked;
        } catch (NoSuchFileException nothingYet) {
            return revoked;
        }
    }

    private static String valid(String sha256) {
        String plain = sha256.strip().replace(":", "").toLowerCase(Locale.ROOT);
        if (!SHA256.matcher(plain).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + sha256);
        }
        return plain;
    }

    private interface Change<T> {
        T apply() throws IOException;
    }

    private <T> T change(Change<T> change) throws IOException {
        synchronized (changes) {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                return change.apply();
            }
        }
    }

    private Path write(String name, String text) throws IOException {
        Path draft = Files.createTempFile(folder, name, ".tmp");
        try {
            if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            }
            Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
            return Files.move(
                    draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
