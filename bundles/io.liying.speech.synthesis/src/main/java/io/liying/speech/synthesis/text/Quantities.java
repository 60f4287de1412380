package io.liying.speech.synthesis.text;

import com.ibm.icu.number.FormattedNumber;
import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.GroupingStrategy;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.MeasureUnit;
import io.liying.i18n.api.Language;
import io.liying.speech.synthesis.text.Numerals.Gender;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads measures, money and percentages, in the number and gender of what is counted. */
final class Quantities {

    private static final Map<String, MeasureUnit> UNITS = Map.ofEntries(
            Map.entry("km", MeasureUnit.KILOMETER),
            Map.entry("m", MeasureUnit.METER),
            Map.entry("cm", MeasureUnit.CENTIMETER),
            Map.entry("mm", MeasureUnit.MILLIMETER),
            Map.entry("mi", MeasureUnit.MILE),
            Map.entry("ft", MeasureUnit.FOOT),
            Map.entry("kg", MeasureUnit.KILOGRAM),
            Map.entry("g", MeasureUnit.GRAM),
            Map.entry("mg", MeasureUnit.MILLIGRAM),
            Map.entry("lb", MeasureUnit.POUND),
            Map.entry("oz", MeasureUnit.OUNCE),
            Map.entry("l", MeasureUnit.LITER),
            Map.entry("L", MeasureUnit.LITER),
            Map.entry("ml", MeasureUnit.MILLILITER),
            Map.entry("mL", MeasureUnit.MILLILITER),
            Map.entry("°C", MeasureUnit.CELSIUS),
            Map.entry("℃", MeasureUnit.CELSIUS),
            Map.entry("°F", MeasureUnit.FAHRENHEIT),
            Map.entry("°", MeasureUnit.DEGREE),
            Map.entry("km/h", MeasureUnit.KILOMETER_PER_HOUR),
            Map.entry("m/s", MeasureUnit.METER_PER_SECOND),
            Map.entry("mph", MeasureUnit.MILE_PER_HOUR),
            Map.entry("W", MeasureUnit.WATT),
            Map.entry("kW", MeasureUnit.KILOWATT),
            Map.entry("kWh", MeasureUnit.KILOWATT_HOUR),
            Map.entry("V", MeasureUnit.VOLT),
            Map.entry("Hz", MeasureUnit.HERTZ),
            Map.entry("kHz", MeasureUnit.KILOHERTZ),
            Map.entry("MHz", MeasureUnit.MEGAHERTZ),
            Map.entry("GHz", MeasureUnit.GIGAHERTZ),
            Map.entry("kB", MeasureUnit.KILOBYTE),
            Map.entry("KB", MeasureUnit.KILOBYTE),
            Map.entry("MB", MeasureUnit.MEGABYTE),
            Map.entry("GB", MeasureUnit.GIGABYTE),
            Map.entry("TB", MeasureUnit.TERABYTE),
            Map.entry("s", MeasureUnit.SECOND),
            Map.entry("sec", MeasureUnit.SECOND),
            Map.entry("min", MeasureUnit.MINUTE),
            Map.entry("Min.", MeasureUnit.MINUTE),
            Map.entry("h", MeasureUnit.HOUR),
            Map.entry("Std.", MeasureUnit.HOUR),
            Map.entry("ms", MeasureUnit.MILLISECOND),
            Map.entry("m²", MeasureUnit.SQUARE_METER),
            Map.entry("km²", MeasureUnit.SQUARE_KILOMETER),
            Map.entry("m³", MeasureUnit.CUBIC_METER),
            Map.entry("ha", MeasureUnit.HECTARE),
            Map.entry("hPa", MeasureUnit.HECTOPASCAL));

    private static final Map<String, String> MONEY = Map.of(
            "€", "EUR", "$", "USD", "£", "GBP", "₩", "KRW", "EUR", "EUR", "USD", "USD", "GBP", "GBP", "KRW", "KRW",
            "JPY", "JPY");

    private static final Pattern DIGITS = Pattern.compile("-?\\d+(?:[.,]\\d+)?");

    private final Language language;
    private final Words words;
    private final Numerals numerals;
    private final Pattern measure;
    private final Pattern percent;
    private final Pattern moneyBefore;
    private final Pattern moneyAfter;

