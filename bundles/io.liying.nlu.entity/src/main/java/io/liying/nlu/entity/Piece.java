package io.liying.nlu.entity;

/** A piece of a text, in UTF-16 units of it. */
record Piece(Kind kind, String value, int start, int end) {

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean is(Kind wanted, String wantedValue) {
        return kind == wanted && value.equals(wantedValue);
    }
}
