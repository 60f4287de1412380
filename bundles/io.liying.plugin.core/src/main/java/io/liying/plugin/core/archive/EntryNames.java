package io.liying.plugin.core.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Which names an entry may have: relative, without tricks, and such that no two readers understand them differently. */
final class EntryNames {

    private static final int LONGEST = 1024;

    private EntryNames() {}

    /** Empty if the bytes are not UTF-8. */
    static Optional<String> decode(byte[] bytes, int at, int length) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, at, length))
                    .toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    static boolean isSafe(String name) {
        if (name.isEmpty() || name.length() > LONGEST || name.startsWith("/") || name.indexOf('\\') >= 0) {
            return false;
        }
        if (name.length() > 1 && name.charAt(1) == ':') {
            return false;
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return true;
    }

    /**
     * Two entries with the same key are duplicates. Where somebody looks a file up without regard to case, the key has no
     * case either; elsewhere {@code A.class} and {@code a.class} are two classes.
     */
    static String key(String name) {
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        String small = path.toLowerCase(Locale.ROOT);
        boolean caseless = small.startsWith("meta-inf")
                || small.startsWith("liying-inf")
                || small.startsWith("osgi-inf")
                || small.equals("plugin.json")
                || small.endsWith(".jar");
        return caseless ? small : path;
    }
}
