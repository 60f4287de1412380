package io.liying.storage.core;

import io.liying.storage.api.Database;
import io.liying.storage.api.DatabaseEngine;
import io.liying.storage.api.GuestEngine;
import io.liying.storage.api.GuestSchemas;
import io.liying.storage.api.Schema.Migration;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Guests' schemas in the one database. A guest's password is made anew by each process and kept nowhere. What guests commit
 * is made durable by the group writer, whose next commit covers it.
 */
final class SchemaPerGuest implements GuestSchemas {

    private static final String TRIAL = "~trial";
    private static final String HISTORY = "liying_migrations";

    private final Database database;
    private final DatabaseEngine engine;
    private final GuestEngine guests;
    private final String url;
    private final DataSource administration;
    private final Failures failures;
    private final Map<String, DataSource> sources = new ConcurrentHashMap<>();

    /** @param administration connections that may do everything, not pooled */
    SchemaPerGuest(
            Database database, DatabaseEngine engine, GuestEngine guests, String url, DataSource administration) {
        this.database = database;
        this.engine = engine;
        this.guests = guests;
        this.url = url;
        this.administration = administration;
        this.failures = new Failures(engine, url);
    }

    @Override
    public Connection connect(String guest) {
        try {
            return connect(guest, schema(guest));
        } catch (SQLException | RuntimeException failure) {
            throw failures.of("The tables of \"" + guest + "\" cannot be opened", failure);
        }
    }

    private Connection connect(String guest, String schema) throws SQLException {
        Connection connection = source(guest).getConnection();
        try {
            connection.setSchema(schema);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    private DataSource source(String guest) throws SQLException {
        DataSource known = sources.get(guest);
        if (known != null) {
            return known;
        }
        synchronized (sources) {
            DataSource made = sources.get(guest);
            if (made == null) {
                String user = schema(guest);
                byte[] random = new byte[24];
                new SecureRandom().nextBytes(random);
                String password = HexFormat.of().formatHex(random);
                try (Connection connection = administration.getConnection()) {
                    guests.createUser(connection, user, password);
                    guests.createSchema(connection, user, user);
                }
                made = engine.connect(guests.url(url), user, password);
                sources.put(guest, made);
            }
            return made;
        }
    }

    @Override
    public void commit(Connection connection) {
        try {
            connection.commit();
            database.write(nothing -> {}).toCompletableFuture().join();
        } catch (SQLException refused) {
            throw failures.of("The change was not kept", refused);
        } catch (CompletionException failed) {
            throw failures.of("The change was not kept", failed.getCause() == null ? failed : failed.getCause());
        }
    }

    @Override
    public void migrate(String guest, List<Migration> migrations) {
        String schema = schema(guest);
        try {
            source(guest);
            if (Migrations.pending(() -> connect(guest, schema), HISTORY, migrations)) {
                rehearse(guest, schema, migrations);
                Migrations.applyTo(() -> connect(guest, schema), HISTORY, guest, migrations);
                try (Connection all = administration.getConnection()) {
                    guests.settle(all, schema);
                }
                database.write(nothing -> {}).toCompletableFuture().join();
            }
        } catch (SQLException failure) {
            throw failures.of("The tables of \"" + guest + "\" cannot be brought up to date", failure);
        }
    }

    /** On a copy, so that a step that fails has changed nothing. */
    private void rehearse(String guest, String schema, List<Migration> migrations) throws SQLException {
        String trial = schema + TRIAL;
        try (Connection all = administration.getConnection()) {
            guests.dropSchema(all, trial);
            guests.createSchema(all, trial, schema);
            try {
                try (Connection own = connect(guest, trial)) {
                    guests.copy(all, own, schema, trial);
                    own.commit();
                }
                Migrations.applyTo(() -> connect(guest, trial), HISTORY, guest, migrations);
            } finally {
                guests.dropSchema(all, trial);
            }
        }
    }

    @Override
    public boolean exists(String guest) {
        try (Connection connection = administration.getConnection()) {
            return guests.exists(connection, schema(guest));
        } catch (SQLException failure) {
            throw failures.of("Whether \"" + guest + "\" has tables cannot be told", failure);
        }
    }

    @Override
    public long bytes(String guest) {
        try (Connection connection = administration.getConnection()) {
            String schema = schema(guest);
            return guests.exists(connection, schema) ? guests.bytes(connection, schema) : 0;
        } catch (SQLException failure) {
            throw failures.of("The size of the tables of \"" + guest + "\" cannot be told", failure);
        }
    }

    @Override
    public void drop(String guest) {
        synchronized (sources) {
            sources.remove(guest);
            try (Connection connection = administration.getConnection()) {
                guests.dropSchema(connection, schema(guest));
                guests.dropSchema(connection, schema(guest) + TRIAL);
                guests.dropUser(connection, schema(guest));
            } catch (SQLException failure) {
                throw failures.of("The tables of \"" + guest + "\" cannot be deleted", failure);
            }
        }
        database.write(nothing -> {}).toCompletableFuture().join();
    }

    /** Also the name of the user. */
    private static String schema(String guest) {
        if (!guest.matches("[a-z][a-z0-9_-]{0,99}")) {
            throw new IllegalArgumentException(
                    "\"" + guest + "\" is not of lower-case letters, digits, hyphens and underscores");
        }
        return "guest_" + guest;
    }
}
