package io.liying.storage.h2;

import io.liying.storage.api.GuestEngine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Guests in H2: users without rights who own their schema. Such a user can neither read another schema nor reach files,
 * Java code or the database's settings; it can read the names of other tables and columns, as everybody can in H2.
 */
final class H2Guests implements GuestEngine {

    /** Makes H2 open the running database only; the settings of a connection are the administrator's to change. */
    static final String NO_SETTINGS = ";IFEXISTS=TRUE";

    private static final List<String> NOT_COPIED = List.of("SET ", "CREATE USER", "CREATE SCHEMA", "GRANT ", "--");

    @Override
    public String url(String url) {
        return url + NO_SETTINGS;
    }

    @Override
    public void createUser(Connection connection, String guest, String password) throws SQLException {
        execute(connection, "create user if not exists " + quoted(guest) + " password '" + password + "'");
        execute(connection, "alter user " + quoted(guest) + " set password '" + password + "'");
    }

    @Override
    public void createSchema(Connection connection, String schema, String guest) throws SQLException {
        execute(connection, "create schema if not exists " + quoted(schema) + " authorization " + quoted(guest));
    }

    @Override
    public boolean exists(Connection connection, String schema) throws SQLException {
        return !column(connection, "select 1 from information_schema.schemata where schema_name = ?", schema)
                .isEmpty();
    }

    /** The definitions are H2's own script of the schema; the rows go from table to table. */
    @Override
    public void copy(Connection connection, Connection guest, String from, String to) throws SQLException {
        for (String definition : column(connection, "script nodata nopasswords nosettings schema " + quoted(from))) {
            if (NOT_COPIED.stream().noneMatch(definition::startsWith)) {
                execute(guest, definition.replace(quoted(from) + '.', quoted(to) + '.'));
            }
        }
        List<String> tables = tables(connection, from);
        for (String table : tables) {
            execute(guest, "alter table " + quoted(to, table) + " set referential_integrity false");
        }
        for (String table : tables) {
            String columns = String.join(
                    ", ",
                    column(
                                    connection,
                                    "select column_name from information_schema.columns where table_schema = ?"
                                            + " and table_name = ? and is_generated = 'NEVER' order by ordinal_position",
                                    from,
                                    table)
                            .stream()
                            .map(H2Guests::quoted)
                            .toList());
            execute(
                    guest,
                    "insert into " + quoted(to, table) + " (" + columns + ") overriding system value select " + columns
                            + " from " + quoted(from, table));
        }
        for (String table : tables) {
            execute(guest, "alter table " + quoted(to, table) + " set referential_integrity true");
        }
    }

    /**
     * When a table is altered, H2 2.5.252 notes the next number of its sequence but forgets that numbers up to the end of
     * the cache must not be given again after a crash; restarting the sequence at its next number puts that right.
     */
    @Override
    public void settle(Connection connection, String schema) throws SQLException {
        try (PreparedStatement columns = connection.prepareStatement("select table_name, column_name, identity_base"
                + " from information_schema.columns where table_schema = ? and is_identity = 'YES'")) {
            columns.setString(1, schema);
            try (ResultSet rows = columns.executeQuery()) {
                while (rows.next()) {
                    execute(
                            connection,
                            "alter table " + quoted(schema, rows.getString(1)) + " alter column "
                                    + quoted(rows.getString(2)) + " restart with " + rows.getLong(3));
                }
            }
        }
    }

    @Override
    public long bytes(Connection connection, String schema) throws SQLException {
        long bytes = 0;
        for (String table : tables(connection, schema)) {
            for (String size : column(connection, "select disk_space_used(?)", quoted(schema, table))) {
                bytes += Long.parseLong(size);
            }
        }
        return bytes;
    }

    @Override
    public void dropSchema(Connection connection, String schema) throws SQLException {
        execute(connection, "drop schema if exists " + quoted(schema) + " cascade");
    }

    @Override
    public void dropUser(Connection connection, String guest) throws SQLException {
        execute(connection, "drop user if exists " + quoted(guest));
    }

    private static List<String> tables(Connection connection, String schema) throws SQLException {
        return column(
                connection,
                "select table_name from information_schema.tables where table_schema = ? and table_type = 'BASE TABLE'",
                schema);
    }

    private static List<String> column(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<String> column = new ArrayList<>();
                while (rows.next()) {
                    column.add(rows.getString(1));
                }
                return column;
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String quoted(String schema, String table) {
        return quoted(schema) + '.' + quoted(table);
    }
}
