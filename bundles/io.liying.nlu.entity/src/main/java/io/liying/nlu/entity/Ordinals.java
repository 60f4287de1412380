package io.liying.nlu.entity;

/** Reads a place in an order: "third", "3rd", "세 번째", "第三", "the last". */
final class Ordinals {

    private Ordinals() {}

    /** The place at a cursor, which moves behind it; negative from the end, 0 if there is none. */
    static int at(Cursor cursor) {
        if (cursor.is(Kind.ORDINAL)) {
            int place = Integer.parseInt(cursor.take());
            cursor.skip(Kind.NTH_AFTER);
            return place;
        }
        if (cursor.is(Kind.WHICH, "-1") && cursor.is(1, Kind.WEEKDAY)) { // "the last Friday of the month"
            cursor.take();
            return -1;
        }
        boolean prefix = cursor.is(Kind.NTH);
        int place = cursor.peekNumber(prefix ? 1 : 0, 9);
        if (place <= 0) {
            return 0;
        }
        if (prefix) {
            boolean fromEnd = cursor.take().equals("-");
            cursor.take();
            cursor.skip(Kind.NTH_AFTER);
            return fromEnd ? -place : place;
        }
        if (cursor.is(1, Kind.NTH_AFTER)) {
            cursor.take();
            cursor.take();
            return place;
        }
        return 0;
    }
}
