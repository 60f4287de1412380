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
            return null;
        }
        return new Found(value, from, expressions.next);
    }

    static Entity entity(Found found, List<Piece> pieces, String text) {
        int start = pieces.get(found.startPiece()).start();
        int end = pieces.get(found.endPiece() - 1).end();
        return new Entity(Entity.EXPRESSION, found.value(), text.substring(start, end), start, end, 0.95);
    }

    private @Nullable String sum(int depth) {
        String left = operand(depth);
        if (left == null) {
            return null;
        }
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
            value.append(sign).append(right);
        }
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
            default -> null;
        };
    }

    private String number() {
        next++;
        return at(-1).value();
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
        String first = operand(depth + 1);
        if (first == null || peek(0) == null) {
            return null;
        }
        Piece joint = at(0);
        boolean from = joint.is(Kind.BOUND, "from");
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
        if (piece != null && piece.is(Kind.NUMBER)) {
            Piece after = peek(1);
            if (after != null && after.is(Kind.PERCENT)) {
                next += 2;
                calculates = true;
                return "(" + piece.value() + "/100)*" + value;
            }
            if (after != null && after.is(Kind.POWER)) {
                next += 2;
                calculates = true;
                return value + "^" + piece.value();
            }
            int verb = after != null && after.is(Kind.PARTICLE) ? 2 : 1;
            Piece command = peek(verb);
            if (command != null
                    && (command.is(Kind.COMMAND) || command.is(Kind.OPERATOR))
                    && !isNumber(peek(verb + 1))) {
                next += verb + 1;
                calculates = true;
                return value + command.value() + piece.value();
            }
        }
        next = before;
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
