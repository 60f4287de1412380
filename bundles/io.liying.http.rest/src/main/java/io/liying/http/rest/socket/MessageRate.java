package io.liying.http.rest.socket;

import java.util.function.LongSupplier;

/** Lets so many messages through in each second. Used by one thread at a time. */
final class MessageRate {

    private static final long SECOND = 1_000_000_000;

    private final int perSecond;
    private final LongSupplier nanos;
    private long secondBegan;
    private int count;

    /** @param perSecond 0 for any number */
    MessageRate(int perSecond, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.nanos = nanos;
        this.secondBegan = nanos.getAsLong();
    }

    boolean allowsAnother() {
        if (perSecond == 0) {
            return true;
        }
        long now = nanos.getAsLong();
        if (now - secondBegan >= SECOND) {
            secondBegan = now;
            count = 0;
        }
        return ++count <= perSecond;
    }
}
