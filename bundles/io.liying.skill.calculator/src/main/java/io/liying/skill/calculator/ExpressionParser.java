package io.liying.skill.calculator;

import io.liying.skill.calculator.Calculation.NoResultException;
import java.math.BigDecimal;

/**
 * Evaluates an expression from left to right by recursive descent; powers bind tightest, to the right, and tighter than
 * a sign before them. A percentage that is added or taken off is one of what stands before it, as on a pocket calculator:
 * {@code 80-15%} is 68.
 */
final class ExpressionParser {

    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 200;
    private static final Fraction HUNDRED = Fraction.of(BigDecimal.valueOf(100));

    private final String text;
    private int position;
    private int depth;

    ExpressionParser(String text) {
        this.text = text;
    }

    Fraction evaluate() {
        if (text.length() > LONGEST) {
            throw new NoResultException(new Calculation.TooBig());
        }
        Fraction value = sum();
        if (peek() != 0) {
            throw unreadable();
        }
        return value;
    }

    private Fraction sum() {
        Fraction value = product();
        while (true) {
            if (accept('+')) {
                value = value.plus(summand(value));
            } else if (accept('-')) {
                value = value.plus(summand(value).negated());
            } else {
                return value;
            }
        }
    }

    private Fraction summand(Fraction before) {
        peek();
        int begin = position;
        int end = begin;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        boolean percentage = end > begin && text.startsWith("%", end);
        position = percentage ? end + 1 : begin;
        char next = peek();
        position = begin;
        Fraction value = product();
        return percentage && (next == 0 || next == '+' || next == '-' || next == ')') ? value.times(before) : value;
    }

    private Fraction product() {
        Fraction value = signed();
        while (true) {
            if (accept('*')) {
                value = value.times(signed());
            } else if (accept('/')) {
                value = value.dividedBy(signed());
            } else {
                return value;
            }
        }
    }

    private Fraction signed() {
        if (++depth > DEEPEST) {
            throw new NoResultException(new Calculation.TooBig());
        }
        Fraction value;
        if (accept('-')) {
            value = signed().negated();
        } else if (accept('+')) {
            value = signed();
        } else {
            value = power();
        }
        depth--;
        return value;
    }

    private Fraction power() {
        Fraction base = operand();
        return accept('^') ? base.power(signed()) : base;
    }

    private Fraction operand() {
        if (accept('(')) {
            return closed(sum());
        }
        if (text.startsWith("sqrt(", position)) {
            position += "sqrt(".length();
            return closed(sum()).squareRoot();
        }
        return number();
    }

    private Fraction closed(Fraction value) {
        if (!accept(')')) {
            throw unreadable();
        }
        return value;
    }

    private Fraction number() {
        int begin = position;
        boolean digits = false;
        boolean point = false;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c >= '0' && c <= '9') {
                digits = true;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
            position++;
        }
        if (!digits) {
            throw unreadable();
        }
        Fraction value = Fraction.of(new BigDecimal(text.substring(begin, position)));
        return accept('%') ? value.dividedBy(HUNDRED) : value;
    }

    /** The next character that is not a space, 0 at the end. */
    private char peek() {
        while (position < text.length() && text.charAt(position) == ' ') {
            position++;
        }
        return position < text.length() ? text.charAt(position) : 0;
    }

    private boolean accept(char wanted) {
        if (peek() == wanted) {
            position++;
            return true;
        }
        return false;
    }

    private static NoResultException unreadable() {
        return new NoResultException(new Calculation.Unreadable());
    }
}
