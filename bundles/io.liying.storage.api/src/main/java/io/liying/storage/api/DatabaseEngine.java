package io.liying.storage.api;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What is special about one database product; registered as an OSGi service by the bundle that brings the driver. Used
 * by the {@link Database} only.
 */
@ConsumerType
public interface DatabaseEngine {

    /** Whether a JDBC address is one of this engine. */
    boolean accepts(String url);

    /** The address of a database inside the data folder, or empty if this engine is not an embedded one. */
    Optional<String> embeddedUrl(Path dataFolder);

    /**
     * Makes connections that are not pooled. Nothing is opened before the first.
     *
     * @param url an accepted one
     */
    DataSource connect(String url, String user, String password);

    /** Makes all that was committed so far as durable as demanded; called after each commit of the writer. */
    void persist(Connection connection, Durability durability) throws SQLException;

    /**
     * Does a slice of housekeeping, such as making unused space usable again; called about ten times a second after
     * writes, outside a transaction. Takes some milliseconds at the most.
     *
     * @return whether there is more to do
     */
    boolean tidy(Connection connection) throws SQLException;

    /** Writes a consistent copy of the whole database into a file that does not exist yet. */
    void backup(Connection connection, Path file) throws SQLException;

    /**
     * Explains a failure to the person who runs LiYing.
     *
     * @return what failed and what to do, in whole sentences; empty if the driver's own message is the best there is
     */
    Optional<String> explain(String url, SQLException failure);

    /** How guests are kept apart; empty if this engine cannot. */
    default Optional<GuestEngine> guests() {
        return Optional.empty();
    }
}
