package io.liying.sdk.test;

import io.liying.plugin.api.PluginTables;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.RunScript;
import org.jspecify.annotations.Nullable;

/** A plugin's own tables in memory, made by the files of its jar when they are first used. */
final class ScriptedTables implements PluginTables, AutoCloseable {

    private static final String FOLDER = "LIYING-INF/tables/";

    private final Path jar;
    private final JdbcDataSource source = new JdbcDataSource();
    private @Nullable Connection open;

    ScriptedTables(Path jar) {
        this.jar = jar;
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID());
    }

    /** The first connection keeps the database in memory. */
    private synchronized Connection connection() throws SQLException {
        if (open == null) {
            Connection made = source.getConnection();
            try (JarFile file = new JarFile(jar.toFile())) {
                List<JarEntry> steps = file.stream()
                        .filter(entry -> entry.getName().startsWith(FOLDER) && !entry.isDirectory())
                        .sorted(Comparator.comparingInt(ScriptedTables::number))
                        .toList();
                for (JarEntry step : steps) {
                    try (Reader sql = new InputStreamReader(file.getInputStream(step), StandardCharsets.UTF_8)) {
                        RunScript.execute(made, sql);
                    }
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            open = made;
        }
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static int number(JarEntry step) {
        String name = step.getName().substring(FOLDER.length());
        return Integer.parseInt(name.substring(0, name.indexOf('_')));
    }

    @Override
    public <T> T read(Work<T> work) throws SQLException {
        try (Connection connection = connection()) {
            T result = work.with(connection);
            connection.rollback();
            return result;
        }
    }

    @Override
    public <T> T change(Work<T> work) throws SQLException {
        try (Connection connection = connection()) {
            T result = work.with(connection);
            connection.commit();
            return result;
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        if (open != null) {
            open.close();
        }
    }
}
