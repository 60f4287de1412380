package io.liying.logging.core;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** One line for a message; a stack trace follows on lines of its own. */
final class LineFormatter extends Formatter {

    private final DateTimeFormatter time;

    /** @param pattern how the time of a message is written */
    LineFormatter(String pattern, ZoneId zone) {
        time = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(zone);
    }

    @Override
    public String format(LogRecord record) {
        StringBuilder line = new StringBuilder(160);
        time.formatTo(record.getInstant(), line);
        line.append(' ').append(LogLevel.label(record.getLevel())).append(' ');
        line.append(record.getLoggerName())
                .append(": ")
                .append(formatMessage(record))
                .append(System.lineSeparator());
        Throwable thrown = record.getThrown();
        if (thrown != null) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace, true));
            line.append(trace);
        }
        return line.toString();
    }
}
