package io.liying.nlu.entity;

import io.liying.nlu.api.Entity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads arithmetic out of pieces: infix ("3 plus 4"), functions ("square root of 16"), percent of, powers, commands
 * before their numbers ("divide 10 by 4") and after them ("10을 4로 나누면").
 */
final class Expressions {

    private static final int MOST_PIECES = 200;

    private final List<Piece> pieces;
    private int next;
    private boolean calculates;

    private Expressions(List<Piece> pieces, int from) {
        this.pieces = pieces;
        this.next = from;
    }

    /** An expression and the index of the piece after it. */
    record Found(String value, int startPiece, int endPiece) {}

    /** The expression that begins with a piece, or null if none does. */
    static @Nullable Found at(List<Piece> pieces, int from) {
        Expressions expressions = new Expressions(pieces, from);
        String value = expressions.sum(0);
        if (value == null || !expressions.calculates || expressions.next - from > MOST_PIECES) {
            Found shared = Sharing.at(pieces, from);
            return shared == null ? null : continued(pieces, shared);
        }
        return new Found(value, from, expressions.next);
    }

    /** "60 dollars between 4 people plus 20 %". */
    private static Found continued(List<Piece> pieces, Found shared) {
        Expressions expressions = new Expressions(pieces, shared.endPiece());
        String value = expressions.further(shared.value(), 0);
        return new Found(value, shared.startPiece(), expressions.next);
    }

    static Entity entity(Found found, List<Piece> pieces, String text) {
        int start = pieces.get(found.startPiece()).start();
        int end = pieces.get(found.endPiece() - 1).end();
        return new Words(text, start, end)
                .entity(Entity.EXPRESSION, found.value(), List.of(), Counted.money(found, pieces, text), 0.95);
    }

    private @Nullable String sum(int depth) {
        String left = operand(depth);
        return left == null ? null : further(left, depth);
    }

    private String further(String left, int depth) {
        StringBuilder value = new StringBuilder(left);
        while (true) {
            int before = next;
            String sign = operator();
            if (sign == null) {
                return value.toString();
            }
            String right = operand(depth);
            if (right == null) {
                next = before;
                return value.toString();
            }
            calculates = true;
            value.append(sign).append(right).append(percent());
        }
    }

    /** The sign of percent behind a number, which is taken, or nothing. */
    private String percent() {
        Piece piece = peek(0);
        if (piece == null || !piece.is(Kind.PERCENT)) {
            return "";
        }
        next++;
        return "%";
    }

    /** A sign between two operands. */
    private @Nullable String operator() {
        Piece piece = peek(0);
        if (piece == null) {
            return null;
        }
        if (piece.is(Kind.OPERATOR)) {
            next++;
            return piece.value();
        }
        if (piece.is(Kind.PARTICLE) && peek(1) != null && at(1).is(Kind.OPERATOR)) {
            next += 2;
            return at(-1).value();
        }
        return null;
    }

    private @Nullable String operand(int depth) {
        if (depth > 20) {
            return null;
        }
        int before = next;
        String value = primary(depth);
        if (value == null) {
            next = before;
            return null;
        }
        return suffixed(value);
    }

    private @Nullable String primary(int depth) {
        Piece piece = peek(0);
        if (piece == null) {
            return null;
        }
        return switch (piece.kind()) {
            case NUMBER -> number();
            case OPERATOR -> piece.value().equals("-") && peek(1) != null && at(1).is(Kind.NUMBER) ? negative() : null;
            case OPEN -> parenthesis(depth);
            case ROOT -> root(depth);
            case POWER -> powerOf(depth);
            case HALF -> halfOf(depth);
            case COMMAND -> command(depth);
            case PERCENT_OF -> peek(1) != null && at(1).is(Kind.NUMBER) ? percentage() : null;
            default -> null;
        };
    }

    private String number() {
        String value = at(0).value();
        next = Counted.end(pieces, next + 1);
        return value;
    }

    private String percentage() {
        next += 2;
        return at(-1).value() + "%";
    }

    private @Nullable String negative() {
        next += 2;
        return "(-" + at(-1).value() + ")";
    }

    private @Nullable String parenthesis(int depth) {
        next++;
        String inner = sum(depth + 1);
        if (inner == null || peek(0) == null || !at(0).is(Kind.CLOSE)) {
            return null;
        }
        next++;
        return "(" + inner + ")";
    }

    private @Nullable String root(int depth) {
        next++;
        skip(Kind.OF);
        String inner = calculated(depth);
        return inner == null ? null : "sqrt(" + inner + ")";
    }

    /** "the square of 5". */
    private @Nullable String powerOf(int depth) {
        String exponent = at(0).value();
        next++;
        String inner = skip(Kind.OF) ? calculated(depth) : null;
        return inner == null ? null : inner + "^" + exponent;
    }

