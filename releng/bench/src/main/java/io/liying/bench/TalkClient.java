package io.liying.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Somebody who talks with the product over its socket, as fast as people do. One thread speaks; messages come from others. */
final class TalkClient implements AutoCloseable {

    static final int FRAME = 512;
    static final long FRAME_NANOS = FRAME * 1_000_000_000L / 16_000;

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SOUND = "sound";

    private final Map<String, Long> last = new ConcurrentHashMap<>();
    private final Map<String, Long> first = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final WebSocket socket;
    private long next = System.nanoTime();
    private volatile long sent;

    TalkClient(HttpClient client, URI server) throws Exception {
        URI address = URI.create(server.toString().replaceFirst("^http", "ws")).resolve("/ws");
        socket =
                client.newWebSocketBuilder().buildAsync(address, new Listener()).get(20, TimeUnit.SECONDS);
        say("{\"type\":\"voice\",\"action\":\"start\",\"language\":\"en\"}");
        started.get(60, TimeUnit.SECONDS);
    }

    private synchronized void say(String message) {
        socket.sendText(message, true).join();
    }

    /** Forgets what has happened. */
    void forget() {
        first.clear();
        last.clear();
    }

    /** When a message of a type came first since {@link #forget}; 0 if none did. */
    long first(String type) {
        return first.getOrDefault(type, 0L);
    }

    long firstSound() {
        return first(SOUND);
    }

    long lastSound() {
        return last.getOrDefault(SOUND, 0L);
    }

    /** When the last frame was sent. */
    long sent() {
        return sent;
    }

    /** Sends sound at the speed of speech. */
    void speak(short[] samples) {
        for (int at = 0; at < samples.length; at += FRAME) {
            frame(Arrays.copyOfRange(samples, at, at + FRAME));
        }
    }

    /** Sends one frame when its time has come. */
    void frame(short[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        long wait = next - System.nanoTime();
        if (wait > 0) {
            LockSupport.parkNanos(wait);
        }
        next = Math.max(next, System.nanoTime() - 4 * FRAME_NANOS) + FRAME_NANOS;
        synchronized (this) {
            socket.sendBinary(bytes, true).join();
        }
        sent = System.nanoTime();
    }

    /** Says nothing until a message of a type has come, or for so many frames. */
    boolean awaitInSilence(String type, int frames) {
        for (int i = 0; i < frames && first(type) == 0; i++) {
            frame(new short[FRAME]);
        }
        return first(type) != 0;
    }

    boolean awaitSound(int frames) {
        return awaitInSilence(SOUND, frames);
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        private void came(String type) {
            long now = System.nanoTime();
            first.putIfAbsent(type, now);
            last.put(type, now);
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean whole) {
            text.append(data);
            if (whole) {
                try {
                    JsonNode message = JSON.readTree(text.toString());
                    String type = message.path("type").asText();
                    came(type);
                    if (type.equals("voice_started")) {
                        started.complete(null);
                    } else if (type.equals("error")) {
                        started.completeExceptionally(new IOException(text.toString()));
                    }
                } catch (IOException noJson) {
                    throw new UncheckedIOException(noJson);
                } finally {
                    text.setLength(0);
                }
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean whole) {
            came(SOUND);
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
