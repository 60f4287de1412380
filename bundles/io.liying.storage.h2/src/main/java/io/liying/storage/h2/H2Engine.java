package io.liying.storage.h2;

import io.liying.storage.api.DatabaseEngine;
import io.liying.storage.api.Durability;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** H2 in this process with its file in the data folder, or at any other {@code jdbc:h2:} address. */
@Component
public final class H2Engine implements DatabaseEngine {

    /**
     * WRITE_DELAY=0: a commit returns when the operating system has the data. Superseded data stays as long as H2 thinks
     * right (45 seconds). LiYing closes the database itself and logs its errors.
     */
    private static final String SETTINGS =
            ";WRITE_DELAY=0;QUERY_CACHE_SIZE=64;LOCK_TIMEOUT=5000;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

    private static final String FILE = "jdbc:h2:file:";

    @Activate
    public H2Engine() {}

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
        source.setURL(uninterruptible(url) + SETTINGS);
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

    /** With WRITE_DELAY=0 each commit already outlives the process. */
    @Override
    public void persist(Connection connection, Durability durability) throws SQLException {
        if (durability == Durability.POWER) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            }
        }
    }

    /**
     * Syncs the file. It does not compact it: with H2 2.5.252, compacting beside commits lost acknowledged rows in one of
     * twenty kills ({@code KillTest}); space is given back when the database is closed.
     */
    @Override
    public boolean tidy(Connection connection) throws SQLException {
        if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
            session.getDatabase().getStore().getMvStore().sync();
        }
        return false;
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
    public Optional<String> explain(String url, SQLException failure) {
        return H2Failures.explain(url, failure);
    }
}
