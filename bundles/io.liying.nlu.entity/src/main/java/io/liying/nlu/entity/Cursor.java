package io.liying.nlu.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in a row of pieces. A reader moves it over what it takes and sets it back if it takes nothing. */
final class Cursor {

    private final List<Piece> pieces;
    private int next;

    Cursor(List<Piece> pieces, int from) {
        this.pieces = pieces;
        this.next = from;
    }

    List<Piece> pieces() {
        return pieces;
    }

    int next() {
        return next;
    }

    void to(int index) {
        next = index;
    }

    boolean ended() {
        return next >= pieces.size();
    }

    /** The piece some places ahead, or null beyond either end. */
    @Nullable
    Piece peek(int ahead) {
        int index = next + ahead;
        return index >= 0 && index < pieces.size() ? pieces.get(index) : null;
    }

    boolean is(Kind kind) {
        return is(0, kind);
    }

    boolean is(int ahead, Kind kind) {
        Piece piece = peek(ahead);
        return piece != null && piece.is(kind);
    }

    boolean is(int ahead, Kind kind, String value) {
        Piece piece = peek(ahead);
        return piece != null && piece.is(kind, value);
    }

    boolean is(Kind kind, String value) {
        return is(0, kind, value);
    }

    boolean skip(Kind kind) {
        if (is(kind)) {
            next++;
            return true;
        }
        return false;
    }

    boolean skip(Kind kind, String value) {
        if (is(kind, value)) {
            next++;
            return true;
        }
        return false;
    }

    /** Moves over pieces of these kinds. */
    void skipAll(Kind one, Kind other) {
        while (is(one) || is(other)) {
            next++;
        }
    }

    /** Moves over pieces of these kinds. */
    void skipAll(Kind one, Kind other, Kind third) {
        while (is(one) || is(other) || is(third)) {
            next++;
        }
    }

    /** The value of the piece here, which is taken. */
    String take() {
        return pieces.get(next++).value();
    }

    /** A whole number of at most two digits, or -1, which takes nothing. */
    int number(int most) {
        int value = peekNumber(0, 2);
        if (value < 0 || value > most) {
            return -1;
        }
        next++;
        return value;
    }

    /** A whole number of some digits ahead, or -1. */
    int peekNumber(int ahead, int digits) {
        Piece piece = peek(ahead);
        if (piece == null
                || !piece.is(Kind.NUMBER)
                || piece.value().length() > digits
                || piece.value().indexOf('.') >= 0) {
            return -1;
        }
        return Integer.parseInt(piece.value());
    }
}
