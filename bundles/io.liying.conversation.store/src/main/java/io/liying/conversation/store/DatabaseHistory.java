package io.liying.conversation.store;

import io.liying.conversation.api.History;
import io.liying.conversation.api.Message;
import io.liying.conversation.api.Session;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.storage.api.Database;
import io.liying.storage.api.StorageException;
import io.liying.storage.api.Write;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** Reads, changes and searches what the {@link DatabaseMessageLog} wrote. Every statement names the owner. */
@Component
public final class DatabaseHistory implements History {

    private static final int MOST_SESSIONS = 200;
    private static final int MOST_MESSAGES = 10_000;
    private static final int LONGEST_TITLE = 200;

    /** Tells those who keep a session in memory that it is gone. */
    private static final String SESSION_DELETED = "io/liying/conversation/session/DELETED";

    private final Database database;
    private final SessionDocument document;
    private final Consumer<String> deletions;

    @Activate
    public DatabaseHistory(
            @Reference Database database,
            @Reference MessageCatalogs catalogs,
            @Reference Clock clock,
            @Reference EventAdmin events) {
        this(
                database,
                catalogs,
                clock,
                deleted -> events.sendEvent(new Event(SESSION_DELETED, Map.of("session_id", deleted))));
    }

    DatabaseHistory(Database database, MessageCatalogs catalogs, Clock clock, Consumer<String> deletions) {
        this.database = database;
        this.deletions = deletions;
        this.document = new SessionDocument(catalogs, clock.getZone());
    }

    @Override
    public List<Session> sessions(String personId, String query, int offset, int limit) {
        within("limit", limit, 1, MOST_SESSIONS);
        within("offset", offset, 0, Integer.MAX_VALUE);
        List<String> patterns = SearchText.patterns(query);
        String sql = Rows.SESSION
                + " where s.person_id = ?"
                + (" and (s.title_search like ? escape '!' or exists (select 1 from messages m"
                                + " where m.session_number = s.number and m.search_text like ? escape '!'))")
                        .repeat(patterns.size())
                + " order by s.updated_at desc, s.id offset ? rows fetch first ? rows only";
        return read(sql, statement -> {
            int parameter = 1;
            statement.setString(parameter++, personId);
            for (String pattern : patterns) {
                statement.setString(parameter++, pattern);
                statement.setString(parameter++, pattern);
            }
            statement.setInt(parameter++, offset);
            statement.setInt(parameter, limit);
            return Rows.all(statement, Rows::session);
        });
    }

    @Override
    public Optional<Session> session(String personId, String sessionId) {
        return read(Rows.SESSION + " where s.person_id = ? and s.id = ?", statement -> {
            statement.setString(1, personId);
            statement.setString(2, sessionId);
            return Rows.all(statement, Rows::session).stream().findFirst();
        });
    }

    @Override
    public List<Message> messages(String personId, String sessionId, int limit) {
        within("limit", limit, 1, MOST_MESSAGES);
        return lastMessages(personId, sessionId, limit);
    }

    private List<Message> lastMessages(String personId, String sessionId, int limit) {
        String sql = Rows.MESSAGE
                + " where s.id = ? and s.person_id = ?"
                + " order by m.session_number desc, m.id desc fetch first ? rows only";
        return read(sql, statement -> {
            statement.setString(1, sessionId);
            statement.setString(2, personId);
            statement.setInt(3, limit);
            return List.copyOf(Rows.all(statement, Rows::message).reversed());
        });
    }

    @Override
    public boolean rename(String personId, String sessionId, String title) {
        String wanted = title.strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST_TITLE) {
            throw new IllegalArgumentException(
                    "a title has 1 to " + LONGEST_TITLE + " characters, not " + wanted.length());
        }
        AtomicInteger renamed = new AtomicInteger();
        write(connection -> {
            try (PreparedStatement rename = connection.prepareStatement(
                    "update sessions set title = ?, title_search = ? where id = ? and person_id = ?")) {
                rename.setString(1, wanted);
                rename.setString(2, SearchText.ofTitle(wanted));
                rename.setString(3, sessionId);
                rename.setString(4, personId);
                renamed.set(rename.executeUpdate());
            }
        });
        return renamed.get() > 0;
    }

    @Override
    public boolean delete(String personId, String sessionId) {
        AtomicInteger deleted = new AtomicInteger();
        write(connection -> {
            try (PreparedStatement messages = connection.prepareStatement("delete from messages where session_number ="
                            + " (select number from sessions where id = ? and person_id = ?)");
                    PreparedStatement session =
                            connection.prepareStatement("delete from sessions where id = ? and person_id = ?")) {
                messages.setString(1, sessionId);
                messages.setString(2, personId);
                messages.executeUpdate();
                session.setString(1, sessionId);
                session.setString(2, personId);
                deleted.set(session.executeUpdate());
            }
        });
        if (deleted.get() > 0) {
            deletions.accept(sessionId);
        }
        return deleted.get() > 0;
    }

    @Override
    public Optional<String> export(String personId, String sessionId, Format format) {
        return session(personId, sessionId).map(session -> {
            List<Message> messages = lastMessages(personId, sessionId, Integer.MAX_VALUE);
            return switch (format) {
                case JSON -> document.json(session, messages);
                case MARKDOWN -> document.markdown(session, messages);
            };
        });
    }

    private <T> T read(String sql, Rows.Query<T> query) {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return query.run(statement);
        } catch (SQLException failure) {
            throw new StorageException("The history cannot be read: " + failure.getMessage(), failure);
        }
    }

    private void write(Write write) {
        try {
            database.write(write).toCompletableFuture().join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof StorageException reported
                    ? reported
                    : new StorageException("The history cannot be changed: " + failure.getCause(), failure);
        }
    }

    private static void within(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be " + min + " to " + max);
        }
    }
}
