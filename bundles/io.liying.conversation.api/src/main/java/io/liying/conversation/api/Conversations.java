package io.liying.conversation.api;

import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Runs turns: the one entrance for every door. Safe for use by many threads. */
@ProviderType
public interface Conversations {

    /**
     * Accepts a turn and returns at once. The turns of one session run one after another in the order of their
     * acceptance; sessions do not wait for each other.
     *
     * @param listener called with the turn's events by one thread at a time, never by the caller's; an exception it
     *     throws ends its subscription, not the turn
     * @throws TurnRefusedException if the request is empty, too long, names a session that does not exist or belongs to
     *     somebody else, or the session's queue is full
     */
    Turn start(TurnRequest request, Consumer<? super TurnEvent> listener) throws TurnRefusedException;

    /**
     * Interrupts the running turn of a session.
     *
     * @return false if the session belongs to somebody else or no turn of it is running
     */
    boolean interrupt(String personId, String sessionId);
}
