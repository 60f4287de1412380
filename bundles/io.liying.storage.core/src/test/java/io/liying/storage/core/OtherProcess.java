package io.liying.storage.core;

import io.liying.storage.api.Durability;
import io.liying.storage.h2.H2Engine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Another process with the database open: prints a number when its row is acknowledged, until it is killed. */
final class OtherProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private OtherProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    }

    static OtherProcess start(Path data, Durability durability) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                data.toString(),
                durability.name());
        return new OtherProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The next acknowledged row; -1 after the end. */
    int next() throws IOException {
        String line = output.readLine();
        return line == null ? -1 : Integer.parseInt(line);
    }

    /** As by {@code kill -9}; what it had printed can still be read. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) {
        H2Engine engine = new H2Engine();
        GroupedDatabase database = GroupedDatabase.open(
                engine,
                DatabaseSettings.at(
                        engine.embeddedUrl(Path.of(arguments[0])).orElseThrow(), Durability.valueOf(arguments[1])));
        database.write(connection -> {
                    try (PreparedStatement create =
                            connection.prepareStatement("create table if not exists numbers(number integer)")) {
                        create.execute();
                    }
                })
                .toCompletableFuture()
                .join();
        AtomicInteger numbers = new AtomicInteger();
        for (int writer = 0; writer < 8; writer++) {
            Thread.ofPlatform().start(() -> {
                while (true) {
                    int number = numbers.incrementAndGet();
                    database.write(connection -> {
                                try (PreparedStatement insert =
                                        connection.prepareStatement("insert into numbers values (?)")) {
                                    insert.setInt(1, number);
                                    insert.executeUpdate();
                                }
                            })
                            .toCompletableFuture()
                            .join();
                    synchronized (database) {
                        System.out.println(number);
                    }
                }
            });
        }
    }
}
