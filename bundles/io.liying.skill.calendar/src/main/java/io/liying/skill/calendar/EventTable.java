package io.liying.skill.calendar;

import io.liying.i18n.api.Language;
import io.liying.storage.api.Database;
import io.liying.storage.api.Schema;
import io.liying.storage.api.Schema.Migration;
import io.liying.storage.api.StorageException;
import io.liying.storage.api.Write;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Events and the secrets of feeds in the database; the tables are made at the first use. Every statement names the person. */
final class EventTable {

    private static final Schema SCHEMA = new Schema("calendar", List.of(new Migration(1, "events and feeds", """
                            create table calendar_events (
                              person_id varchar(200) not null,
                              id varchar(255) not null,
                              title varchar(300) not null,
                              starts_at timestamp with time zone not null,
                              ends_at timestamp with time zone not null,
                              whole_days boolean not null,
                              zone varchar(64) not null,
                              rule varchar(500) not null,
                              without varchar(20000) not null,
                              place varchar(300) not null,
                              reminder_minutes integer,
                              language varchar(2) not null,
                              primary key (person_id, id));
                            create index calendar_events_by_start on calendar_events (person_id, starts_at);
                            create table calendar_feeds (
                              person_id varchar(200) primary key,
                              token_hash varchar(64) not null unique);
                            """)));

    private static final String COLUMNS =
            "id, title, starts_at, ends_at, whole_days, zone, rule, without, place, reminder_minutes, language";

    private final Database database;
    private boolean migrated;

    EventTable(Database database) {
        this.database = database;
    }

    private synchronized Database database() {
        if (!migrated) {
            database.migrate(SCHEMA);
            migrated = true;
        }
        return database;
    }

    /** What may take place in a stretch of time: what touches it, and all that recurs and has begun. */
    List<Event> touching(String personId, Instant from, Instant to) {
        return read(
                "select " + COLUMNS + " from calendar_events where person_id = ? and starts_at < ?"
                        + " and (ends_at >= ? or rule <> '') order by starts_at, id",
                personId,
                to.atOffset(ZoneOffset.UTC),
                from.atOffset(ZoneOffset.UTC));
    }

    List<Event> all(String personId) {
        return read("select " + COLUMNS + " from calendar_events where person_id = ? order by starts_at, id", personId);
    }

    /** The event of an id, or nothing. */
    List<Event> byId(String personId, String id) {
        return read("select " + COLUMNS + " from calendar_events where person_id = ? and id = ?", personId, id);
    }

    int count(String personId) {
        return query(
                "select count(*) from calendar_events where person_id = ?",
                rows -> {
                    rows.next();
                    return rows.getInt(1);
                },
                personId);
    }

    /** Puts events in the place of those with the same ids. */
    void put(String personId, List<Event> events) {
        write(connection -> {
            try (PreparedStatement delete =
                            connection.prepareStatement("delete from calendar_events where person_id = ? and id = ?");
                    PreparedStatement insert = connection.prepareStatement("insert into calendar_events (" + COLUMNS
                            + ", person_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (Event event : events) {
                    set(delete, personId, event.id());
                    delete.executeUpdate();
                    set(
                            insert,
                            event.id(),
                            event.title(),
                            event.start().atZone(event.zone()).toOffsetDateTime(),
                            event.end().atZone(event.zone()).toOffsetDateTime(),
                            event.wholeDays(),
                            event.zone().getId(),
                            event.rule(),
                            event.without().stream()
                                    .map(LocalDateTime::toString)
                                    .collect(Collectors.joining(" ")),
                            event.place(),
                            event.reminderMinutes().isPresent()
                                    ? event.reminderMinutes().getAsInt()
                                    : null,
                            event.language().code(),
                            personId);
                    insert.executeUpdate();
                }
            }
        });
    }

    /** Removes an event; returns whether it was there. */
    boolean remove(String personId, String id) {
        AtomicBoolean removed = new AtomicBoolean();
        write(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from calendar_events where person_id = ? and id = ?")) {
                set(delete, personId, id);
                removed.set(delete.executeUpdate() > 0);
            }
        });
        return removed.get();
    }

    /** Keeps the hash of a feed's secret in the place of the one before. */
    void putFeed(String personId, String hash) {
        write(connection -> {
            deleteFeed(connection, personId);
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into calendar_feeds (person_id, token_hash) values (?, ?)")) {
                set(insert, personId, hash);
                insert.executeUpdate();
            }
        });
    }

    boolean hasFeed(String personId) {
        return query("select 1 from calendar_feeds where person_id = ?", ResultSet::next, personId);
    }

    void removeFeed(String personId) {
        write(connection -> deleteFeed(connection, personId));
    }

    private static void deleteFeed(Connection connection, String personId) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from calendar_feeds where person_id = ?")) {
            set(delete, personId);
            delete.executeUpdate();
        }
    }

    /** Whose feed has a secret with this hash; at most one. */
    List<String> feedOwners(String hash) {
        return query(
                "select person_id from calendar_feeds where token_hash = ?",
                rows -> {
                    List<String> owners = new ArrayList<>();
                    while (rows.next()) {
                        owners.add(rows.getString(1));
                    }
                    return owners;
                },
                hash);
    }

    private List<Event> read(String sql, Object... values) {
        return query(
                sql,
                rows -> {
                    List<Event> events = new ArrayList<>();
                    while (rows.next()) {
                        events.add(event(rows));
                    }
                    return events;
                },
                values);
    }

    private static Event event(ResultSet row) throws SQLException {
        ZoneId zone = ZoneId.of(row.getString("zone"));
        int minutes = row.getInt("reminder_minutes");
        OptionalInt reminder = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(minutes);
        return new Event(
                row.getString("id"),
                row.getString("title"),
                local(row, "starts_at", zone),
                local(row, "ends_at", zone),
                row.getBoolean("whole_days"),
                zone,
                row.getString("rule"),
                Arrays.stream(row.getString("without").split(" "))
                        .filter(text -> !text.isEmpty())
                        .map(LocalDateTime::parse)
                        .toList(),
                row.getString("place"),
                reminder,
                Language.of(row.getString("language")).orElse(Language.ENGLISH));
    }

    private static LocalDateTime local(ResultSet row, String column, ZoneId zone) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .atZoneSameInstant(zone)
                .toLocalDateTime();
    }

    /** Reads the rows of a query. */
    @FunctionalInterface
    private interface Rows<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private <T> T query(String sql, Rows<T> result, Object... values) {
        try (Connection connection = database().dataSource().getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            set(select, values);
            try (ResultSet rows = select.executeQuery()) {
                return result.read(rows);
            }
        } catch (SQLException failure) {
            throw new StorageException("The calendar cannot be read: " + failure.getMessage(), failure);
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private void write(Write write) {
        try {
            database().write(write).toCompletableFuture().join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof StorageException reported
                    ? reported
                    : new StorageException("The calendar cannot be changed: " + failure.getCause(), failure);
        }
    }
}
