package io.liying.nlu.entity;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The seasons as the weather services of the north count them: spring is March to May. */
final class Seasons {

    /** If the next one begins so soon, that of the year after may be meant. */
    private static final int SOON_DAYS = 120;

    private Seasons() {}

    /**
     * One of this, the next or the last: 0, 1, -1.
     *
     * @param month the season's first
     */
    static Days which(int month, int which, LocalDate today) {
        Days season = in(month, today.getYear() - 1);
        while (!season.end().isAfter(today)) {
            season = later(season, 1);
        }
        boolean begun = !season.start().isAfter(today);
        return switch (which) {
            case 1 -> {
                Days next = begun ? later(season, 1) : season;
                yield next.start().toEpochDay() - today.toEpochDay() < SOON_DAYS ? next.or(later(next, 1)) : next;
            }
            case -1 -> later(season, -1);
            default -> season;
        };
    }

    /** That which begins in a year. */
    static Days in(int month, int year) {
        LocalDate first = LocalDate.of(year, month, 1);
        return new Days(first, first.plusMonths(3), "season", List.of());
    }

    private static Days later(Days season, int years) {
        return in(season.start().getMonthValue(), season.start().getYear() + years);
    }

    /** The season at a cursor that has "in" or "this" before it, or that says itself when it is: {@code 3!}. */
    static @Nullable Days at(Cursor cursor, Reference reference, boolean introduced) {
        Piece piece = cursor.peek(0);
        if (piece == null || !piece.is(Kind.SEASON)) {
            return null;
        }
        boolean itself = piece.value().endsWith("!");
        cursor.take();
        int month = Integer.parseInt(
                itself ? piece.value().substring(0, piece.value().length() - 1) : piece.value());
        int before = cursor.next();
        cursor.skip(Kind.OF);
        int year = Years.at(cursor, reference);
        if (year > 0) {
            return in(month, year);
        }
        cursor.to(before);
        Piece after = cursor.peek(0);
        if (after != null && after.is(Kind.WHICH) && !reference.isEastern()) { // "el verano que viene"
            return which(month, Integer.parseInt(cursor.take()), reference.today());
        }
        boolean eastern = reference.isEastern() && (after == null || !after.is(Kind.WORD));
        return introduced || itself || eastern ? which(month, 0, reference.today()) : null;
    }
}
