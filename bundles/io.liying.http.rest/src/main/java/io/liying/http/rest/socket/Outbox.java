package io.liying.http.rest.socket;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages one after another without blocking whoever has something to say. A client that does not keep up is cut
 * off. Safe for use by many threads.
 */
final class Outbox {

    /** Try again later (RFC 6455 registry). */
    static final int TRY_AGAIN_LATER = 1013;

    private enum Sent {
        BEGUN,
        RETURNED,
        DONE
    }

    /** What is sent as one message. */
    private sealed interface Frame {
        record Text(String text) implements Frame {}

        record Sound(ByteBuffer bytes) implements Frame {}
    }

    private final Session session;
    private final int capacity;
    private final ArrayDeque<Frame> waiting = new ArrayDeque<>();
    private boolean sending;
    private boolean closed;

    Outbox(Session session, int capacity) {
        this.session = session;
        this.capacity = capacity;
    }

    void send(String message) {
        send(new Frame.Text(message));
    }

    /** Sends sound after what is waiting. */
    void send(byte[] sound) {
        send(new Frame.Sound(ByteBuffer.wrap(sound)));
    }

    /** Forgets sound that waits, and sends a message in its place. */
    void sendInsteadOfSound(String message) {
        synchronized (waiting) {
            waiting.removeIf(Frame.Sound.class::isInstance);
        }
        send(message);
    }

    private void send(Frame message) {
        synchronized (waiting) {
            if (closed) {
                return;
            }
            if (waiting.size() >= capacity) {
                closed = true;
                waiting.clear();
            } else {
                waiting.add(message);
                if (sending) {
                    return;
                }
                sending = true;
            }
        }
        if (isClosed()) {
            session.close(TRY_AGAIN_LATER, "too slow", Callback.NOOP);
        } else {
            sendWaiting();
        }
    }

    /** Goes on as long as messages are sent at once; otherwise the last one's callback goes on. */
    private void sendWaiting() {
        Frame next = next();
        while (next != null) {
            AtomicReference<Sent> first = new AtomicReference<>(Sent.BEGUN);
            Callback sent = Callback.from(() -> sent(first), failure -> close());
            switch (next) {
                case Frame.Text(String text) -> session.sendText(text, sent);
                case Frame.Sound(ByteBuffer bytes) -> session.sendBinary(bytes, sent);
            }
            if (first.compareAndSet(Sent.BEGUN, Sent.RETURNED)) {
                return;
            }
            next = next();
        }
    }

    private void sent(AtomicReference<Sent> first) {
        if (!first.compareAndSet(Sent.BEGUN, Sent.DONE)) {
            sendWaiting();
        }
    }

    private @Nullable Frame next() {
        synchronized (waiting) {
            Frame next = waiting.poll();
            sending = next != null;
            return next;
        }
    }

    /** Nothing more is sent. */
    void close() {
        synchronized (waiting) {
            closed = true;
            waiting.clear();
        }
    }

    boolean isClosed() {
        synchronized (waiting) {
            return closed;
        }
    }
}