    private @Nullable String halfOf(int depth) {
        next++;
        String inner = skip(Kind.OF) ? calculated(depth) : null;
        return inner == null ? null : "(" + inner + "/2)";
    }

    /** An operand with which the words before it calculate, or null. */
    private @Nullable String calculated(int depth) {
        String inner = operand(depth + 1);
        calculates |= inner != null;
        return inner;
    }

    /** "divide 10 by 4", "add 3 and 5", "subtract 3 from 10". */
    private @Nullable String command(int depth) {
        String sign = at(0).value();
        next++;
        String number = operand(depth + 1);
        String percent = number == null ? "" : percent();
        if (number == null || peek(0) == null) {
            return null;
        }
        String first = number + percent;
        Piece joint = at(0);
        boolean from = joint.is(Kind.BOUND, "from") || !percent.isEmpty();
        if (!joint.is(Kind.AND)
                && !joint.is(Kind.FILLER)
                && !joint.is(Kind.OPERATOR)
                && !joint.is(Kind.OF)
                && !joint.is(Kind.TO)
                && !joint.is(Kind.AT)
                && !joint.is(Kind.BOUND)) {
            return null;
        }
        next++;
        String second = operand(depth + 1);
        if (second == null) {
            return null;
        }
        calculates = true;
        return from ? second + sign + first : first + sign + second;
    }

    /** What may follow a value: %, squared, 의 제곱, "의 15퍼센트", a second number with a verb. */
    private String suffixed(String operand) {
        String value = operand;
        while (true) {
            Piece piece = peek(0);
            if (piece == null) {
                return value;
            }
            if (piece.is(Kind.POWER)) {
                next++;
                calculates = true;
                value = value + "^" + piece.value();
            } else if (piece.is(Kind.PERCENT)) {
                String percent = percentOf(value);
                if (percent == null) {
                    return value;
                }
                value = percent;
            } else if (piece.is(Kind.PARTICLE)) {
                String more = afterParticle(value);
                if (more == null) {
                    return value;
                }
                value = more;
            } else {
                return value;
            }
        }
    }

    /** "15 % of 80"; a percentage of nothing is no expression. */
    private @Nullable String percentOf(String value) {
        int before = next;
        next++;
        if (skip(Kind.OF)) {
            String whole = operand(1);
            if (whole != null) {
                calculates = true;
                return "(" + value + "/100)*" + whole;
            }
        }
        next = before;
        return null;
    }

    private @Nullable String afterParticle(String value) {
        int before = next;
        next++;
        Piece piece = peek(0);
        if (piece != null && piece.is(Kind.ROOT)) {
            next++;
            calculates = true;
            return "sqrt(" + value + ")";
        }
        if (piece != null && piece.is(Kind.POWER)) {
            next++;
            calculates = true;
            return value + "^" + piece.value();
        }
        if (piece != null && piece.is(Kind.HALF)) {
            next++;
            calculates = true;
            return "(" + value + "/2)";
        }
        Piece share = piece != null && piece.is(Kind.PERCENT_OF) ? peek(1) : null;
        if (share != null && share.is(Kind.NUMBER)) {
            next += 2;
            calculates = true;
            return "(" + share.value() + "/100)*" + value;
        }
        String more = isNumber(piece) ? numberAfterParticle(value) : null;
        if (more == null) {
            next = before;
        } else {
            calculates = true;
        }
        return more;
    }

    /** "10을 4로 나누면", "80에서 15% 빼면", "100의 15퍼센트", "5의 3제곱". */
    private @Nullable String numberAfterParticle(String value) {
        int begin = next;
        String operand = number();
        String percent = percent();
        if (peek(0) != null && at(0).is(Kind.PARTICLE)) {
            next++;
        }
        Piece verb = peek(0);
        if (verb != null && (verb.is(Kind.COMMAND) || verb.is(Kind.OPERATOR)) && !isNumber(peek(1))) {
            next++;
            boolean people = verb.value().equals("/") && Counted.people(pieces, begin - 2, begin - 1);
            return people ? operand + "/" + value : value + verb.value() + operand + percent;
        }
        next = begin + 1;
        if (!percent().isEmpty()) {
            return "(" + operand + "/100)*" + value;
        }
        if (peek(0) != null && at(0).is(Kind.POWER)) {
            next++;
            return value + "^" + operand;
        }
        return null;
    }

    private static boolean isNumber(@Nullable Piece piece) {
        return piece != null && piece.is(Kind.NUMBER);
    }

    private boolean skip(Kind kind) {
        boolean skipped = false;
        while (peek(0) != null && (at(0).is(kind) || (skipped && at(0).is(Kind.ARTICLE)))) {
            next++;
            skipped = true;
        }
        return skipped;
    }

    private @Nullable Piece peek(int ahead) {
        int index = next + ahead;
        return index >= 0 && index < pieces.size() ? pieces.get(index) : null;
    }

    private Piece at(int ahead) {
        return pieces.get(next + ahead);
    }
}
