package io.liying.security.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The administrator's token in a file that only its owner can read. Safe for use by many threads. */
final class TokenFile {

    private static final Logger log = LoggerFactory.getLogger(TokenFile.class);
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final int BYTES = 32;

    /** What was read and from which state of the file. */
    private record Read(FileTime modified, byte[] token) {}

    private final Path file;
    private volatile Read last;

    /**
     * Opens the file; makes it with a fresh token of 256 random bits if it does not exist.
     *
     * @throws IOException if it can be neither read nor made
     */
    TokenFile(Path file) throws IOException {
        this.file = file;
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (!Files.exists(file)) {
            create();
        }
        protect();
        last = read();
    }

    private void create() throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Set<StandardOpenOption> fresh = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = isPosix()
                ? Files.newByteChannel(file, fresh, PosixFilePermissions.asFileAttribute(OWNER_ONLY))
                : Files.newByteChannel(file, fresh)) {
            channel.write(StandardCharsets.US_ASCII.encode(token + "\n"));
        } catch (FileAlreadyExistsException other) {
            log.debug("{} was made by another process meanwhile", file);
        }
    }

    private boolean isPosix() {
        return Files.getFileAttributeView(file.toAbsolutePath().getParent(), PosixFileAttributeView.class) != null;
    }

    private void protect() throws IOException {
        if (isPosix() && !Files.getPosixFilePermissions(file).equals(OWNER_ONLY)) {
            log.warn(
                    "{} could be read by others; now only its owner can. Consider a new token: delete the file.", file);
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
    }

    private Read read() throws IOException {
        FileTime modified = Files.getLastModifiedTime(file);
        return new Read(modified, Files.readString(file).strip().getBytes(StandardCharsets.UTF_8));
    }

    /** The token now; a changed file is read again, one that cannot be read any more keeps the last token. */
    byte[] token() {
        try {
            if (!Files.getLastModifiedTime(file).equals(last.modified())) {
                protect();
                last = read();
            }
        } catch (IOException failure) {
            log.warn("{} cannot be read; the last known token stays", file, failure);
        }
        return last.token();
    }
}
