package io.liying.configuration.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SavedChangesTest {

    private static final FileWatcher.Pace QUICK =
            new FileWatcher.Pace(Duration.ofMillis(20), Duration.ofMillis(300), Duration.ofMillis(50));

    @TempDir
    Path folder;

    private final Logger logger = Logger.getLogger(YamlConfigurations.class.getName());
    private final LinkedBlockingQueue<String> log = new LinkedBlockingQueue<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            log.add(record.getLevel() + " " + record.getMessage().replace(folder + "/", ""));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private Desk desk;
    private YamlConfigurations configurations;

    @BeforeEach
    void start() {
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        desk = new Desk(folder);
        desk.profile = Optional.of("dev");
        desk.write("liying.yaml", "api: {port: 1}");
        configurations = desk.start(QUICK);
    }

    @AfterEach
    void stop() {
        configurations.close();
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    private String logged() throws InterruptedException {
        return log.poll(20, TimeUnit.SECONDS);
    }

    @Test
    void a_saved_change_takes_effect() throws InterruptedException {
        desk.write("liying.yaml", "api: {port: 2}");

        assertThat(logged()).isEqualTo("INFO The configuration is in effect: liying.yaml");
        assertThat(desk.admin.section("api")).containsOnly(Map.entry("port", 2));
    }

    @Test
    void an_overlay_that_comes_and_goes_takes_effect() throws Exception {
        desk.write("liying.dev.yaml", "api: {port: 3}");
        assertThat(logged()).startsWith("INFO");
        assertThat(desk.admin.section("api")).containsOnly(Map.entry("port", 3));

        Files.delete(folder.resolve("liying.dev.yaml"));
        assertThat(logged()).startsWith("INFO");
        assertThat(desk.admin.section("api")).containsOnly(Map.entry("port", 1));
    }

    @Test
    void a_file_that_an_editor_replaces_takes_effect() throws Exception {
        Files.move(folder.resolve("liying.yaml"), folder.resolve("liying.yaml~"));
        Path fresh = desk.write("liying.yaml.new", "api: {port: 4}");
        Files.move(fresh, folder.resolve("liying.yaml"), StandardCopyOption.ATOMIC_MOVE);

        assertThat(logged()).startsWith("INFO");
        assertThat(desk.admin.section("api")).containsOnly(Map.entry("port", 4));
    }

    @Test
    void an_invalid_change_leaves_the_running_configuration_as_it_was_and_says_so() throws InterruptedException {
        desk.write("liying.yaml", "api: {port: none}");

        String problem = "liying.yaml, line 1: api.port: The value \"none\" is not allowed."
                + " Allowed: a whole number from 0 to 65535.";
        assertThat(logged())
                .isEqualTo("SEVERE The changed configuration has errors, so the running one stays as it was:\n  "
                        + problem);
        assertThat(configurations.problems()).isEqualTo(List.of(folder + "/" + problem));
        assertThat(configurations.inEffect()).isTrue();
        assertThat(desk.admin.section("api")).containsOnly(Map.entry("port", 1));

        desk.write("liying.yaml", "api: {port: 5}");
        assertThat(logged()).startsWith("INFO");
        assertThat(configurations.problems()).isEmpty();
    }

    @Test
    void a_file_that_vanishes_is_an_error() throws Exception {
        Files.delete(folder.resolve("liying.yaml"));

        assertThat(logged())
                .startsWith("SEVERE")
                .endsWith("does not exist. Create it, or change LIYING_CONFIG or --config.");
        assertThat(desk.admin.section("api")).containsOnly(Map.entry("port", 1));
    }

    @Test
    void a_file_that_is_being_written_is_not_taken_for_an_empty_one() throws IOException, InterruptedException {
        desk.admin.done.clear();
        Files.writeString(folder.resolve("liying.yaml"), "");
        Files.writeString(folder.resolve("liying.yaml"), "api: {port: 6}");

        assertThat(logged()).startsWith("INFO");
        assertThat(desk.admin.done).containsExactly("update io.liying.api");
        assertThat(desk.admin.section("api")).containsOnly(Map.entry("port", 6));
    }
}
