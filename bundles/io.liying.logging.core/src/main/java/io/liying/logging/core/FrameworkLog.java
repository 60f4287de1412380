package io.liying.logging.core;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;

/** Brings warnings and errors of the framework and of declarative services into the same log. */
@Component(
        service = {},
        immediate = true)
public final class FrameworkLog {

    private final LogReaderService reader;
    private final LogListener listener = FrameworkLog::logged;

    @Activate
    public FrameworkLog(@Reference LogReaderService reader) {
        this.reader = reader;
        reader.addLogListener(listener);
    }

    @Deactivate
    void close() {
        reader.removeLogListener(listener);
    }

    private static void logged(LogEntry entry) {
        Level level = switch (entry.getLogLevel()) {
            case ERROR -> Level.SEVERE;
            case WARN -> Level.WARNING;
            case AUDIT, INFO, DEBUG, TRACE -> null;
        };
        if (level == null) {
            return;
        }
        Bundle bundle = entry.getBundle();
        String name = "osgi." + (bundle == null ? "framework" : bundle.getSymbolicName());
        LogRecord record = new LogRecord(level, entry.getMessage());
        record.setLoggerName(name);
        record.setThrown(entry.getException());
        Logger.getLogger(name).log(record);
    }
}
