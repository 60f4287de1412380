package io.liying.conversation.ui.model;

import io.liying.conversation.api.History;
import io.liying.conversation.api.Session;
import io.liying.security.api.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The person's stored sessions, as far as they match what she looks for. Called by the UI thread only. */
public final class SessionList {

    private static final int MOST = 200;
    private static final int LONGEST_TITLE = 200;

    private final Engine engine;
    private final Threads threads;
    private final Clock clock;
    private final Runnable changed;
    private List<Session> sessions = List.of();
    private String query = "";

    /** @param changed called when there are other sessions to show */
    SessionList(Engine engine, Threads threads, Clock clock, Runnable changed) {
        this.engine = engine;
        this.threads = threads;
        this.clock = clock;
        this.changed = changed;
    }

    /** The sessions by the time of their last use, latest first. */
    public List<SessionGroup> groups() {
        return SessionGroup.of(sessions, LocalDate.now(clock), clock.getZone());
    }

    public Optional<Session> session(String id) {
        return sessions.stream().filter(session -> session.id().equals(id)).findFirst();
    }

    public String query() {
        return query;
    }

    /** Lists only sessions in which these words occur. */
    public void search(String words) {
        query = words;
        reload();
    }

    /** Reads the list again. */
    public void reload() {
        String wanted = query;
        engine.history()
                .ifPresent(history -> threads.fetch(
                        () -> history.sessions(Person.OWNER, wanted.strip(), 0, MOST), found -> take(wanted, found)));
    }

    private void take(String wanted, List<Session> found) {
        if (wanted.equals(query)) {
            sessions = found;
            changed.run();
        }
    }

    /** Gives a session another title; a blank one is left alone. */
    public void rename(String id, String title) {
        String wanted = title.strip();
        if (!wanted.isEmpty()) {
            String cut = wanted.substring(0, Math.min(wanted.length(), LONGEST_TITLE));
            engine.history()
                    .ifPresent(
                            history -> threads.fetch(() -> history.rename(Person.OWNER, id, cut), renamed -> reload()));
        }
    }

    /** Deletes a session, then tells that it is done. */
    void delete(String id, Runnable done) {
        engine.history()
                .ifPresent(history -> threads.fetch(() -> history.delete(Person.OWNER, id), deleted -> {
                    done.run();
                    reload();
                }));
    }

    /**
     * Writes a session as a document.
     *
     * @param ready called in the background, if the session is there
     */
    public void export(String id, History.Format format, Consumer<String> ready) {
        engine.history()
                .ifPresent(history -> threads.background()
                        .execute(() -> history.export(Person.OWNER, id, format).ifPresent(ready)));
    }
}
