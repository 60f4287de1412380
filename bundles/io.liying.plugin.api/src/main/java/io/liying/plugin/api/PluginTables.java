package io.liying.plugin.api;

import java.sql.Connection;
import java.sql.SQLException;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A plugin's own tables. The files {@code LIYING-INF/tables/<number>_<words>.sql} of its jar make them, in the order of
 * their numbers, before the plugin starts; each is applied once and must never be changed afterwards. The database refuses
 * a plugin every other table. An upgrade that has been applied stays when the version before is put back, so a step only
 * adds what that version can live with, and what is not needed any more is dropped one version later. Safe for use by many
 * threads; at most four connections of a plugin are open at once, a further caller waits.
 */
@ProviderType
public interface PluginTables {

    /**
     * Reads; changes are undone.
     *
     * @throws SQLException what the work threw; or if no connection is free for five seconds
     */
    <T> T read(Work<T> work) throws SQLException;

    /**
     * Changes tables in one transaction, which is durable when this returns, and undone if the work throws. While tables
     * are being migrated by an upgrade this waits.
     *
     * @throws QuotaException if the plugin keeps more than it is permitted to, with its values, its folder and its tables
     *     together; only statements that begin with {@code delete}, {@code truncate}, {@code drop} or {@code select} are
     *     executed then. It is found out after a change, at most a second late
     */
    <T> T change(Work<T> work) throws SQLException;

    /** What is done with a connection. */
    @ConsumerType
    @FunctionalInterface
    interface Work<T> {

        /** @param connection in a transaction; ends with this call, and is not to be committed, rolled back or closed */
        T with(Connection connection) throws SQLException;
    }
}
