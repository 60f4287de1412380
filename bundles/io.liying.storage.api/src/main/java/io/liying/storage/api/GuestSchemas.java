package io.liying.storage.api;

import io.liying.storage.api.Schema.Migration;
import java.sql.Connection;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tables for code that is not trusted with the house's own. Each guest has a schema and a user of the database; the
 * database itself refuses that user everything outside its schema. The service is there where the engine can do that. Safe
 * for use by many threads; everything blocks and throws a {@link StorageException} that says what failed.
 */
@ProviderType
public interface GuestSchemas {

    /**
     * A new connection of the guest's own user, in its own schema, which is made if it is not there; auto-commit is off.
     * Whoever asked closes it.
     *
     * @param guest of lower-case letters, digits, hyphens and underscores
     */
    Connection connect(String guest);

    /** Commits what was done over a connection of a guest; durable when this returns. */
    void commit(Connection connection);

    /**
     * Brings a guest's tables up to date with its own rights. The steps are tried on a copy first: if one fails there, the
     * tables are as they were. Steps that were applied and are not named are left alone, because they came from a newer
     * version that was rolled back. Nobody else may change the tables meanwhile.
     *
     * @param migrations in ascending order of version
     * @throws StorageException if one fails, or an applied one was changed
     */
    void migrate(String guest, List<Migration> migrations);

    /** Whether a guest has a schema. */
    boolean exists(String guest);

    /** How much the guest's tables take on the disk, in bytes, not counting what is not committed yet. */
    long bytes(String guest);

    /** Deletes a guest's tables, its schema and its user; nothing if there are none. */
    void drop(String guest);
}
