package io.liying.nlu.entity;

import io.liying.nlu.api.Entity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is to be done with an earlier result: "and times 3", "y por 3", "plus 20 percent", "그걸 3으로 나누면". It is the
 * whole of a text but for some words before it, and an entity of the type {@value #TYPE}: a sign and a number, {@code *3} or
 * {@code +20%}. Its number is found besides.
 */
final class Operations {

    static final String TYPE = "operation";

    private static final int MOST_BEFORE = 5;

    private final List<Piece> pieces;
    private int next;

    private Operations(List<Piece> pieces) {
        this.pieces = pieces;
    }

    static List<Entity> of(List<Piece> pieces, String text) {
        return new Operations(pieces).read(text);
    }

    private List<Entity> read(String text) {
        while (next < pieces.size() && next < MOST_BEFORE && sign(next) == null && isLead(pieces.get(next))) {
            next++;
        }
        int from = next;
        String sign = sign(next);
        if (sign != null) {
            next++;
        }
        String number = number();
        if (number == null) {
            return List.of();
        }
        String verb = sign == null ? verb() : sign;
        boolean whole =
                pieces.subList(next, pieces.size()).stream().allMatch(sign == null ? this::isEnding : this::isMark);
        return verb != null && whole
                ? List.of(Words.of(pieces, text, from, next).entity(TYPE, verb + number, 0.9))
                : List.of();
    }

    private @Nullable String number() {
        if (next >= pieces.size() || !pieces.get(next).is(Kind.NUMBER)) {
            return null;
        }
        String number = pieces.get(next).value();
        next = Counted.end(pieces, next + 1);
        if (next < pieces.size() && pieces.get(next).is(Kind.PERCENT)) {
            next++;
            return number + "%";
        }
        return number;
    }

    /** The sign of a verb behind its number. */
    private @Nullable String verb() {
        if (next < pieces.size() && pieces.get(next).is(Kind.PARTICLE)) {
            next++;
        }
        boolean verb = next < pieces.size()
                && (pieces.get(next).is(Kind.COMMAND) || pieces.get(next).is(Kind.OPERATOR));
        return verb ? pieces.get(next++).value() : null;
    }

    /** The sign before a number, or null. */
    private @Nullable String sign(int index) {
        if (index >= pieces.size()) {
            return null;
        }
        Piece piece = pieces.get(index);
        return switch (piece.kind()) {
            case OPERATOR -> piece.value().equals("^") ? null : piece.value();
            case NOUN -> piece.value().equals("*") ? "*" : null;
            case BETWEEN -> "/";
            case TO -> piece.value().equals("less") ? "-" : null;
            default -> null;
        };
    }

    private static boolean isLead(Piece piece) {
        return switch (piece.kind()) {
            case AND, FILLER, WORD, PARTICLE -> true;
            default -> false;
        };
    }

    private boolean isMark(Piece piece) {
        return piece.is(Kind.WORD, ".") || piece.is(Kind.FILLER, "comma");
    }

    /** The ending of a verb: "나누" + "면". */
    private boolean isEnding(Piece piece) {
        return piece.is(Kind.WORD) || piece.is(Kind.PARTICLE);
    }
}
