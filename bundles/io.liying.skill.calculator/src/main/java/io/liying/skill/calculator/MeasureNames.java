package io.liying.skill.calculator;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.Currency;
import io.liying.i18n.api.Language;
import io.liying.skill.calculator.Measure.Dimension;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What units are called in a language: the names of CLDR in their forms for one and for several, and those that people use
 * besides, from {@code units_en.txt} and so on. Immutable.
 */
final class MeasureNames {

    private static final int DIGITS = 6;
    private static final List<BigDecimal> COUNTS =
            List.of(BigDecimal.ONE, BigDecimal.TWO, BigDecimal.valueOf(5), new BigDecimal("1.5"));

    /** A unit's name in a text; a name can stand for several units, such as the pound. */
    record Mention(int start, int end, List<Measure> measures) {}

    private final Language language;
    private final Map<String, List<Measure>> names = new HashMap<>();
    private final int longest;

    private MeasureNames(Language language, Collection<Measure> measures) {
        this.language = language;
        Map<String, Measure> byId = new HashMap<>();
        for (Measure measure : measures) {
            boolean money = measure.unit() instanceof Currency;
            byId.put(
                    money
                            ? ((Currency) measure.unit()).getCurrencyCode()
                            : measure.unit().getSubtype(),
                    measure);
            measure.symbols().forEach(symbol -> add(symbol, measure));
            LocalizedNumberFormatter format = formatter(measure).precision(Precision.unlimited());
            for (BigDecimal count : COUNTS) {
                add(format.format(count).toString().replaceAll("[0-9.,]+", " "), measure);
            }
        }
        aliases(byId);
        longest = names.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    static MeasureNames of(Language language, Collection<Measure> measures) {
        return new MeasureNames(language, measures);
    }

    private void aliases(Map<String, Measure> byId) {
        String file = "units_" + language.code() + ".txt";
        try (InputStream stream = MeasureNames.class.getResourceAsStream(file);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(stream, file), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    Measure measure = Objects.requireNonNull(byId.get(line.substring(0, equals)), line);
                    for (String name : line.substring(equals + 1).split("\\|")) {
                        add(name, measure);
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be read", failure);
        }
    }

    private void add(String name, Measure measure) {
        String folded =
                name.replace('\u00a0', ' ').replace('\u202f', ' ').strip().toLowerCase(Locale.ROOT);
        if (!folded.isEmpty()) {
            List<Measure> known = names.computeIfAbsent(folded, added -> new ArrayList<>());
            if (!known.contains(measure)) {
                known.add(measure);
            }
        }
    }

    /** The units that a text names, in its order; the longest name counts. */
    List<Mention> find(String text) {
        String folded = text.replace('\u00a0', ' ').toLowerCase(Locale.ROOT);
        List<Mention> found = new ArrayList<>();
        int at = 0;
        while (at < folded.length()) {
            int end = begins(folded, at) ? end(folded, at) : at;
            if (end > at) {
                found.add(new Mention(at, end, names.getOrDefault(folded.substring(at, end), List.of())));
            }
            at = Math.max(end, at + 1);
        }
        return found;
    }

    private static boolean isScript(int letter) {
        return Character.isIdeographic(letter)
                || Character.UnicodeScript.of(letter) == Character.UnicodeScript.HANGUL
                || Character.UnicodeScript.of(letter) == Character.UnicodeScript.HIRAGANA
                || Character.UnicodeScript.of(letter) == Character.UnicodeScript.KATAKANA;
    }

    private static boolean begins(String text, int at) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        return !Character.isLetter(text.charAt(at)) || !Character.isLetter(before) || isScript(before);
    }

    private int end(String text, int at) {
        for (int end = Math.min(text.length(), at + longest); end > at; end--) {
            char last = text.charAt(end - 1);
            boolean cut = end < text.length()
                    && Character.isLetter(last)
                    && Character.isLetter(text.charAt(end))
                    && !isScript(text.charAt(end));
            if (!cut && names.containsKey(text.substring(at, end))) {
                return end;
            }
        }
        return at;
    }

    /** Writes an amount with its unit, such as "5 miles". */
    String write(BigDecimal amount, Measure measure) {
        boolean money = measure.dimension() == Dimension.MONEY;
        Precision precision = money
                ? ((Currency) measure.unit()).getDefaultFractionDigits() == 0
                        ? Precision.integer()
                        : Precision.maxFraction(2)
                : Precision.maxSignificantDigits(DIGITS);
        return formatter(measure).precision(precision).format(amount).toString();
    }

    private LocalizedNumberFormatter formatter(Measure measure) {
        return NumberFormatter.withLocale(language.locale())
                .unit(measure.unit())
                .unitWidth(UnitWidth.FULL_NAME);
    }
}
