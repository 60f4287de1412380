package io.liying.skill.calculator;

import io.liying.skill.calculator.Calculation.NoResultException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A quotient of two decimals, so that a third times three is one; only {@link #result} divides.
 *
 * @param divisor positive
 * @param exact false if a root was rounded on the way
 */
record Fraction(BigDecimal dividend, BigDecimal divisor, boolean exact) {

    static final int DIGITS = 20;
    static final int MOST_DIGITS = 1_000;

    private static final MathContext ROUNDED = new MathContext(DIGITS, RoundingMode.HALF_EVEN);
    /** More than {@link #DIGITS}, so that what is rounded on the way does not show in the result. */
    private static final MathContext ON_THE_WAY = new MathContext(2 * DIGITS, RoundingMode.HALF_EVEN);

    private static final MathContext FLOATING = new MathContext(15);

    private static final int LARGEST_EXPONENT = 100_000;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    static Fraction of(BigDecimal value) {
        return checked(value, BigDecimal.ONE, true);
    }

    private static Fraction checked(BigDecimal dividend, BigDecimal divisor, boolean exact) {
        checkSize(dividend);
        if (divisor != BigDecimal.ONE) {
            checkSize(divisor);
        }
        return new Fraction(dividend, divisor, exact);
    }

    private static void checkSize(BigDecimal value) {
        if (value.precision() > MOST_DIGITS
                || value.scale() > MOST_DIGITS
                || value.precision() - value.scale() > MOST_DIGITS) {
            throw tooBig();
        }
    }

    private static NoResultException tooBig() {
        return new NoResultException(new Calculation.TooBig());
    }

    Fraction plus(Fraction other) {
        boolean bothExact = exact && other.exact;
        if (divisor.equals(other.divisor)) {
            return checked(dividend.add(other.dividend), divisor, bothExact);
        }
        return checked(
                dividend.multiply(other.divisor).add(other.dividend.multiply(divisor)),
                divisor.multiply(other.divisor),
                bothExact);
    }

    Fraction negated() {
        return new Fraction(dividend.negate(), divisor, exact);
    }

    Fraction times(Fraction other) {
        return checked(dividend.multiply(other.dividend), divisor.multiply(other.divisor), exact && other.exact);
    }

    Fraction dividedBy(Fraction other) {
        return times(other.inverse());
    }

    private Fraction inverse() {
        return switch (dividend.signum()) {
            case 0 -> throw new NoResultException(new Calculation.DivisionByZero());
            case 1 -> new Fraction(divisor, dividend, exact);
            default -> new Fraction(divisor.negate(), dividend.negate(), exact);
        };
    }

    Fraction power(Fraction exponent) {
        BigDecimal power = exponent.value(ON_THE_WAY);
        if (!isInteger(power)) {
            return broken(power, exponent);
        }
        if (power.signum() < 0) {
            return inverse().power(exponent.negated());
        }
        if (isOneOrZero(dividend) && isOneOrZero(divisor)) {
            boolean even = power.remainder(TWO).signum() == 0;
            return power.signum() == 0 ? of(BigDecimal.ONE) : even ? times(this) : this;
        }
        if (power.compareTo(BigDecimal.valueOf(LARGEST_EXPONENT)) > 0) {
            throw tooBig();
        }
        int times = power.intValueExact();
        return checked(power(dividend, times), power(divisor, times), exact && exponent.exact);
    }

    private static BigDecimal power(BigDecimal base, int times) {
        if (base.equals(BigDecimal.ONE)) {
            return base;
        }
        BigDecimal stripped = base.stripTrailingZeros();
        if (Math.max(logarithm(stripped), Math.abs((double) stripped.scale())) * times > MOST_DIGITS + 1) {
            throw tooBig();
        }
        return stripped.pow(times);
    }

    /** The decimal logarithm of the digits, without their sign and decimal point. */
    private static double logarithm(BigDecimal value) {
        double leading = value.unscaledValue().abs().doubleValue();
        return Double.isInfinite(leading) ? value.precision() : Math.log10(leading);
    }

    /** A half is a root of an exact number, everything else is calculated in floating point. */
    private Fraction broken(BigDecimal power, Fraction exponent) {
        BigDecimal twice = power.multiply(TWO);
        if (isInteger(twice)) {
            return power(new Fraction(twice, BigDecimal.ONE, exponent.exact)).squareRoot();
        }
        BigDecimal base = value(ON_THE_WAY);
        if (base.signum() < 0) {
            throw new NoResultException(new Calculation.NegativeRoot());
        }
        if (base.signum() == 0) {
            return power.signum() < 0 ? inverse() : this;
        }
        double result = Math.pow(base.doubleValue(), power.doubleValue());
        if (Double.isInfinite(result)) {
            throw tooBig();
        }
        return new Fraction(BigDecimal.valueOf(result).round(FLOATING), BigDecimal.ONE, false);
    }

    Fraction squareRoot() {
        BigDecimal square = dividend.multiply(divisor);
        if (square.signum() < 0) {
            throw new NoResultException(new Calculation.NegativeRoot());
        }
        BigDecimal root = square.sqrt(new MathContext(square.precision() / 2 + 1));
        if (root.multiply(root).compareTo(square) == 0) {
            return checked(root, divisor, exact);
        }
        return checked(square.sqrt(ON_THE_WAY), divisor, false);
    }

    Calculation result() {
        BigDecimal value = value(ROUNDED);
        boolean whole = exact && value.multiply(divisor).compareTo(dividend) == 0;
        BigDecimal stripped = (whole ? value : value.round(ROUNDED)).stripTrailingZeros();
        checkSize(stripped);
        return whole ? new Calculation.Exact(stripped) : new Calculation.Rounded(stripped);
    }

    private BigDecimal value(MathContext rounding) {
        if (divisor.equals(BigDecimal.ONE)) {
            return dividend;
        }
        BigDecimal[] parts = dividend.divideAndRemainder(divisor);
        return parts[1].signum() == 0 ? parts[0] : dividend.divide(divisor, rounding);
    }

    private static boolean isInteger(BigDecimal value) {
        return value.signum() == 0
                || value.scale() <= 0
                || value.stripTrailingZeros().scale() <= 0;
    }

    private static boolean isOneOrZero(BigDecimal value) {
        return value.signum() == 0 || value.abs().compareTo(BigDecimal.ONE) == 0;
    }
}
