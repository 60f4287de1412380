package io.liying.memory.contacts;

import io.liying.nlu.api.Contact;
import io.liying.storage.api.Database;
import io.liying.storage.api.Schema;
import io.liying.storage.api.Schema.Migration;
import io.liying.storage.api.StorageException;
import io.liying.storage.api.Write;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Contacts in the database; the table is made at the first use. Every statement names the person. */
final class ContactTable {

    private static final Schema SCHEMA = new Schema("contacts", List.of(new Migration(1, "whom people know", """
                            create table contacts (
                              person_id varchar(200) not null,
                              id varchar(36) not null,
                              names varchar(1100) not null,
                              primary key (person_id, id));
                            """)));

    private final Database database;
    private boolean migrated;

    ContactTable(Database database) {
        this.database = database;
    }

    private synchronized Database database() {
        if (!migrated) {
            database.migrate(SCHEMA);
            migrated = true;
        }
        return database;
    }

    /** A person's contacts in the order of their names. */
    List<Contact> all(String personId) {
        try (Connection connection = database().dataSource().getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select id, names from contacts where person_id = ? order by names, id")) {
            select.setString(1, personId);
            try (ResultSet rows = select.executeQuery()) {
                List<Contact> contacts = new ArrayList<>();
                while (rows.next()) {
                    contacts.add(new Contact(
                            rows.getString(1), List.of(rows.getString(2).split("\n"))));
                }
                return contacts;
            }
        } catch (SQLException failure) {
            throw new StorageException("The contacts cannot be read: " + failure.getMessage(), failure);
        }
    }

    /** Puts contacts in the place of those with the same ids. */
    void put(String personId, List<Contact> contacts) {
        write(connection -> {
            try (PreparedStatement delete =
                            connection.prepareStatement("delete from contacts where person_id = ? and id = ?");
                    PreparedStatement insert = connection.prepareStatement(
                            "insert into contacts (person_id, id, names) values (?, ?, ?)")) {
                for (Contact contact : contacts) {
                    delete.setString(1, personId);
                    delete.setString(2, contact.id());
                    delete.executeUpdate();
                    insert.setString(1, personId);
                    insert.setString(2, contact.id());
                    insert.setString(3, String.join("\n", contact.names()));
                    insert.executeUpdate();
                }
            }
        });
    }

    boolean remove(String personId, String id) {
        AtomicBoolean removed = new AtomicBoolean();
        write(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from contacts where person_id = ? and id = ?")) {
                delete.setString(1, personId);
                delete.setString(2, id);
                removed.set(delete.executeUpdate() > 0);
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
                    : new StorageException("The contacts cannot be changed: " + failure.getCause(), failure);
        }
    }
}
