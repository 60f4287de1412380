package io.liying.storage.h2;

import java.time.Duration;

/**
 * How much space superseded data may take.
 *
 * @param fillPercent compacting starts when less than so much of the used space is alive
 * @param spareBytes superseded data that is not worth compacting
 * @param sliceBytes what one call moves at the most
 * @param age younger chunks are left alone, because most of their data is superseded soon
 */
record SpaceLimits(int fillPercent, long spareBytes, int sliceBytes, Duration age) {

    static SpaceLimits spare(int megabytes) {
        return new SpaceLimits(50, megabytes * 1_000_000L, 512 << 10, Duration.ofSeconds(4));
    }
}
