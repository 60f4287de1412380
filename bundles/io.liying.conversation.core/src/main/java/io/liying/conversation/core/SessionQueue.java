package io.liying.conversation.core;

import io.liying.conversation.api.TurnEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The turns of one session: one runs, the others wait in order. Safe for use by many threads. */
final class SessionQueue {

    private final String sessionId;
    private final String personId;
    private final SessionContext context;
    private final int capacity;
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private @Nullable RunningTurn running;
    private boolean deleted;

    private record Entry(RunningTurn turn, Consumer<TurnEvent> afterwards) {}

    SessionQueue(String sessionId, String personId, SessionContext context, int capacity) {
        this.sessionId = sessionId;
        this.personId = personId;
        this.context = context;
        this.capacity = capacity;
    }

    String sessionId() {
        return sessionId;
    }

    String personId() {
        return personId;
    }

    SessionContext context() {
        return context;
    }

    /**
     * Adds a turn.
     *
     * @param afterwards called with the turn's last event, before the session's next turn begins
     * @return false if too many wait already
     */
    synchronized boolean add(RunningTurn turn, Consumer<TurnEvent> afterwards) {
        if (waiting.size() >= capacity) {
            return false;
        }
        waiting.addLast(new Entry(turn, afterwards));
        if (deleted) {
            turn.interrupt();
        }
        if (running == null) {
            next();
        }
        return true;
    }

    private synchronized void next() {
        Entry entry = waiting.pollFirst();
        running = entry == null ? null : entry.turn();
        if (entry != null) {
            entry.turn().start(outcome -> {
                try {
                    entry.afterwards().accept(outcome);
                } finally {
                    next();
                }
            });
        }
    }

    /**
     * Interrupts all turns, as nothing may be written for the session any more.
     *
     * @return whether a turn was running, which may have written between the deletion and this call
     */
    synchronized boolean delete() {
        deleted = true;
        waiting.forEach(entry -> entry.turn().interrupt());
        if (running != null) {
            running.interrupt();
        }
        return running != null;
    }

    /**
     * Begins to write for the session.
     *
     * @throws InterruptedException if the session was deleted: what is written now would begin it anew
     */
    synchronized <T> T write(Supplier<T> writing) throws InterruptedException {
        if (deleted) {
            throw new InterruptedException("the session was deleted");
        }
        return writing.get();
    }

    synchronized Optional<RunningTurn> running() {
        return Optional.ofNullable(running);
    }

    synchronized boolean isIdle() {
        return running == null && waiting.isEmpty();
    }
}
