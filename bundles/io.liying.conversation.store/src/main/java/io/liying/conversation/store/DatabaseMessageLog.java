package io.liying.conversation.store;

import io.liying.conversation.api.Message;
import io.liying.conversation.api.MessageLog;
import io.liying.storage.api.Database;
import io.liying.storage.api.StorageException;
import io.liying.storage.api.Write;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Appends messages to the database. Everything that can be is computed before the writer's turn comes. */
@Component
public final class DatabaseMessageLog implements MessageLog {

    private static final String TOUCH =
            "update sessions set updated_at = ?, language = ?, messages = messages + 1 where number = ? and person_id = ?";
    private static final String FIND = "select number from sessions where id = ?";
    private static final String BEGIN = "insert into sessions"
            + " (id, person_id, title, title_search, language, created_at, updated_at, messages)"
            + " values (?, ?, ?, ?, ?, ?, ?, 1)";
    private static final String APPEND = "insert into messages"
            + " (session_number, turn_id, role, language, intent, confidence, entities, timings, text, search_text,"
            + " created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String CUT = "update messages set text = ?, search_text = ?, timings = ?"
            + " where turn_id = ? and role = 'assistant'"
            + " and session_number = (select number from sessions where id = ? and person_id = ?)";

    private static final String[] NUMBER = {"number"};

    private final Database database;
    private final SessionNumbers numbers = new SessionNumbers();

    @Activate
    public DatabaseMessageLog(@Reference Database database) {
        this.database = database;
    }

    @Override
    public CompletionStage<Void> append(String personId, Message message) {
        return database.write(write(personId, message));
    }

    private Append write(String personId, Message message) {
        return new Append(
                personId,
                message,
                message.at().atOffset(ZoneOffset.UTC),
                MessageJson.entities(message.entities()),
                MessageJson.timings(message.timings()),
                SearchText.of(message.text()),
                numbers);
    }

    @Override
    public CompletionStage<Void> interrupted(String personId, Message heard) {
        Append whole = write(personId, heard);
        return database.write(connection -> {
            try (PreparedStatement cut = connection.prepareStatement(CUT)) {
                cut.setString(1, heard.text());
                cut.setString(2, whole.searchText());
                cut.setString(3, whole.timings());
                cut.setString(4, heard.turnId());
                cut.setString(5, heard.sessionId());
                cut.setString(6, personId);
                if (cut.executeUpdate() == 0 && !heard.text().isBlank()) {
                    whole.apply(connection);
                }
            }
        });
    }

    private record Append(
            String personId,
            Message message,
            OffsetDateTime at,
            String entities,
            String timings,
            String searchText,
            SessionNumbers numbers)
            implements Write {

        @Override
        public void apply(Connection connection) throws SQLException {
            long session = touched(connection);
            try (PreparedStatement append = connection.prepareStatement(APPEND)) {
                append.setLong(1, session);
                append.setString(2, message.turnId());
                append.setString(3, message.role().name().toLowerCase(Locale.ROOT));
                append.setString(4, message.language().code());
                append.setString(5, message.intent().orElse(null));
                append.setDouble(6, message.confidence());
                append.setString(7, entities);
                append.setString(8, timings);
                append.setString(9, message.text());
                append.setString(10, searchText);
                append.setObject(11, at);
                append.executeUpdate();
            }
        }

        /** A remembered number may be of a session that was deleted or never committed. */
        private long touched(Connection connection) throws SQLException {
            long remembered = numbers.of(message.sessionId());
            if (remembered != SessionNumbers.UNKNOWN && touch(connection, remembered)) {
                return remembered;
            }
            long found = find(connection);
            long session = found == SessionNumbers.UNKNOWN ? begin(connection) : found;
            if (session == found && !touch(connection, found)) {
                throw new StorageException("The session " + message.sessionId() + " belongs to somebody else.");
            }
            numbers.remember(message.sessionId(), session);
            return session;
        }

        private boolean touch(Connection connection, long session) throws SQLException {
            try (PreparedStatement touch = connection.prepareStatement(TOUCH)) {
                touch.setObject(1, at);
                touch.setString(2, message.language().code());
                touch.setLong(3, session);
                touch.setString(4, personId);
                return touch.executeUpdate() > 0;
            }
        }

        private long find(Connection connection) throws SQLException {
            try (PreparedStatement find = connection.prepareStatement(FIND)) {
                find.setString(1, message.sessionId());
                try (ResultSet row = find.executeQuery()) {
                    return row.next() ? row.getLong(1) : SessionNumbers.UNKNOWN;
                }
            }
        }

        private long begin(Connection connection) throws SQLException {
            String title = SessionTitle.of(message.text());
            try (PreparedStatement begin = connection.prepareStatement(BEGIN, NUMBER)) {
                begin.setString(1, message.sessionId());
                begin.setString(2, personId);
                begin.setString(3, title);
                begin.setString(4, SearchText.ofTitle(title));
                begin.setString(5, message.language().code());
                begin.setObject(6, at);
                begin.setObject(7, at);
                begin.executeUpdate();
                try (ResultSet row = begin.getGeneratedKeys()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        }
    }
}
