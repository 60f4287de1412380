package io.liying.plugin.catalogue;

import java.time.Duration;

/**
 * How long a catalogue may take.
 *
 * @param connect until it takes a connection
 * @param index until its whole index is here
 * @param file until a whole file is here
 */
record Limits(Duration connect, Duration index, Duration file) {

    static final Limits STANDARD = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMinutes(5));
}
