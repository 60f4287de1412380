package io.liying.http.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of the browser app, ready to be sent.
 *
 * @param entityTag changes with the content, in quotes as HTTP wants it
 */
record StaticFile(byte[] content, String mediaType, String entityTag) {

    static StaticFile of(byte[] content, String mediaType) {
        return new StaticFile(content, mediaType, '"' + digest(content) + '"');
    }

    private static String digest(byte[] content) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(sha, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
