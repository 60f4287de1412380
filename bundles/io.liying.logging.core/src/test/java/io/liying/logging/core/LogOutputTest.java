package io.liying.logging.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LogOutputTest {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger("io.liying.sample.Thing");

    @TempDir
    Path data;

    private final Logger root = Logger.getLogger("");
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private List<Handler> before;
    private LogOutput output;

    @BeforeEach
    void remember() {
        before = List.of(root.getHandlers());
    }

    @AfterEach
    void restore() {
        if (output != null) {
            output.close();
        }
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        before.forEach(root::addHandler);
        root.setLevel(Level.INFO);
    }

    private void start(Settings settings) {
        output = new LogOutput(data, console, settings);
    }

    /** The error output without the times. */
    private String console() {
        return console.toString(StandardCharsets.UTF_8).replaceAll("(?m)^\\d\\d:\\d\\d:\\d\\d\\.\\d{3} ", "");
    }

    private String file() throws IOException {
        return Files.readString(data.resolve("logs/liying.0.log"))
                .replaceAll("(?m)^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d{4} ", "");
    }

    @Test
    void what_matters_goes_to_the_console_and_more_to_the_file() throws IOException {
        start(Settings.usual());

        LOG.debug("rechne");
        LOG.info("시작 {}", 1);
        LOG.warn("{} went on worse", "it");

        assertThat(console()).isEqualTo("WARN  io.liying.sample.Thing: it went on worse\n");
        assertThat(file())
                .isEqualTo("INFO  io.liying.sample.Thing: 시작 1\nWARN  io.liying.sample.Thing: it went on worse\n");
    }

    @Test
    void a_stack_trace_follows_its_message() {
        start(Settings.usual());

        LOG.error("failed", new IllegalStateException("broken"));

        assertThat(console())
                .startsWith("ERROR io.liying.sample.Thing: failed\njava.lang.IllegalStateException: broken\n\tat ");
    }

    @Test
    void levels_change_while_it_runs() throws IOException {
        start(Settings.usual().level("warn"));
        LOG.info("no");
        output.apply(Settings.usual().level("warn", "io.liying.sample = trace"));
        LOG.trace("yes");
        output.apply(Settings.usual().level("error"));
        LOG.trace("no more");
        LOG.warn("neither");

        assertThat(file()).isEqualTo("TRACE io.liying.sample.Thing: yes\n");
        assertThat(data.resolve("logs")).isDirectoryNotContaining("glob:**/liying.1.log*");
    }

    @Test
    void the_console_may_show_more_and_files_may_be_off() {
        start(Settings.usual().console("debug").level("debug").withoutFile());

        LOG.debug("seen");

        assertThat(console()).isEqualTo("DEBUG io.liying.sample.Thing: seen\n");
        assertThat(data.resolve("logs")).doesNotExist();
    }

    @Test
    void the_folder_may_change_while_it_runs() throws IOException {
        start(Settings.usual());
        LOG.info("here");
        output.apply(Settings.usual().folder(data.resolve("else%where").toString()));
        LOG.info("there");

        assertThat(file()).isEqualTo("INFO  io.liying.sample.Thing: here\n");
        assertThat(data.resolve("else%where/liying.0.log")).content().endsWith("io.liying.sample.Thing: there\n");
    }

    @Test
    void a_full_file_makes_room() throws IOException {
        start(Settings.usual());

        String line = "x".repeat(10_000);
        for (int i = 0; i < 120; i++) {
            LOG.info(line);
        }

        assertThat(data.resolve("logs/liying.1.log")).isRegularFile();
        assertThat(Files.size(data.resolve("logs/liying.1.log"))).isBetween(1_000_000L, 1_100_000L);
    }

    @Test
    void a_wrong_entry_of_levels_is_named() {
        start(Settings.usual().level("info", "io.liying=loud", "io.liying"));

        assertThat(console()).isEqualTo("""
                WARN  io.liying.logging.core.LogOutput: logging.levels: "io.liying=loud" is ignored; \
                allowed is <part>=<off|error|warn|info|debug|trace>
                WARN  io.liying.logging.core.LogOutput: logging.levels: "io.liying" is ignored; \
                allowed is <part>=<off|error|warn|info|debug|trace>
                """);
        assertThatThrownBy(() -> output.apply(Settings.usual().level("loud")))
                .hasMessage("logging: \"loud\" is no level; allowed are off, error, warn, info, debug and trace");
    }

    @Test
    void a_folder_that_cannot_be_written_is_named_and_the_console_goes_on() throws IOException {
        Files.writeString(data.resolve("logs"), "a file");
        start(Settings.usual());

        assertThat(console())
                .startsWith("WARN  io.liying.logging.core.LogOutput: Messages go to the error output only,"
                        + " no log file can be written: java.nio.file.FileAlreadyExistsException: ");
    }
}
