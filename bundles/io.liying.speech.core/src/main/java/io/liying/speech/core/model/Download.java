package io.liying.speech.core.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** Fetches a file from an address or a folder; goes on where an earlier attempt ended. */
final class Download {

    private static final int BLOCK = 65_536;
    private static final int PARTIAL = 206;

    private Download() {}

    /**
     * Fetches.
     *
     * @param source an http or https address, or a path
     * @param target begins with what an earlier attempt left
     */
    static void fetch(String source, Path target, LongConsumer progress) throws IOException, InterruptedException {
        if (!source.startsWith("http://") && !source.startsWith("https://")) {
            Files.deleteIfExists(target);
            try (InputStream in = Files.newInputStream(Path.of(source))) {
                append(in, target, progress);
            }
            return;
        }
        long before = Files.exists(target) ? Files.size(target) : 0;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(source)).timeout(Duration.ofSeconds(60));
        if (before > 0) {
            request.header("Range", "bytes=" + before + "-");
        }
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(20))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream in = answer.body()) {
                if (answer.statusCode() != PARTIAL) {
                    Files.deleteIfExists(target);
                }
                if (answer.statusCode() / 100 != 2) {
                    throw new IOException("HTTP " + answer.statusCode());
                }
                append(in, target, progress);
            }
        }
    }

    private static void append(InputStream in, Path target, LongConsumer progress)
            throws IOException, InterruptedException {
        try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            byte[] block = new byte[BLOCK];
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("the download was cancelled");
                }
                out.write(block, 0, count);
                progress.accept(Files.size(target));
            }
        }
    }

    /** The SHA-256 of a file in hexadecimal. */
    static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[BLOCK];
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                digest.update(block, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256", never);
        }
    }
}
