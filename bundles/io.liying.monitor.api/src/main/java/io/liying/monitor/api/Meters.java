package io.liying.monitor.api;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Creates meters. Names are in Prometheus style: lower case with underscores and a unit, counters end in {@code _total}.
 * Asking again for a name gives the same meter. Safe for use by many threads.
 */
@ProviderType
public interface Meters {

    /** @param labelNames the names of the labels whose values {@link Counter#add} takes in the same order */
    Counter counter(String name, String help, String... labelNames);

    /** A histogram of durations in seconds. */
    Timer timer(String name, String help, String... labelNames);

    /**
     * A value that is read when somebody asks for it.
     *
     * @return ends the gauge
     */
    AutoCloseable gauge(String name, String help, DoubleSupplier value);

    /** All meters in Prometheus text format 0.0.4, UTF-8. */
    String prometheus();

    /** Counts up. */
    interface Counter {
        void add(double amount, String... labelValues);
    }

    /** Records durations. */
    interface Timer {
        void record(Duration duration, String... labelValues);
    }
}
