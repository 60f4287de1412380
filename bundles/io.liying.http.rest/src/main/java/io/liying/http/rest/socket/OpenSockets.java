package io.liying.http.rest.socket;

import io.liying.conversation.api.TurnEvent;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The open sockets, and which of them was the last to speak in a session: a person who has lost her connection and has come
 * back hears there how her turn goes on. Safe for use by many threads.
 */
final class OpenSockets {

    private record Place(String personId, String sessionId) {}

    private final Set<ChatSocket> sockets = ConcurrentHashMap.newKeySet();
    private final Map<Place, ChatSocket> lastIn = new ConcurrentHashMap<>();

    void add(ChatSocket socket) {
        sockets.add(socket);
    }

    void remove(ChatSocket socket) {
        sockets.remove(socket);
        lastIn.values().removeIf(last -> last == socket);
    }

    void attach(ChatSocket socket, String sessionId) {
        lastIn.put(new Place(socket.personId(), sessionId), socket);
    }

    /** Brings an event to the socket whose turn it is or, if that is closed, to the one that took its place. */
    void deliver(ChatSocket origin, TurnEvent event) {
        if (origin.isOpen()) {
            origin.tell(event);
            return;
        }
        ChatSocket successor = lastIn.get(new Place(origin.personId(), event.sessionId()));
        if (successor != null) {
            successor.tell(event);
        }
    }

    int count() {
        return sockets.size();
    }

    Set<ChatSocket> all() {
        return sockets;
    }
}
