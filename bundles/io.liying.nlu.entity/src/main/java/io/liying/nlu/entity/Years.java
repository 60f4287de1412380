package io.liying.nlu.entity;

/** Reads years: "2027", "next year", "내년". Each method gives -1, without a move, if there is none. */
final class Years {

    private Years() {}

    /** A year, said as its number or as one that leans on this year. */
    static int at(Cursor cursor, Reference reference) {
        int year = number(cursor);
        if (year > 0) {
            return year;
        }
        Piece piece = cursor.peek(0);
        if (piece != null && piece.is(Kind.PERIOD) && piece.value().startsWith("y:")) {
            cursor.take();
            return reference.today().getYear() + Integer.parseInt(piece.value().substring(2));
        }
        if (piece != null && piece.is(Kind.WHICH) && cursor.is(1, Kind.UNIT, "y")) {
            cursor.to(cursor.next() + 2);
            return reference.today().getYear() + Integer.parseInt(piece.value());
        }
        return -1;
    }

    /** A year of four digits that counts nothing. */
    static int number(Cursor cursor) {
        int year = cursor.peekNumber(0, 4);
        if (year >= 1900 && year < 2200 && !cursor.is(1, Kind.UNIT) && !cursor.is(1, Kind.PERCENT)) {
            cursor.take();
            return year;
        }
        return -1;
    }
}
