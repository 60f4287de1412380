package io.liying.skill.calculator;

import com.ibm.icu.util.MeasureUnit;
import java.math.BigDecimal;
import java.util.List;

/**
 * A unit of measure and what it is in the basic unit of its dimension: {@code basic = value * factor + offset}.
 *
 * @param symbols as they are written, in lower case
 */
record Measure(MeasureUnit unit, Dimension dimension, BigDecimal factor, BigDecimal offset, List<String> symbols) {

    /** What is measured. */
    enum Dimension {
        LENGTH,
        MASS,
        AREA,
        VOLUME,
        SPEED,
        TEMPERATURE,
        DATA,
        ENERGY,
        PRESSURE,
        POWER,
        MONEY
    }

    /** Exact by definition: the international yard and pound, the US gallon, the IEC's and the SI's units. */
    static final List<Measure> ALL = List.of(
            of(MeasureUnit.METER, Dimension.LENGTH, "1", "m"),
            of(MeasureUnit.KILOMETER, Dimension.LENGTH, "1000", "km"),
            of(MeasureUnit.CENTIMETER, Dimension.LENGTH, "0.01", "cm"),
            of(MeasureUnit.MILLIMETER, Dimension.LENGTH, "0.001", "mm"),
            of(MeasureUnit.MILE, Dimension.LENGTH, "1609.344", "mi"),
            of(MeasureUnit.YARD, Dimension.LENGTH, "0.9144", "yd"),
            of(MeasureUnit.FOOT, Dimension.LENGTH, "0.3048", "ft"),
            of(MeasureUnit.INCH, Dimension.LENGTH, "0.0254"),
            of(MeasureUnit.NAUTICAL_MILE, Dimension.LENGTH, "1852", "nmi"),
            of(MeasureUnit.GRAM, Dimension.MASS, "0.001", "g"),
            of(MeasureUnit.KILOGRAM, Dimension.MASS, "1", "kg"),
            of(MeasureUnit.MILLIGRAM, Dimension.MASS, "0.000001", "mg"),
            of(MeasureUnit.METRIC_TON, Dimension.MASS, "1000"),
            of(MeasureUnit.POUND, Dimension.MASS, "0.45359237", "lb", "lbs"),
            of(MeasureUnit.OUNCE, Dimension.MASS, "0.028349523125", "oz"),
            of(MeasureUnit.STONE, Dimension.MASS, "6.35029318"),
            of(MeasureUnit.SQUARE_METER, Dimension.AREA, "1", "m²", "m2"),
            of(MeasureUnit.SQUARE_KILOMETER, Dimension.AREA, "1000000", "km²", "km2"),
            of(MeasureUnit.HECTARE, Dimension.AREA, "10000", "ha"),
            of(MeasureUnit.ACRE, Dimension.AREA, "4046.8564224"),
            of(MeasureUnit.SQUARE_FOOT, Dimension.AREA, "0.09290304", "ft²", "sq ft"),
            of(MeasureUnit.SQUARE_MILE, Dimension.AREA, "2589988.110336"),
            of(MeasureUnit.LITER, Dimension.VOLUME, "1", "l"),
            of(MeasureUnit.MILLILITER, Dimension.VOLUME, "0.001", "ml"),
            of(MeasureUnit.CUBIC_METER, Dimension.VOLUME, "1000", "m³", "m3"),
            of(MeasureUnit.GALLON, Dimension.VOLUME, "3.785411784", "gal"),
            of(MeasureUnit.PINT, Dimension.VOLUME, "0.473176473"),
            of(MeasureUnit.CUP, Dimension.VOLUME, "0.2365882365"),
            of(MeasureUnit.TABLESPOON, Dimension.VOLUME, "0.01478676478125"),
            of(MeasureUnit.TEASPOON, Dimension.VOLUME, "0.00492892159375"),
            of(MeasureUnit.FLUID_OUNCE, Dimension.VOLUME, "0.0295735295625", "fl oz"),
            of(MeasureUnit.KILOMETER_PER_HOUR, Dimension.SPEED, "1", "km/h", "kmh"),
            of(MeasureUnit.MILE_PER_HOUR, Dimension.SPEED, "1.609344", "mph"),
            of(MeasureUnit.METER_PER_SECOND, Dimension.SPEED, "3.6", "m/s"),
            of(MeasureUnit.KNOT, Dimension.SPEED, "1.852", "kn"),
            of(MeasureUnit.CELSIUS, Dimension.TEMPERATURE, "1", "°c", "℃"),
            new Measure(
                    MeasureUnit.FAHRENHEIT,
                    Dimension.TEMPERATURE,
                    new BigDecimal("0.5555555555555555555555555555555556"),
                    new BigDecimal("-17.77777777777777777777777777777778"),
                    List.of("°f", "℉")),
            new Measure(
                    MeasureUnit.KELVIN, Dimension.TEMPERATURE, BigDecimal.ONE, new BigDecimal("-273.15"), List.of()),
            of(MeasureUnit.BYTE, Dimension.DATA, "1"),
            of(MeasureUnit.KILOBYTE, Dimension.DATA, "1000", "kb"),
            of(MeasureUnit.MEGABYTE, Dimension.DATA, "1000000", "mb"),
            of(MeasureUnit.GIGABYTE, Dimension.DATA, "1000000000", "gb"),
            of(MeasureUnit.TERABYTE, Dimension.DATA, "1000000000000", "tb"),
            of(MeasureUnit.JOULE, Dimension.ENERGY, "1"),
            of(MeasureUnit.KILOJOULE, Dimension.ENERGY, "1000", "kj"),
            of(MeasureUnit.CALORIE, Dimension.ENERGY, "4.184"),
            of(MeasureUnit.KILOCALORIE, Dimension.ENERGY, "4184", "kcal"),
            of(MeasureUnit.KILOWATT_HOUR, Dimension.ENERGY, "3600000", "kwh"),
            of(MeasureUnit.HECTOPASCAL, Dimension.PRESSURE, "100", "hpa"),
            of(MeasureUnit.BAR, Dimension.PRESSURE, "100000"),
            of(MeasureUnit.POUND_PER_SQUARE_INCH, Dimension.PRESSURE, "6894.757293168", "psi"),
            of(MeasureUnit.WATT, Dimension.POWER, "1"),
            of(MeasureUnit.KILOWATT, Dimension.POWER, "1000", "kw"),
            of(MeasureUnit.HORSEPOWER, Dimension.POWER, "745.69987158227022", "hp"));

    private static Measure of(MeasureUnit unit, Dimension dimension, String factor, String... symbols) {
        return new Measure(unit, dimension, new BigDecimal(factor), BigDecimal.ZERO, List.of(symbols));
    }
}
