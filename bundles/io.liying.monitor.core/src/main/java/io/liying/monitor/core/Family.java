package io.liying.monitor.core;

/** The meters of one name, which differ in their labels. */
interface Family {

    /** {@code counter}, {@code gauge} or {@code histogram}. */
    String type();

    String help();

    /** Writes a line for each value. */
    void write(String name, PrometheusText text);
}
