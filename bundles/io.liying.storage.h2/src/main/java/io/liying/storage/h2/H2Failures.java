package io.liying.storage.h2;

import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.h2.api.ErrorCode;

/** What H2's errors mean for the person who runs LiYing. */
final class H2Failures {

    private static final List<String> DISK_FULL =
            List.of("No space left on device", "not enough space on the disk", "File too large", "Disk quota exceeded");
    private static final List<String> NOT_ALLOWED =
            List.of("Permission denied", "Read-only file system", "Access is denied");

    private H2Failures() {}

    static Optional<String> explain(String url, SQLException failure) {
        String file = file(url);
        if (chainSays(failure, DISK_FULL)) {
            return Optional.of("The disk is full: " + file + " cannot grow. Free some space; no restart is needed.");
        }
        if (chainSays(failure, NOT_ALLOWED) || chainHolds(failure, AccessDeniedException.class)) {
            return Optional.of("LiYing may not write " + file + ". Give its user the right to, or choose another data "
                    + "folder with --data DIR.");
        }
        return Optional.ofNullable(
                switch (failure.getErrorCode()) {
                    case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                        "The data folder " + dataFolder(file) + " is in use by another LiYing. Stop that one, or start "
                                + "this one on another folder with --data DIR.";
                    case ErrorCode.FILE_CORRUPTED_1 ->
                        "The database " + file + " is damaged. Move it away and put a backup in its place; without it "
                                + "LiYing starts with an empty database.";
                    case ErrorCode.FILE_VERSION_ERROR_1 ->
                        "The database " + file + " was written by another version of H2. Start the LiYing that wrote "
                                + "it, or move the file away.";
                    case ErrorCode.WRONG_USER_OR_PASSWORD ->
                        "The database " + file + " does not accept this user and password. Correct database.user and "
                                + "database.password in the configuration.";
                    case ErrorCode.DATABASE_IS_READ_ONLY ->
                        "LiYing may not write " + file + ". Give its user the right to, or choose another data folder "
                                + "with --data DIR.";
                    default -> null;
                });
    }

    /** The file behind an embedded address; any other address is its own name. */
    static String file(String url) {
        String place = url.substring("jdbc:h2:".length());
        int settings = place.indexOf(';');
        if (settings >= 0) {
            place = place.substring(0, settings);
        }
        if (place.startsWith("file:")) {
            return place.substring("file:".length()) + ".mv.db";
        }
        return place.startsWith("/") || place.startsWith(".") ? place + ".mv.db" : place;
    }

    private static String dataFolder(String file) {
        Path folder = Path.of(file).getParent();
        if (folder == null || !folder.endsWith("database")) {
            return file;
        }
        Path parent = folder.getParent();
        return parent == null ? file : parent.toString();
    }

    private static boolean chainSays(Throwable failure, List<String> texts) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (texts.stream().anyMatch(message::contains)) {
                return true;
            }
        }
        return false;
    }

    private static boolean chainHolds(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
