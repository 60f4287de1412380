package io.liying.storage.api;

import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;
import org.osgi.annotation.versioning.ProviderType;

/** The one database. The service is there once the connection works and LiYing's own tables are up to date. */
@ProviderType
public interface Database {

    /** Pooled connections; auto-commit is on. */
    DataSource dataSource();

    /**
     * Brings a bundle's own tables up to date; does nothing if they are. Blocks.
     *
     * @throws StorageException if a migration fails or an applied one was changed
     */
    void migrate(Schema schema);

    /**
     * Writes durably. Writes of concurrent callers share a transaction, and are applied in the order of the calls. A
     * write that fails is undone and reported alone; the others of its group stand.
     *
     * @return completed when the write is as durable as {@code database.durability} demands; exceptionally with a {@link
     *     StorageException} if it failed or the database is closing
     */
    CompletionStage<Void> write(Write write);

    /**
     * Writes a consistent copy of the whole database into a new file while it is in use.
     *
     * @throws StorageException if the file exists or cannot be written
     */
    void backup(Path file);
}
