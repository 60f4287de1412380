package example.unitconverter;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The units, with their exact definitions: {@code base = (value + offset) * numerator / denominator}. */
enum Unit {
    KILOMETRE("km", Quantity.LENGTH, "1000"),
    METRE("m", Quantity.LENGTH, "1"),
    CENTIMETRE("cm", Quantity.LENGTH, "0.01"),
    MILLIMETRE("mm", Quantity.LENGTH, "0.001"),
    MILE("mi", Quantity.LENGTH, "1609.344"),
    NAUTICAL_MILE("nmi", Quantity.LENGTH, "1852"),
    YARD("yd", Quantity.LENGTH, "0.9144"),
    FOOT("ft", Quantity.LENGTH, "0.3048"),
    INCH("in", Quantity.LENGTH, "0.0254"),

    TONNE("t", Quantity.WEIGHT, "1000"),
    KILOGRAM("kg", Quantity.WEIGHT, "1"),
    GRAM("g", Quantity.WEIGHT, "0.001"),
    MILLIGRAM("mg", Quantity.WEIGHT, "0.000001"),
    POUND("lb", Quantity.WEIGHT, "0.45359237"),
    OUNCE("oz", Quantity.WEIGHT, "0.028349523125"),
    STONE("st", Quantity.WEIGHT, "6.35029318"),

    CELSIUS("°C", Quantity.TEMPERATURE, "1", "1", "273.15"),
    FAHRENHEIT("°F", Quantity.TEMPERATURE, "5", "9", "459.67"),
    KELVIN("K", Quantity.TEMPERATURE, "1"),

    CUBIC_METRE("m³", Quantity.VOLUME, "1000"),
    LITRE("l", Quantity.VOLUME, "1"),
    MILLILITRE("ml", Quantity.VOLUME, "0.001"),
    GALLON("gal", Quantity.VOLUME, "3.785411784"),
    PINT("pt", Quantity.VOLUME, "0.473176473"),
    CUP("cup", Quantity.VOLUME, "0.2365882365"),
    FLUID_OUNCE("fl oz", Quantity.VOLUME, "0.0295735295625"),

    METRE_PER_SECOND("m/s", Quantity.SPEED, "1"),
    KILOMETRE_PER_HOUR("km/h", Quantity.SPEED, "5", "18", "0"),
    MILE_PER_HOUR("mph", Quantity.SPEED, "0.44704"),
    KNOT("kn", Quantity.SPEED, "1852", "3600", "0");

    /** What units measure; only units of the same quantity are converted. */
    enum Quantity {
        LENGTH,
        WEIGHT,
        TEMPERATURE,
        VOLUME,
        SPEED
    }

    /** A result, and whether it is the exact one. */
    record Converted(BigDecimal value, boolean exact) {}

    private static final int MOST_DIGITS = 12;
    private static final MathContext SHOWN = new MathContext(6, RoundingMode.HALF_EVEN);

    private final String symbol;
    private final Quantity quantity;
    private final BigDecimal numerator;
    private final BigDecimal denominator;
    private final BigDecimal offset;

    Unit(String symbol, Quantity quantity, String factor) {
        this(symbol, quantity, factor, "1", "0");
    }

    Unit(String symbol, Quantity quantity, String numerator, String denominator, String offset) {
        this.symbol = symbol;
        this.quantity = quantity;
        this.numerator = new BigDecimal(numerator);
        this.denominator = new BigDecimal(denominator);
        this.offset = new BigDecimal(offset);
    }

    /** As it is written, the same in all languages. */
    String symbol() {
        return symbol;
    }

    Quantity quantity() {
        return quantity;
    }

    /** Converts; what has no end or more than twelve digits is rounded to six. */
    Converted to(Unit target, BigDecimal amount) {
        BigDecimal dividend = amount.add(offset).multiply(numerator).multiply(target.denominator);
        BigDecimal divisor = denominator.multiply(target.numerator);
        BigDecimal value = dividend.divide(divisor, MathContext.DECIMAL128).subtract(target.offset);
        boolean ends = value.add(target.offset).multiply(divisor).compareTo(dividend) == 0;
        BigDecimal plain = value.stripTrailingZeros();
        boolean exact = ends && plain.precision() <= MOST_DIGITS;
        return new Converted(exact ? plain : value.round(SHOWN).stripTrailingZeros(), exact);
    }
}
