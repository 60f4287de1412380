package io.liying.skill.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** The secrets with which calendars are subscribed to: 192 random bits each, of which only the SHA-256 is kept. */
final class Feeds {

    private static final int BYTES = 24;

    private final EventTable table;
    private final SecureRandom random = new SecureRandom();

    Feeds(EventTable table) {
        this.table = table;
    }

    /** Makes a secret for a person; her earlier one does not count any more. */
    String open(String personId) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        table.putFeed(personId, hash(token));
        return token;
    }

    boolean isOpen(String personId) {
        return table.hasFeed(personId);
    }

    void close(String personId) {
        table.removeFeed(personId);
    }

    /** Whose calendar a secret opens. */
    Optional<String> owner(String token) {
        return token.length() == BYTES * 4 / 3
                ? table.feedOwners(hash(token)).stream().findFirst()
                : Optional.empty();
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
