package io.liying.skill.calculator;

import java.math.BigDecimal;

/** What comes out of an arithmetic expression. */
sealed interface Calculation {

    /** The exact value. */
    record Exact(BigDecimal value) implements Calculation {}

    /** A value rounded to {@value Fraction#DIGITS} significant digits. */
    record Rounded(BigDecimal value) implements Calculation {}

    /** A division by zero. */
    record DivisionByZero() implements Calculation {}

    /** An even root of a negative number. */
    record NegativeRoot() implements Calculation {}

    /** A number beyond {@value Fraction#MOST_DIGITS} digits, or too long an expression. */
    record TooBig() implements Calculation {}

    /** Not an expression. */
    record Unreadable() implements Calculation {}

    /**
     * Evaluates an expression.
     *
     * @param expression infix notation with {@code + - * / ^ ( ) % sqrt()} and plain decimals
     */
    static Calculation of(String expression) {
        try {
            return new ExpressionParser(expression).evaluate().result();
        } catch (NoResultException none) {
            return none.why();
        }
    }

    /** Ends an evaluation that has no result; a part of the ordinary course, so it records no stack trace. */
    final class NoResultException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Calculation why;

        NoResultException(Calculation why) {
            super(null, null, false, false);
            this.why = why;
        }

        Calculation why() {
            return why;
        }
    }
}
