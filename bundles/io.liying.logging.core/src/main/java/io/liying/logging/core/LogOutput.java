package io.liying.logging.core;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** Sends log messages to the error output and to rotating files. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "io.liying.logging")
@Designate(ocd = LoggingConfig.class)
public final class LogOutput {

    private static final Logger ROOT = Logger.getLogger("");

    private final Path data;
    private final OutputStream console;
    private Handler toConsole;
    private @Nullable LogFile toFile;
    /** Java forgets a logger's level when nobody holds the logger. */
    private final List<Logger> levelled = new ArrayList<>();

    @Activate
    public LogOutput(BundleContext context, LoggingConfig config) {
        this(Path.of(Optional.ofNullable(context.getProperty("liying.data")).orElse("data")), System.err, config);
    }

    LogOutput(Path data, OutputStream console, LoggingConfig config) {
        this.data = data;
        this.console = console;
        this.toConsole = consoleHandler(level(config.console_level()));
        List<Handler> before = List.of(ROOT.getHandlers());
        ROOT.addHandler(toConsole);
        before.forEach(ROOT::removeHandler);
        apply(config);
    }

    /** Changes levels and outputs. */
    @Modified
    void apply(LoggingConfig config) {
        toConsole.setLevel(level(config.console_level()));
        List<String> warnings = new ArrayList<>();
        LogFile.Settings wanted = config.file() ? settings(config) : null;
        if (toFile != null && !toFile.settings().equals(wanted)) {
            toFile.close();
            toFile = null;
        }
        if (toFile == null && wanted != null) {
            try {
                toFile = LogFile.open(wanted);
            } catch (IOException failure) {
                warnings.add("Messages go to the error output only, no log file can be written: " + failure);
            }
        }
        levels(config, warnings);
        Logger own = Logger.getLogger(LogOutput.class.getName());
        warnings.forEach(own::warning);
    }

    @Deactivate
    void close() {
        // The error output stays, for messages of those who stop later.
        if (toFile != null) {
            toFile.close();
            toFile = null;
        }
    }

    private LogFile.Settings settings(LoggingConfig config) {
        Path folder = config.folder().isBlank() ? data.resolve("logs") : Path.of(config.folder());
        return new LogFile.Settings(folder, config.max_file_mb(), config.files());
    }

    private void levels(LoggingConfig config, List<String> warnings) {
        levelled.forEach(logger -> logger.setLevel(null));
        levelled.clear();
        ROOT.setLevel(level(config.level()));
        for (String entry : config.levels()) {
            int equals = entry.indexOf('=');
            Optional<LogLevel> level = equals > 0 ? LogLevel.named(entry.substring(equals + 1)) : Optional.empty();
            if (level.isEmpty()) {
                // A wrong entry must not cost the other messages, so it does not stop this component.
                warnings.add("logging.levels: \"" + entry
                        + "\" is ignored; allowed is <part>=<off|error|warn|info|debug|trace>");
                continue;
            }
            Logger logger = Logger.getLogger(entry.substring(0, equals).strip());
            logger.setLevel(level.get().level());
            levelled.add(logger);
        }
    }

    private static Level level(String name) {
        return LogLevel.named(name)
                .map(LogLevel::level)
                .orElseThrow(() -> new IllegalArgumentException(
                        "logging: \"" + name + "\" is no level; allowed are off, error, warn, info, debug and trace"));
    }

    private Handler consoleHandler(Level level) {
        Handler handler = new StreamHandler(console, new LineFormatter("HH:mm:ss.SSS", ZoneId.systemDefault())) {
            @Override
            public synchronized void publish(LogRecord record) {
                super.publish(record);
                flush();
            }

            @Override
            public synchronized void close() {
                flush();
            }
        };
        handler.setLevel(level);
        return handler;
    }
}
