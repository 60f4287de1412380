package io.liying.bench;

import io.liying.storage.api.Durability;
import io.liying.storage.core.DatabaseSettings;
import io.liying.storage.core.GroupedDatabase;
import io.liying.storage.h2.H2Engine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.h2.jdbcx.JdbcDataSource;

/** Durable rows a second through the group commit, beside bare H2 with one commit for each row. */
final class StoreBenchmark implements Benchmark {

    private static final String TABLE = "CREATE TABLE bench_rows (id BIGINT, body VARCHAR(1000))";
    private static final String INSERT = "INSERT INTO bench_rows (id, body) VALUES (?, ?)";
    private static final String BODY = "x".repeat(300);
    private static final Duration RUN = Duration.ofSeconds(4);

    @Override
    public String name() {
        return "store";
    }

    @Override
    public String summary() {
        return "durable rows a second for 1 and 32 writers at both durability settings, beside bare H2";
    }

    @Override
    public Report run(Path home, Path work, List<String> arguments) throws Exception {
        Report report = new Report(name());
        for (Durability durability : Durability.values()) {
            String level = durability.name().toLowerCase(Locale.ROOT);
            for (int writers : new int[] {1, 32}) {
                String name = level + "_" + writers;
                double grouped = grouped(work.resolve("grouped_" + name), durability, writers);
                double bare = bare(work.resolve("bare_" + name), durability, writers);
                report.figure(name + "_writers_rows_per_second", grouped)
                        .figure(name + "_writers_bare_h2_rows_per_second", bare)
                        .figure(name + "_writers_ratio", grouped / bare);
            }
        }
        return report.atLeast("process_32_writers_ratio", 1).atLeast("power_32_writers_ratio", 5);
    }

    private static double grouped(Path folder, Durability durability, int writers) throws Exception {
        H2Engine engine = new H2Engine();
        String url = engine.embeddedUrl(folder).orElseThrow();
        GroupedDatabase database = GroupedDatabase.open(engine, DatabaseSettings.at(url, durability));
        try {
            database.write(connection -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute(TABLE);
                        }
                    })
                    .toCompletableFuture()
                    .get();
            return perSecond(
                    writers,
                    () -> () -> database.write(StoreBenchmark::insert)
                            .toCompletableFuture()
                            .get());
        } finally {
            database.close();
        }
    }

    private static void insert(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setLong(1, System.nanoTime());
            statement.setString(2, BODY);
            statement.executeUpdate();
        }
    }

    private static double bare(Path folder, Durability durability, int writers) throws Exception {
        String url = "jdbc:h2:" + folder.resolve("bare") + ";WRITE_DELAY=0";
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        source.setUser("sa");
        try (Connection keep = source.getConnection()) {
            try (Statement statement = keep.createStatement()) {
                statement.execute(TABLE);
            }
            return perSecond(writers, () -> {
                Connection connection = source.getConnection();
                return () -> {
                    insert(connection);
                    if (durability == Durability.POWER) {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("CHECKPOINT SYNC");
                        }
                    }
                    return null;
                };
            });
        }
    }

    /** Lets each writer do one row after another; a second of warm-up is not counted. */
    private static double perSecond(int writers, Callable<Callable<?>> newWriter) throws Exception {
        long begin = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        long end = begin + RUN.toNanos();
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int index = 0; index < writers; index++) {
                counts.add(threads.submit(() -> {
                    Callable<?> row = newWriter.call();
                    long rows = 0;
                    for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                        row.call();
                        if (now >= begin) {
                            rows++;
                        }
                    }
                    return rows;
                }));
            }
            long rows = 0;
            for (Future<Long> count : counts) {
                rows += count.get();
            }
            return rows / (RUN.toNanos() / 1e9);
        }
    }
}
