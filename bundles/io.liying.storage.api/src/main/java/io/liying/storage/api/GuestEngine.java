package io.liying.storage.api;

import java.sql.Connection;
import java.sql.SQLException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What is special about one database product where it keeps guests apart; behind {@link GuestSchemas}. All connections but
 * those called the guest's may do everything and have auto-commit on.
 */
@ConsumerType
public interface GuestEngine {

    /** The address at which users without rights on the whole database connect. */
    String url(String url);

    /** Makes a guest's user, who may do nothing, or gives it another password. */
    void createUser(Connection connection, String guest, String password) throws SQLException;

    /** Makes a schema that belongs to a guest's user, unless it is there. */
    void createSchema(Connection connection, String schema, String guest) throws SQLException;

    /** Whether a schema is there. */
    boolean exists(Connection connection, String schema) throws SQLException;

    /**
     * Copies the tables of one schema with their rows into an empty one.
     *
     * @param guest a connection of the user whom both schemas belong to
     */
    void copy(Connection connection, Connection guest, String from, String to) throws SQLException;

    /** After the tables of a schema were changed: makes what the engine remembers of them safe against a crash. */
    void settle(Connection connection, String schema) throws SQLException;

    /** How much the tables of a schema take on the disk, in bytes. */
    long bytes(Connection connection, String schema) throws SQLException;

    /** Deletes a schema with all that is in it; nothing if it is not there. */
    void dropSchema(Connection connection, String schema) throws SQLException;

    /** Deletes a guest's user; nothing if there is none. */
    void dropUser(Connection connection, String guest) throws SQLException;
}
