package io.liying.storage.api;

import java.sql.Connection;
import java.sql.SQLException;
import org.osgi.annotation.versioning.ConsumerType;

/** Some statements that belong together. */
@ConsumerType
@FunctionalInterface
public interface Write {

    /**
     * Executes the statements. May be called again if a group is split after another write's failure.
     *
     * @param connection in a transaction; never to be committed, rolled back or closed here. Its prepared statements are
     *     cached: preparing the same text again is cheap
     */
    void apply(Connection connection) throws SQLException;
}
