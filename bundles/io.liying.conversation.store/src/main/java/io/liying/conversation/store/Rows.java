package io.liying.conversation.store;

import io.liying.conversation.api.Message;
import io.liying.conversation.api.Session;
import io.liying.i18n.api.Language;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns rows into records. */
final class Rows {

    static final String SESSION =
            "select s.id, s.person_id, s.title, s.language, s.created_at, s.updated_at, s.messages from sessions s";
    static final String MESSAGE = "select s.id, m.turn_id, m.role, m.text, m.language, m.intent, m.confidence,"
            + " m.entities, m.timings, m.created_at from messages m join sessions s on s.number = m.session_number";

    private Rows() {}

    @FunctionalInterface
    interface Query<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    static <T> List<T> all(PreparedStatement statement, Row<T> row) throws SQLException {
        List<T> all = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                all.add(row.read(rows));
            }
        }
        return all;
    }

    static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                language(row.getString(4)),
                instant(row, 5),
                instant(row, 6),
                row.getInt(7));
    }

    static Message message(ResultSet row) throws SQLException {
        return new Message(
                row.getString(1),
                row.getString(2),
                Message.Role.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                row.getString(4),
                language(row.getString(5)),
                Optional.ofNullable(row.getString(6)),
                row.getDouble(7),
                MessageJson.entities(row.getString(8)),
                MessageJson.timings(row.getString(9)),
                instant(row, 10));
    }

    private static Language language(String code) {
        return Language.of(code)
                .orElseThrow(() -> new IllegalStateException("a stored message is in the unknown language " + code));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
