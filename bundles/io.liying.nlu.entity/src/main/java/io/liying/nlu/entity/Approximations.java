package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads counts that are left open: "두세 개", "两三天", "2、3日", "a couple of", "dos o tres", "zwei bis drei Tage". The text is read
 * once with the lower and once with the higher number; what differs is kept as an alternative.
 */
final class Approximations {

    private final Reference reference;
    private final List<Piece> low = new ArrayList<>();
    private final List<Piece> high = new ArrayList<>();
    private final List<Piece> open = new ArrayList<>();

    private Approximations(Reference reference) {
        this.reference = reference;
    }

    /** Whether any of the pieces may leave a count open. */
    static boolean possible(List<Piece> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.is(Kind.SOME)
                    || (i > 0 && joins(piece) && pieces.get(i - 1).is(Kind.NUMBER))) {
                return true;
            }
        }
        return false;
    }

    private static boolean joins(Piece piece) {
        return switch (piece.kind()) {
            case OR, TILL, TO, AT, BOUND, OPERATOR -> true;
            case FILLER -> piece.value().equals("comma");
            default -> false;
        };
    }

    /**
     * Reads a text.
     *
     * @param pieces the pieces before numbers are put together
     */
    static List<Entity> read(Lexicon lexicon, List<Piece> pieces, String text, String folded, Reference reference) {
        Approximations approximations = new Approximations(reference);
        List<Piece> lower = Numbers.joined(lexicon, approximations.chosen(pieces, 0), folded);
        List<Piece> higher = Numbers.joined(lexicon, approximations.chosen(pieces, 1), folded);
        approximations.merge(lower, higher);
        List<Entity> found = Readings.of(approximations.low, text, folded, reference);
        if (approximations.open.isEmpty()) {
            return found;
        }
        return approximations.both(found, Readings.of(approximations.high, text, folded, reference));
    }

    /** With a number in the place of each "두세". */
    private List<Piece> chosen(List<Piece> pieces, int side) {
        List<Piece> chosen = new ArrayList<>(pieces.size());
        for (Piece piece : pieces) {
            if (piece.is(Kind.SOME)) {
                chosen.add(new Piece(Kind.NUMBER, piece.value().split("/")[side], piece.start(), piece.end()));
                if (side == 0) {
                    open.add(piece);
                }
            } else if (piece.is(Kind.DAY_MARK) && !chosen.isEmpty() && isOpen(chosen.getLast())) {
                chosen.add(new Piece(Kind.UNIT, "d", piece.start(), piece.end())); // "二三日" are days, no date
            } else {
                chosen.add(piece);
            }
        }
        return chosen;
    }

    private boolean isOpen(Piece number) {
        return open.stream().anyMatch(piece -> piece.start() == number.start());
    }

    /** Makes one number of two that are joined; both lists have the same pieces but for the values of open numbers. */
    private void merge(List<Piece> lower, List<Piece> higher) {
        int i = 0;
        while (i < lower.size()) {
            Piece last = isOpen(lower, i) ? lower.get(i + 2) : null;
            if (last == null) {
                low.add(lower.get(i));
                high.add(higher.get(i));
                i++;
                continue;
            }
            Piece first = lower.get(i);
            Piece one = new Piece(Kind.NUMBER, first.value(), first.start(), last.end());
            open.add(one);
            low.add(one);
            high.add(new Piece(Kind.NUMBER, last.value(), first.start(), last.end()));
            i += 3;
            if (i < lower.size() && lower.get(i).is(Kind.DAY_MARK)) { // "2、3日" are days, not dates
                Piece mark = lower.get(i++);
                Piece days = new Piece(Kind.UNIT, "d", mark.start(), mark.end());
                low.add(days);
                high.add(days);
            }
        }
    }

    private boolean isOpen(List<Piece> pieces, int at) {
        if (at + 2 >= pieces.size()) {
            return false;
        }
        Piece joint = pieces.get(at + 1);
        BigDecimal less = whole(pieces.get(at));
        BigDecimal more = whole(pieces.get(at + 2));
        if (less == null || more == null || more.compareTo(less) <= 0 || !joins(joint)) {
            return false;
        }
        Piece after = at + 3 < pieces.size() ? pieces.get(at + 3) : null;
        boolean hours = after != null && after.is(Kind.UNIT, "h");
        if ((joint.is(Kind.OPERATOR) && !joint.value().equals("-"))
                || (joint.is(Kind.TO) && !joint.value().equals("."))
                || (joint.is(Kind.AT) && hours)) { // "le 2 à 3 h"
            return false;
        }
        if (joint.is(Kind.OR)) {
            return after == null || !after.is(Kind.OPERATOR);
        }
        if (after == null || !counted(after, joint)) {
            return false;
        }
        if (joint.is(Kind.FILLER)) {
            return reference.isEastern() && more.subtract(less).compareTo(BigDecimal.ONE) == 0;
        }
        if (joint.is(Kind.TO) && !after.is(Kind.UNIT)) {
            return false;
        }
        Piece before = at > 0 ? pieces.get(at - 1) : null;
        boolean range = before != null
                && switch (before.kind()) {
                    case FROM, BETWEEN, BOUND, OF, MONTH_MARK, MONTH, OPERATOR -> true;
                    default -> false;
                };
        return !range && (!joint.is(Kind.BOUND) || joint.value().startsWith("until"));
    }

    /** "3~5일" and "3-5日" may be days of a month. */
    private boolean counted(Piece after, Piece joint) {
        boolean day = after.is(Kind.DAY_MARK) || after.is(Kind.UNIT, "d");
        return day && reference.isEastern()
                ? joint.is(Kind.FILLER) || (after.is(Kind.UNIT) && reference.speaks(Language.CHINESE))
                : after.is(Kind.UNIT) || after.is(Kind.COUNTER) || (joint.is(Kind.FILLER) && after.is(Kind.HOUR_MARK));
    }

    private static @Nullable BigDecimal whole(Piece piece) {
        return piece.is(Kind.NUMBER)
                        && piece.value().length() < 5
                        && piece.value().indexOf('.') < 0
                ? new BigDecimal(piece.value())
                : null;
    }

    /** The lower readings with the higher ones as alternatives. */
    private List<Entity> both(List<Entity> lower, List<Entity> higher) {
        List<Entity> all = new ArrayList<>(lower.size());
        for (Entity entity : lower) {
            boolean isOpen =
                    open.stream().anyMatch(piece -> piece.start() >= entity.start() && piece.end() <= entity.end());
            all.add(isOpen ? approximate(entity, higher) : entity);
        }
        return all;
    }

    private static Entity approximate(Entity entity, List<Entity> higher) {
        List<String> alternatives = new ArrayList<>();
        for (Entity other : higher) {
            if (other.start() == entity.start()
                    && other.type().equals(entity.type())
                    && !other.value().equals(entity.value())) {
                alternatives.add(other.value());
            }
        }
        alternatives.addAll(entity.alternatives());
        Map<String, String> attributes = new HashMap<>(entity.attributes());
        attributes.put("approximate", "true");
        return new Entity(
                entity.type(),
                entity.value(),
                entity.text(),
                entity.start(),
                entity.end(),
                entity.confidence(),
                alternatives,
                attributes);
    }
}
