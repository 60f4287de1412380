package io.liying.storage.h2;

import io.liying.storage.api.DatabaseEngine;
import io.liying.storage.api.Durability;
import io.liying.storage.api.GuestEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;

/** H2 in this process with its file in the data folder, or at any other {@code jdbc:h2:} address. */
@Component(configurationPid = "io.liying.database")
public final class H2Engine implements DatabaseEngine {

    /**
     * WRITE_DELAY=0: a commit returns when the operating system has the data, and H2 has no thread of its own.
     * RETENTION_TIME and MAX_COMPACT_TIME: the space of superseded data is the {@link StoreFile}'s business, also on
     * closing. LiYing closes the database itself and logs its errors.
     */
    private static final String SETTINGS = ";WRITE_DELAY=0;RETENTION_TIME=" + StoreFile.FOREVER
            + ";MAX_COMPACT_TIME=0;QUERY_CACHE_SIZE=64;LOCK_TIMEOUT=5000;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

    private static final String FILE = "jdbc:h2:file:";

    private final List<StoreFile> files = new CopyOnWriteArrayList<>();
    private final LongSupplier ticker;
    private volatile SpaceLimits limits;

    @Activate
    public H2Engine(H2Config config) {
        this(SpaceLimits.spare(spare(config)), System::nanoTime);
    }

    /** With the defaults, outside the framework. */
    public H2Engine() {
        this(SpaceLimits.spare(H2Config.SPARE_MEGABYTES), System::nanoTime);
    }

    H2Engine(SpaceLimits limits, LongSupplier ticker) {
        this.limits = limits;
        this.ticker = ticker;
    }

    /** For databases opened from now on. */
    @Modified
    void configure(H2Config config) {
        limits = SpaceLimits.spare(spare(config));
    }

    private static int spare(H2Config config) {
        int megabytes = config.spare_megabytes();
        if (megabytes < 1 || megabytes > 100_000) {
            throw new IllegalArgumentException("database.spare_megabytes is " + megabytes + "; it must be 1 to 100000");
        }
        return megabytes;
    }

    @Override
    public boolean accepts(String url) {
        return url.startsWith("jdbc:h2:");
    }

    @Override
    public Optional<String> embeddedUrl(Path dataFolder) {
        return Optional.of(FILE
                + dataFolder.toAbsolutePath().normalize().resolve("database").resolve("liying"));
    }

    @Override
    public DataSource connect(String url, String user, String password) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(uninterruptible(url) + (url.endsWith(H2Guests.NO_SETTINGS) ? "" : SETTINGS));
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /**
     * An interrupted thread's file access closes the file for every thread: the time limit of one skill would end the
     * database. H2's file system {@code retry} opens it again.
     */
    private static String uninterruptible(String url) {
        return url.startsWith(FILE) ? "jdbc:h2:retry:" + url.substring(FILE.length()) : url;
    }

    /** With WRITE_DELAY=0 the commit is in the file already; now it can be found there. */
    @Override
    public void persist(Connection connection, Durability durability) throws SQLException {
        StoreFile file = file(connection);
        if (file == null) {
            return;
        }
        file.committed();
        if (durability == Durability.POWER) {
            file.sync();
        }
    }

    @Override
    public boolean tidy(Connection connection) throws SQLException {
        StoreFile file = file(connection);
        return file != null && file.tidy();
    }

    /** Null if the database is not a file of this process. */
    private @Nullable StoreFile file(Connection connection) throws SQLException {
        if (!(connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session)) {
            return null;
        }
        MVStore store = session.getDatabase().getStore().getMvStore();
        for (StoreFile file : files) {
            if (file.isOf(store)) {
                return file;
            }
        }
        if (!(store.getFileStore() instanceof RandomAccessStore single)) {
            return null;
        }
        files.removeIf(StoreFile::isClosed);
        StoreFile opened = new StoreFile(store, single, limits, ticker);
        files.add(opened);
        return opened;
    }

    @Override
    public void backup(Connection connection, Path file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BACKUP TO '" + file.toAbsolutePath().toString().replace("'", "''") + "'");
        } catch (SQLException failure) {
            file.toFile().delete();
            throw failure;
        }
        if (!Files.exists(file)) {
            throw new SQLException("this database is kept in memory only; there is nothing to copy");
        }
    }

    @Override
    public Optional<GuestEngine> guests() {
        return Optional.of(new H2Guests());
    }

    @Override
    public Optional<String> explain(String url, SQLException failure) {
        return H2Failures.explain(url, failure);
    }
}
