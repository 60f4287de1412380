package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads numbers and what is made of them alone: places in an order, percentages and fractions. */
final class Quantities {

    /** Number words that are articles too; they are counted only with what they count. */
    private static final Set<String> ARTICLES =
            Set.of("ein", "eine", "einer", "einen", "einem", "eines", "un", "una", "une", "한", "일", "一", "one", "いち");

    private Quantities() {}

    /** What was found and the piece behind it. */
    record Found(String type, String value, int endPiece) {}

    static @Nullable Found at(Cursor cursor, Reference reference, String folded) {
        int from = cursor.next();
        Found found = read(cursor, reference, folded);
        cursor.to(from);
        return found;
    }

    private static @Nullable Found read(Cursor cursor, Reference reference, String folded) {
        if (cursor.is(Kind.PERCENT_OF) && cursor.is(1, Kind.NUMBER)) { // "百分之十五"
            cursor.take();
            return new Found(Entity.PERCENTAGE, cursor.take(), cursor.next());
        }
        int start = cursor.next();
        Found fraction = fraction(cursor, reference);
        if (fraction != null) {
            return fraction;
        }
        cursor.to(start);
        int place = Ordinals.at(cursor);
        if (place != 0) {
            return new Found(Entity.ORDINAL, Integer.toString(place), cursor.next());
        }
        Piece number = cursor.peek(0);
        if (number == null || !number.is(Kind.NUMBER)) {
            return null;
        }
        cursor.take();
        if (cursor.skip(Kind.PERCENT)) {
            return new Found(Entity.PERCENTAGE, number.value(), cursor.next());
        }
        return isArticle(number, cursor, folded) ? null : new Found(Entity.NUMBER, number.value(), cursor.next());
    }

    /** "three quarters", "삼분의 이", "三分之二", "zwei Drittel". */
    private static @Nullable Found fraction(Cursor cursor, Reference reference) {
        int first = cursor.is(Kind.ARTICLE) ? 1 : cursor.peekNumber(0, 4);
        if (first < 1) {
            return null;
        }
        boolean one = cursor.is(Kind.ARTICLE);
        cursor.take();
        if (reference.isEastern()) {
            boolean below = cursor.skip(Kind.FRACTION_OF) || (cursor.is(Kind.UNIT, "m") && koreanOf(cursor));
            int above = below ? cursor.peekNumber(0, 4) : -1;
            if (above < 0) {
                return null;
            }
            cursor.take();
            return new Found(Entity.FRACTION, above + "/" + first, cursor.next());
        }
        Piece lower = cursor.peek(0);
        if (lower == null) {
            return null;
        }
        boolean ordinal = lower.is(Kind.ORDINAL)
                && (one || reference.speaks(Language.FRENCH))
                && !lower.value().startsWith("-");
        boolean quarter = lower.is(Kind.QUARTER) && !cursor.is(1, Kind.PAST) && !cursor.is(1, Kind.TO);
        if (!lower.is(Kind.FRACTION) && !ordinal && !quarter) {
            return null;
        }
        if (ordinal && !fractional(lower, first)) {
            return null;
        }
        cursor.take();
        return new Found(Entity.FRACTION, first + "/" + (quarter ? "4" : lower.value()), cursor.next());
    }

    /** "a third" and "un cinquième" are parts; "a second" and "un premier" are not. */
    private static boolean fractional(Piece lower, int first) {
        int value = Integer.parseInt(lower.value());
        return value > 2 && first < value;
    }

    private static boolean koreanOf(Cursor cursor) {
        if (cursor.is(1, Kind.PARTICLE, "of") && cursor.is(2, Kind.NUMBER)) {
            cursor.take();
            cursor.take();
            return true;
        }
        return false;
    }

    private static boolean isArticle(Piece number, Cursor behind, String folded) {
        if (!number.value().equals("1") || !Character.isLetter(folded.charAt(number.start()))) {
            return false;
        }
        String word = folded.substring(number.start(), number.end());
        boolean alone = number.start() == 0 && folded.length() == number.end();
        boolean western = word.startsWith("un") || word.startsWith("ein");
        return ARTICLES.contains(word) && (western || (!behind.is(Kind.COUNTER) && !alone));
    }
}
