package io.liying.nlu.entity;

/** Reads rules that say "every" behind what repeats: "월요일마다", "2주마다", "30分ごとに", "이틀에 한 번", "아침마다". */
final class EveryAfter {

    private EveryAfter() {}

    static boolean read(Cursor cursor, Rule rule) {
        Piece piece = cursor.pieces().get(cursor.next());
        switch (piece.kind()) {
            case WEEKDAY -> {
                return RuleDays.ofWeek(cursor, rule) && cursor.skip(Kind.EVERY_AFTER);
            }
            case WEEKEND -> {
                cursor.take();
                rule.weekly(6, 7);
                return cursor.skip(Kind.EVERY_AFTER);
            }
            case PART -> {
                cursor.take();
                rule.period = piece.value();
                return rule.every("d", 1) && cursor.skip(Kind.EVERY_AFTER);
            }
            case UNIT -> {
                cursor.take();
                return rule.every(piece.value(), 1) && cursor.skip(Kind.EVERY_AFTER);
            }
            case NUMBER, DURATION -> {
                return duration(cursor, rule);
            }
            default -> {
                return false;
            }
        }
    }

    private static boolean duration(Cursor cursor, Rule rule) {
        Durations.Found found = Durations.at(cursor.pieces(), cursor.next());
        String length;
        if (found == null) {
            int days = cursor.peekNumber(0, 3); // "2日ごとに"
            if (days < 1 || !cursor.is(1, Kind.DAY_MARK)) {
                return false;
            }
            cursor.to(cursor.next() + 2);
            length = "P" + days + "D";
        } else {
            cursor.to(found.endPiece());
            length = found.value();
        }
        boolean skips = cursor.is(Kind.EVERY_AFTER, "skip") && length.indexOf('T') < 0;
        if (!cursor.skip(Kind.EVERY_AFTER) || !rule.everyLength(length)) {
            return false;
        }
        rule.interval += skips ? 1 : 0;
        return true;
    }
}
