package io.liying.nlu.entity;

import io.liying.nlu.api.Entity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the pieces of a text from left to right; at each place the reading that covers the most wins. */
final class Readings {

    private final List<Piece> pieces;
    private final String text;
    private final String folded;
    private final Reference reference;
    private final boolean ranges;
    private final boolean recurrences;
    private final List<Entity> found = new ArrayList<>();

    private Readings(List<Piece> pieces, String text, String folded, Reference reference) {
        this.pieces = pieces;
        this.text = text;
        this.folded = folded;
        this.reference = reference;
        boolean anyRange = false;
        boolean anyRecurrence = false;
        for (Piece piece : pieces) {
            anyRange |= Ranges.possible(piece);
            anyRecurrence |= Recurrences.possible(piece);
        }
        ranges = anyRange;
        recurrences = anyRecurrence;
    }

    static List<Entity> of(List<Piece> pieces, String text, String folded, Reference reference) {
        Readings readings = new Readings(pieces, text, folded, reference);
        int next = 0;
        while (next < pieces.size()) {
            next = readings.longest(next);
        }
        readings.found.addAll(Operations.of(pieces, text));
        return readings.found;
    }

    /** Adds the longest reading; returns the piece behind it. */
    private int longest(int from) {
        Kind kind = pieces.get(from).kind();
        if (kind == Kind.WORD || kind == Kind.NONE || kind == Kind.NOUN || kind == Kind.COUNTER) {
            return from + 1;
        }
        Expressions.Found expression = Expressions.at(pieces, from);
        int end = expression == null ? from : expression.endPiece();
        Entity best = expression == null ? null : Expressions.entity(expression, pieces, text);
        Durations.Found duration = Durations.at(pieces, from);
        if (duration != null && duration.endPiece() > end) {
            end = duration.endPiece();
            best = duration(duration);
        }
        Quantities.Found quantity = Quantities.at(new Cursor(pieces, from), reference, folded);
        if (quantity != null && quantity.endPiece() > end) {
            end = quantity.endPiece();
            best = Words.of(pieces, text, from, end).entity(quantity.type(), quantity.value(), 0.9);
        }
        Cursor cursor = new Cursor(pieces, from);
        Moment moment = Moments.at(cursor, reference);
        boolean preferred = (moment != null
                        && duration != null
                        && reference.isEastern()
                        && duration.endPiece() == moment.endPiece()
                        && end == moment.endPiece())
                || (moment != null
                        && quantity != null
                        && quantity.endPiece() == moment.endPiece()
                        && end == moment.endPiece()
                        && !quantity.type().equals(Entity.FRACTION));
        if (moment != null && (moment.endPiece() > end || preferred)) {
            end = moment.endPiece();
            best = moment(moment, cursor);
            end = Math.max(end, cursor.next());
        }
        Entity longer = ranges ? range(from, end) : null;
        if (longer != null) {
            best = longer;
            end = rangeEnd;
        }
        longer = recurrences ? recurrence(from, end) : null;
        if (longer != null) {
            best = longer;
            end = rangeEnd;
        }
        if (best == null) {
            return from + 1;
        }
        found.add(best);
        return Math.max(end, from + 1);
    }

    private int rangeEnd;

    private @Nullable Entity range(int from, int end) {
        Cursor cursor = new Cursor(pieces, from);
        Ranges.Found range = Ranges.at(cursor, reference);
        if (range == null || range.endPiece() < end || (range.endPiece() == end && !range.opened())) {
            return null;
        }
        rangeEnd = range.endPiece();
        return RangeEntities.entity(range, reference, Words.of(pieces, text, from, range.endPiece()));
    }

    private @Nullable Entity recurrence(int from, int end) {
        Cursor cursor = new Cursor(pieces, from);
        Entity recurrence = Recurrences.at(cursor, reference, pieces, text);
        rangeEnd = cursor.next();
        return recurrence == null || cursor.next() < end ? null : recurrence;
    }

    private Entity duration(Durations.Found duration) {
        Words words = Words.of(pieces, text, duration.startPiece(), duration.endPiece());
        return words.entity(Entity.DURATION, duration.value(), List.of(), Durations.attributes(duration, pieces), 0.95);
    }

    private Entity moment(Moment moment, Cursor cursor) {
        int end = moment.endPiece();
        String zone = moment.time() == null ? null : Zones.at(cursor);
        Entity entity = new MomentEntities(reference)
                .of(moment, Words.of(pieces, text, moment.startPiece(), Math.max(end, cursor.next())));
        return zone == null ? entity : new Zones(reference, folded).converted(entity, zone);
    }
}
