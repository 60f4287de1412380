package io.liying.nlu.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an amount that some people share: "split 60 dollars between 4 people", "25000원을 4명이서 나누면", "60块4个人分". The
 * words between and around the two numbers say that it is shared; which of them counts people says what is divided.
 */
final class Sharing {

    private static final int MOST_BETWEEN = 4;
    private static final int MOST_AROUND = 4;

    private final List<Piece> pieces;
    private boolean shared;
    private boolean among;

    private Sharing(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /** The division that begins with a number, or null if none does. */
    static Expressions.@Nullable Found at(List<Piece> pieces, int from) {
        return pieces.get(from).is(Kind.NUMBER) ? new Sharing(pieces).read(from) : null;
    }

    private Expressions.@Nullable Found read(int from) {
        int between = Counted.end(pieces, from + 1);
        int second = passed(between, MOST_BETWEEN);
        if (second == pieces.size() || !pieces.get(second).is(Kind.NUMBER)) {
            return null;
        }
        int end = Counted.end(pieces, second + 1);
        boolean firstOfPeople = Counted.people(pieces, from + 1, between);
        boolean secondOfPeople = Counted.people(pieces, second + 1, end);
        boolean amongPeople = among && secondOfPeople && !isPercentage(end);
        int last = around(from, end);
        boolean divides = shared ? firstOfPeople != secondOfPeople || among : amongPeople;
        if (!divides || isTimed(end) || isTimed(last)) {
            return null;
        }
        String first = pieces.get(from).value();
        String other = pieces.get(second).value();
        String value = firstOfPeople && !secondOfPeople ? other + "/" + first : first + "/" + other;
        return new Expressions.Found(value, from, last);
    }

    /** Looks for a word of sharing before the numbers and behind them; returns where the last one ends. */
    private int around(int from, int end) {
        for (int index = from - 1; index >= 0 && from - index <= MOST_AROUND && isPassable(index); index--) {
            note(index);
        }
        int last = end;
        for (int index = end; index < pieces.size() && index - end < MOST_AROUND && isPassable(index); index++) {
            boolean before = shared;
            note(index);
            last = shared && (!before || pieces.get(index).is(Kind.SHARE)) ? index + 1 : last;
        }
        return last;
    }

    /** The piece behind what may stand between the numbers. */
    private int passed(int from, int most) {
        int index = from;
        while (index < pieces.size() && index - from < most && isPassable(index)) {
            note(index);
            among |= pieces.get(index).is(Kind.BETWEEN) || pieces.get(index).is(Kind.BOUND, "until");
            index++;
        }
        return index;
    }

    private void note(int index) {
        Piece piece = pieces.get(index);
        shared |= piece.is(Kind.SHARE) || piece.is(Kind.COMMAND, "/") || piece.is(Kind.OPERATOR, "/");
        among |= piece.is(Kind.OPERATOR, "/");
    }

    private boolean isPassable(int index) {
        Piece piece = pieces.get(index);
        return switch (piece.kind()) {
            case WORD -> !piece.value().equals(".");
            case PARTICLE, FILLER, AT, OF, TO, ARTICLE, BETWEEN, SHARE, BOUND, IN, EVERY -> true;
            case COMMAND, OPERATOR -> piece.value().equals("/");
            default -> false;
        };
    }

    private boolean isPercentage(int index) {
        return index < pieces.size() && pieces.get(index).is(Kind.PERCENT);
    }

    /** "between 4 and 5", "3 hours": the number is another one's. */
    private boolean isTimed(int index) {
        return index < pieces.size()
                && switch (pieces.get(index).kind()) {
                    case AND, UNIT, HOUR_MARK, PART, TILL -> true;
                    default -> false;
                };
    }
}