    Quantities(Language language, Words words, Numerals numerals) {
        this.language = language;
        this.words = words;
        this.numerals = numerals;
        String number = "(?<![\\d.,:])([-−]?" + NumberPatterns.number(language) + ")";
        String space = "[ \\u00a0\\u202f]?";
        measure = Pattern.compile(number + space + anyOf(UNITS.keySet()) + "(?![\\p{IsLatin}\\d²³/])");
        percent = Pattern.compile(number + space + "([%％])");
        String symbols = anyOf(MONEY.keySet()) + "|([¥￥])";
        moneyBefore = Pattern.compile(
                "(?<![\\p{IsLatin}\\d])(?:" + symbols + ")" + space + number.substring(number.indexOf(")") + 1));
        moneyAfter = Pattern.compile(number + space + "(?:" + symbols + ")(?![\\p{IsLatin}\\d])");
    }

    private static String anyOf(Iterable<String> signs) {
        return java.util.stream.StreamSupport.stream(signs.spliterator(), false)
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(", ")"));
    }

    String read(String text) {
        String read = percent.matcher(text)
                .replaceAll(found -> quoted(words.of("percent", spelled(value(found.group(1)), Gender.NONE), "")));
        read = moneyBefore
                .matcher(read)
                .replaceAll(found -> quoted(money(found.group(3), found.group(1) == null ? "¥" : found.group(1))));
        read = moneyAfter
                .matcher(read)
                .replaceAll(found -> quoted(money(found.group(1), found.group(2) == null ? "¥" : found.group(2))));
        return measure.matcher(read).replaceAll(found -> quoted(measure(found.group(1), found.group(2))));
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }

    private BigDecimal value(String written) {
        boolean negative = written.startsWith("-") || written.startsWith("−");
        BigDecimal value = NumberPatterns.value(negative ? written.substring(1) : written, language);
        return negative ? value.negate() : value;
    }

    private String measure(String number, String symbol) {
        MeasureUnit unit = UNITS.get(symbol);
        if (unit == null) {
            return number + symbol;
        }
        FormattedNumber formatted = formatter(unit).format(value(number));
        return spelled(formatted.toString(), value(number), gender(formatted));
    }

    private Gender gender(FormattedNumber formatted) {
        return switch (String.valueOf(formatted.getNounClass())) {
            case "FEMININE" -> Gender.FEMININE;
            case "NEUTER" -> Gender.NEUTER;
            default -> Gender.MASCULINE;
        };
    }

    private String money(String number, String symbol) {
        String code =
                symbol.equals("¥") ? (language == Language.CHINESE ? "CNY" : "JPY") : MONEY.getOrDefault(symbol, "EUR");
        BigDecimal amount = value(number);
        boolean feminine = code.equals("GBP") && (language == Language.FRENCH || language == Language.SPANISH);
        Gender gender = feminine ? Gender.FEMININE : Gender.MASCULINE;
        boolean european = language != Language.KOREAN && language != Language.CHINESE && language != Language.JAPANESE;
        if (european && amount.scale() > 0 && amount.scale() <= 2) {
            BigDecimal whole = amount.setScale(0, java.math.RoundingMode.DOWN);
            BigDecimal cents = amount.subtract(whole).abs().movePointRight(2);
            return words.of("money.cents", currency(whole, code, gender), spelled(cents, Gender.NONE));
        }
        return currency(amount, code, gender);
    }

    private String currency(BigDecimal amount, String code, Gender gender) {
        String formatted = formatter(Currency.getInstance(code)).format(amount).toString();
        String key = "currency." + code.toLowerCase(Locale.ROOT);
        if (words.messages().has(language, key)) {
            formatted = words.messages().text(language, key, Map.of("n", amount));
        }
        return spelled(formatted, amount, gender);
    }

    private LocalizedNumberFormatter formatter(MeasureUnit unit) {
        return NumberFormatter.withLocale(language.locale())
                .unit(unit)
                .unitWidth(UnitWidth.FULL_NAME)
                .grouping(GroupingStrategy.OFF)
                .precision(Precision.maxFraction(6));
    }

    /** Puts the spelled number in the place of the digits. */
    private String spelled(String formatted, BigDecimal value, Gender gender) {
        return DIGITS.matcher(formatted.replace('−', '-')).replaceFirst(quoted(spelled(value, gender)));
    }

    private String spelled(BigDecimal value, Gender gender) {
        BigDecimal plain = value.stripTrailingZeros();
        return numerals.cardinal(plain.scale() < 0 ? plain.setScale(0) : plain, gender);
    }
}
