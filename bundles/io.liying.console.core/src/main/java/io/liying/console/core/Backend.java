package io.liying.console.core;

import io.liying.conversation.api.History;
import io.liying.conversation.api.Message;
import io.liying.conversation.api.Session;
import io.liying.conversation.api.TurnEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** LiYing as the terminal sees it, in this process or behind a socket. */
interface Backend extends AutoCloseable {

    /**
     * Says something. One turn at a time.
     *
     * @param sessionId the session to go on with, or empty to begin a new one
     * @param listener called with the turn's events by another thread; the last one ends the turn
     */
    void say(Optional<String> sessionId, String text, Consumer<? super TurnEvent> listener) throws BackendException;

    /** Interrupts the running turn, if there is one. */
    void interrupt();

    /** The person's sessions that contain all the words, last used first. */
    List<Session> sessions(String words, int limit) throws BackendException;

    /** The last messages of a session, oldest first; empty if there is no such session. */
    List<Message> messages(String sessionId, int limit) throws BackendException;

    /** Gives a session a title; false if there is no such session. */
    boolean rename(String sessionId, String title) throws BackendException;

    /** Deletes a session; false if there is no such session. */
    boolean delete(String sessionId) throws BackendException;

    /** A session as a document; empty if there is no such session. */
    Optional<String> export(String sessionId, History.Format format) throws BackendException;

    /** Calls with the text of each notice from now on. */
    void onNotice(Consumer<String> listener);

    @Override
    void close();
}
