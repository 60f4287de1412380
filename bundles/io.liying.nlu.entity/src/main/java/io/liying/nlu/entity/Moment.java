package io.liying.nlu.entity;

import org.jspecify.annotations.Nullable;

/**
 * Days, a time or a part of the day, or several of them together, as they were said.
 *
 * @param bound before, after, until or from; or null
 * @param endPiece the piece behind it
 */
record Moment(
        @Nullable Days days,
        Times.@Nullable Found time,
        @Nullable Part part,
        @Nullable String bound,
        int startPiece,
        int endPiece) {

    boolean isBareNumber() {
        return days == null && time != null && time.bare();
    }

    Moment with(@Nullable Days otherDays) {
        return new Moment(otherDays, time, part, bound, startPiece, endPiece);
    }
}
