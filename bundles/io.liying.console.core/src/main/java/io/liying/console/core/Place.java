package io.liying.console.core;

import io.liying.conversation.api.Session;
import io.liying.conversation.api.TurnEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the person is in the conversation. Used by the console's own thread. */
final class Place {

    private Optional<String> session = Optional.empty();
    private List<Session> listed = List.of();
    private TurnEvent.@Nullable Completed last;

    Optional<String> session() {
        return session;
    }

    void open(String sessionId) {
        session = Optional.of(sessionId);
        last = null;
    }

    void leave() {
        session = Optional.empty();
        last = null;
    }

    /** The turn goes on in this session; a new one gets its id with its first turn. */
    void goOn(String sessionId) {
        if (!sessionId.isEmpty()) {
            session = Optional.of(sessionId);
        }
    }

    Optional<TurnEvent.Completed> last() {
        return Optional.ofNullable(last);
    }

    void last(TurnEvent.Completed turn) {
        last = turn;
    }

    void listed(List<Session> sessions) {
        listed = List.copyOf(sessions);
    }

    /** The session that the last list showed with a number. */
    Optional<Session> numbered(String number) {
        try {
            int index = Integer.parseInt(number.strip()) - 1;
            return index >= 0 && index < listed.size() ? Optional.of(listed.get(index)) : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
