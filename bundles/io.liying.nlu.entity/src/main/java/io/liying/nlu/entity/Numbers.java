package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the words of a number together: units, tens and multipliers as they are said from the greatest to the least. One
 * algorithm serves all languages, because in all of them a smaller number after a greater one is added and a multiplier
 * multiplies what stands before it.
 */
final class Numbers {

    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal LARGE = BigDecimal.valueOf(1_000);
    private static final BigDecimal MYRIAD = BigDecimal.valueOf(10_000);

    private final Lexicon lexicon;
    private final List<Piece> pieces;
    private final String text;
    private int next;

    private Numbers(Lexicon lexicon, List<Piece> pieces, String text) {
        this.lexicon = lexicon;
        this.pieces = pieces;
        this.text = text;
    }

    /** The pieces with each number as one piece. */
    static List<Piece> joined(Lexicon lexicon, List<Piece> pieces, String text) {
        Numbers numbers = new Numbers(lexicon, pieces, text);
        List<Piece> result = new ArrayList<>(pieces.size());
        while (numbers.next < pieces.size()) {
            Piece piece = pieces.get(numbers.next);
            if (piece.is(Kind.NUMBER) || piece.is(Kind.MULTIPLIER)) {
                result.add(numbers.number());
            } else {
                result.add(piece);
                numbers.next++;
            }
        }
        return result;
    }

    private Piece number() {
        int start = pieces.get(next).start();
        int end = start;
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal section = BigDecimal.ZERO;
        @Nullable BigDecimal pending = null;
        boolean literal = false;
        while (next < pieces.size()) {
            Piece piece = pieces.get(next);
            if (end > start && !adjacent(end, piece.start())) {
                break;
            }
            if (piece.is(Kind.NUMBER)) {
                BigDecimal value = new BigDecimal(piece.value());
                boolean digits = Character.isDigit(text.charAt(piece.start()));
                if (pending != null) {
                    if (digits || literal || !extendable(pending, value, piece)) {
                        break;
                    }
                    pending = joined(pending, value, piece);
                } else if (section.signum() != 0
                        && section.remainder(sizeOf(value)).signum() != 0) {
                    break;
                } else {
                    pending = value;
                    literal = digits;
                }
                end = piece.end();
                next++;
            } else if (piece.is(Kind.MULTIPLIER)) {
                BigDecimal multiplier = new BigDecimal(piece.value());
                if (multiplier.compareTo(limit()) >= 0) {
                    BigDecimal before = section.add(pending == null ? BigDecimal.ZERO : pending);
                    total = total.add((before.signum() == 0 ? BigDecimal.ONE : before).multiply(multiplier));
                    section = BigDecimal.ZERO;
                } else {
                    section = section.add((pending == null ? BigDecimal.ONE : pending).multiply(multiplier));
                }
                pending = null;
                literal = false;
                end = piece.end();
                next++;
            } else if (piece.is(Kind.AND) && lexicon.isSpaced() && continues(pending, section, total)) {
                next++;
                end = piece.end();
            } else {
                break;
            }
        }
        BigDecimal value = total.add(section).add(pending == null ? BigDecimal.ZERO : pending);
        return decimals(value, start, end);
    }

    /** From which multiplier on everything before it is multiplied: 1000 in the west, 10000 in the east. */
    private BigDecimal limit() {
        return lexicon.isSpaced() ? LARGE : MYRIAD;
    }

    private boolean adjacent(int end, int start) {
        for (int index = end; index < start; index++) {
            char between = text.charAt(index);
            if (between != ' ' && between != '-') {
                return false;
            }
        }
        return start - end <= 2;
    }

    /** Whether a further number word belongs to the one before: twenty + five, quatre-vingt + dix-sept, 二 + 〇. */
    private boolean extendable(BigDecimal pending, BigDecimal value, Piece piece) {
        if (!lexicon.isSpaced()) {
            boolean digit = value.compareTo(TEN) < 0 && value.scale() <= 0;
            boolean native0 =
                    pending.compareTo(TEN) >= 0 && pending.remainder(TEN).signum() == 0 && digit;
            boolean spelled = digit
                    && pending.scale() <= 0
                    && piece.end() - piece.start() == 1
                    && pending.precision() < 9
                    && text.charAt(piece.start() - 1) != ' ';
            return native0 || spelled;
        }
        BigDecimal rest = pending.remainder(HUNDRED);
        boolean ones = value.compareTo(TEN) < 0
                && rest.compareTo(BigDecimal.valueOf(20)) >= 0
                && rest.remainder(TEN).signum() == 0;
        boolean french = value.compareTo(TEN) >= 0
                && value.compareTo(BigDecimal.valueOf(20)) < 0
                && (rest.intValue() == 60 || rest.intValue() == 80);
        return value.scale() <= 0 && value.signum() > 0 && (ones || french);
    }

