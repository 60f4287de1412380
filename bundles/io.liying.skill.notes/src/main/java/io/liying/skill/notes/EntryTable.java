package io.liying.skill.notes;

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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

/** The entries in the database; the table is made at the first use. Every statement names the person. */
final class EntryTable {

    private static final String TABLE = "create table if not exists notes ("
            + " id bigint generated always as identity primary key,"
            + " person_id varchar(200) not null,"
            + " list varchar(100) not null,"
            + " text varchar(1000) not null,"
            + " created_at timestamp with time zone not null);"
            + "create index if not exists notes_by_person on notes (person_id, list, id);";

    private final Database database;
    private boolean migrated;

    EntryTable(Database database) {
        this.database = database;
    }

    private synchronized Database database() {
        if (!migrated) {
            database.migrate(new Schema("notes", List.of(new Migration(1, "lists and notes", TABLE))));
            migrated = true;
        }
        return database;
    }

    /** All entries of a person, oldest first. */
    List<Entry> all(String personId) {
        try (Connection connection = database().dataSource().getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select id, list, text from notes where person_id = ? order by id")) {
            select.setString(1, personId);
            try (ResultSet rows = select.executeQuery()) {
                List<Entry> entries = new ArrayList<>();
                while (rows.next()) {
                    entries.add(new Entry(rows.getLong(1), rows.getString(2), rows.getString(3)));
                }
                return entries;
            }
        } catch (SQLException failure) {
            throw new StorageException("The notes cannot be read: " + failure.getMessage(), failure);
        }
    }

    void add(String personId, String list, List<String> texts, Instant at) {
        write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into notes (person_id, list, text, created_at) values (?, ?, ?, ?)")) {
                for (String text : texts) {
                    insert.setString(1, personId);
                    insert.setString(2, list);
                    insert.setString(3, text);
                    insert.setObject(4, at.atOffset(ZoneOffset.UTC));
                    insert.executeUpdate();
                }
            }
        });
    }

    /** Removes entries; returns how many were there. */
    int remove(String personId, List<Entry> entries) {
        AtomicInteger removed = new AtomicInteger();
        write(connection -> {
            removed.set(0);
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from notes where person_id = ? and id = ?")) {
                for (Entry entry : entries) {
                    delete.setString(1, personId);
                    delete.setLong(2, entry.id());
                    removed.addAndGet(delete.executeUpdate());
                }
            }
        });
        return removed.get();
    }

    private void write(Write write) {
        try {
            database().write(write).toCompletableFuture().join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof StorageException reported
                    ? reported
                    : new StorageException("The notes cannot be changed: " + failure.getCause(), failure);
        }
    }
}
