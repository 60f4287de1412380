package io.liying.console.core;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The server's socket, opened again after a loss so that notices still arrive. */
final class RemoteSocket implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final HttpClient client;
    private final URI address;
    private final Map<String, String> headers;
    private final Consumer<String> received;
    private final Runnable lost;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean alive = true;
    private @Nullable WebSocket open;

    /**
     * @param heartbeat how often the server is asked for a sign of life: the JDK's socket does not always notice that
     *     the other side has gone (1 in 10 in a loop of cut connections)
     * @param received called with each message, one after another
     * @param lost called by a thread of its own when the connection is gone
     */
    RemoteSocket(
            HttpClient client,
            URI address,
            Map<String, String> headers,
            Duration heartbeat,
            Consumer<String> received,
            Runnable lost) {
        this.client = client;
        this.address = address;
        this.headers = headers;
        this.received = received;
        this.lost = lost;
        Thread.ofVirtual().name("heartbeat").start(() -> beat(heartbeat));
    }

    /** Opens the socket unless it is open. */
    synchronized void open() throws IOException {
        if (open != null || closed()) {
            return;
        }
        WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(PATIENCE);
        headers.forEach(builder::header);
        WebSocket socket = await(builder.buildAsync(socketAddress(), new Listener()));
        if (socket.isInputClosed()) {
            throw new IOException("the server has closed the connection at once");
        }
        alive = true;
        open = socket;
    }

    private URI socketAddress() {
        String scheme = "https".equals(address.getScheme()) ? "wss" : "ws";
        return URI.create(scheme + "://" + address.getRawAuthority() + "/ws");
    }

    /** Sends a message. */
    synchronized void send(String message) throws IOException {
        if (open == null) {
            throw new IOException("the connection is closed");
        }
        await(open.sendText(message, true));
    }

    private void beat(Duration heartbeat) {
        while (!endsWithin(heartbeat)) {
            WebSocket socket = current();
            if (socket != null && !alive) {
                socket.abort();
                gone(socket);
            } else if (socket != null) {
                alive = false;
                // One that fails is followed by no pong, which is noticed at the next beat.
                socket.sendPing(ByteBuffer.allocate(0)).exceptionally(failure -> socket);
            }
        }
    }

    private synchronized @Nullable WebSocket current() {
        return open;
    }

    @Override
    public void close() {
        ended.countDown();
        WebSocket socket;
        synchronized (this) {
            socket = open;
            open = null;
        }
        if (socket != null) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                    .orTimeout(1, TimeUnit.SECONDS)
                    .exceptionally(late -> socket)
                    .join();
            socket.abort();
        }
    }

    private void gone(WebSocket socket) {
        synchronized (this) {
            if (open != socket) {
                return;
            }
            open = null;
        }
        Thread.ofVirtual().name("lost-turn").start(lost);
        Thread.ofVirtual().name("reconnect").start(this::reopen);
    }

    private void reopen() {
        Duration pause = SHORTEST_PAUSE;
        while (!endsWithin(pause)) {
            try {
                open();
                return;
            } catch (IOException stillGone) {
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    /** Waits; true as soon as this socket is closed for good. */
    private boolean endsWithin(Duration pause) {
        try {
            return ended.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private boolean closed() {
        return ended.getCount() == 0;
    }

    private static <T> T await(CompletionStage<T> stage) throws IOException {
        try {
            return stage.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IOException("no answer", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    /** Puts the pieces of messages together. */
    private final class Listener implements WebSocket.Listener {

        private final StringBuilder pieces = new StringBuilder();

        @Override
        public void onOpen(WebSocket socket) {
            socket.request(Long.MAX_VALUE);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            alive = true;
            pieces.append(data);
            if (last) {
                String message = pieces.toString();
                pieces.setLength(0);
                received.accept(message);
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer data) {
            alive = true;
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            gone(socket);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            gone(socket);
        }
    }
}