    private BigDecimal joined(BigDecimal pending, BigDecimal value, Piece piece) {
        boolean native0 = pending.compareTo(TEN) >= 0 && pending.remainder(TEN).signum() == 0;
        if (lexicon.isSpaced() || (native0 && isNative(piece))) {
            return pending.add(value);
        }
        return pending.multiply(TEN).add(value);
    }

    /** Korean has number words of its own beside the Chinese ones; 열 and 스물 take them without a multiplier. */
    private boolean isNative(Piece piece) {
        return "하한두둘세셋석서네넷넉다여일아".indexOf(text.charAt(piece.start())) >= 0
                && (piece.end() - piece.start() > 1 || "한두둘세셋석서네넷넉".indexOf(text.charAt(piece.start())) >= 0);
    }

    private static BigDecimal sizeOf(BigDecimal value) {
        return value.compareTo(TEN) < 0 ? TEN : HUNDRED;
    }

    /** Whether "and" inside a number is followed by the rest of it: "a hundred and five", "treinta y cinco". */
    private boolean continues(@Nullable BigDecimal pending, BigDecimal section, BigDecimal total) {
        if (next + 1 >= pieces.size() || !pieces.get(next + 1).is(Kind.NUMBER)) {
            return false;
        }
        Piece after = pieces.get(next + 1);
        if (Character.isDigit(text.charAt(after.start()))) {
            return false;
        }
        BigDecimal value = new BigDecimal(after.value());
        if (pending != null) {
            return lexicon.language() != Language.ENGLISH && extendable(pending, value, after);
        }
        return section.signum() != 0 || total.signum() != 0;
    }

    /** Adds spoken decimals: "three point one four", "삼 점 오"; in Chinese the same sign also follows an hour. */
    private Piece decimals(BigDecimal whole, int start, int end) {
        if (lexicon.language() == Language.CHINESE && minutesFollow(whole)) {
            return new Piece(Kind.NUMBER, whole.toPlainString(), start, end);
        }
        boolean hour = (next + 2 < pieces.size() && pieces.get(next + 2).is(Kind.UNIT, "m")) || partBefore(start);
        if (hour
                || next + 1 >= pieces.size()
                || !pieces.get(next).is(Kind.POINT)
                || !pieces.get(next + 1).is(Kind.NUMBER)) {
            return new Piece(Kind.NUMBER, whole.toPlainString(), start, end);
        }
        StringBuilder value = new StringBuilder(whole.toPlainString()).append('.');
        next++;
        int last = end;
        while (next < pieces.size()
                && pieces.get(next).is(Kind.NUMBER)
                && adjacent(
                        last == end ? pieces.get(next).start() : last,
                        pieces.get(next).start())) {
            String digits = pieces.get(next).value();
            if (digits.indexOf('.') >= 0) {
                break;
            }
            value.append(digits);
            last = pieces.get(next).end();
            next++;
        }
        return new Piece(Kind.NUMBER, value.toString(), start, last);
    }

    /** "七点五十分" and "两点零五" are times; "七点五" is a decimal. */
    private boolean minutesFollow(BigDecimal whole) {
        if (next >= pieces.size() || !pieces.get(next).is(Kind.POINT) || whole.compareTo(BigDecimal.valueOf(24)) > 0) {
            return false;
        }
        int index = next + 1;
        boolean tens = false;
        while (index < pieces.size()
                && (pieces.get(index).is(Kind.NUMBER) || pieces.get(index).is(Kind.MULTIPLIER))) {
            tens |= pieces.get(index).is(Kind.MULTIPLIER);
            index++;
        }
        Piece after = index < pieces.size() ? pieces.get(index) : null;
        boolean zero = index == next + 3 && pieces.get(next + 1).value().equals("0");
        boolean calculated = after != null && (after.is(Kind.OPERATOR) || after.is(Kind.PERCENT));
        return tens || (after != null && after.is(Kind.UNIT, "m")) || (zero && !calculated);
    }

    private boolean partBefore(int start) {
        for (int index = next - 1; index >= 0; index--) {
            if (pieces.get(index).end() <= start) {
                return pieces.get(index).is(Kind.PART);
            }
        }
        return false;
    }
}
