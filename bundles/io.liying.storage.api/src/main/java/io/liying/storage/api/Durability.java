package io.liying.storage.api;

/** What an acknowledged write survives. */
public enum Durability {
    /** The end of the process in any way, such as {@code kill -9}. */
    PROCESS,
    /** The loss of power as well: written to the disk before it is acknowledged. */
    POWER
}
