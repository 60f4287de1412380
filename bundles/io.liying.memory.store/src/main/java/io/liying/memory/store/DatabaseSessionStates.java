package io.liying.memory.store;

import io.liying.conversation.api.SessionStates;
import io.liying.storage.api.Database;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;
import org.osgi.service.event.propertytypes.EventTopics;

/** The states of conversations in the database. */
@Component(service = {SessionStates.class, EventHandler.class})
@EventTopics(DatabaseSessionStates.SESSION_DELETED)
public final class DatabaseSessionStates implements SessionStates, EventHandler {

    /** Posted by the store of the conversations with the property {@code session_id}. */
    static final String SESSION_DELETED = "io/liying/conversation/session/DELETED";

    private static final int LONGEST = 100_000;

    private final Database database;
    private final Rows rows;

    @Activate
    public DatabaseSessionStates(@Reference Database database) {
        this.database = database;
        this.rows = new Rows(database);
        database.migrate(MemoryTables.STATES);
    }

    @Override
    public CompletionStage<Void> save(String personId, String sessionId, String state) {
        if (state.length() > LONGEST) {
            return CompletableFuture.failedFuture(
                    new IllegalArgumentException("a state has at most " + LONGEST + " characters"));
        }
        return database.write(connection -> {
            Rows.execute(
                    connection,
                    "delete from session_states where session_id = ? and person_id = ?",
                    sessionId,
                    personId);
            if (!state.isEmpty()) {
                Rows.execute(
                        connection,
                        "insert into session_states (session_id, person_id, state) values (?, ?, ?)",
                        sessionId,
                        personId,
                        state);
            }
        });
    }

    @Override
    public Optional<String> find(String personId, String sessionId) {
        return rows
                .read(
                        "select state from session_states where session_id = ? and person_id = ?",
                        row -> row.getString(1),
                        sessionId,
                        personId)
                .stream()
                .findFirst();
    }

    @Override
    public void handleEvent(Event event) {
        if (event.getProperty("session_id") instanceof String deleted) {
            rows.change("delete from session_states where session_id = ?", deleted);
        }
    }
}
