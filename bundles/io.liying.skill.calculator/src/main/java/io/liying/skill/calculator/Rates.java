package io.liying.skill.calculator;

import com.ibm.icu.util.Currency;
import io.liying.skill.calculator.Measure.Dimension;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What currencies were worth on a day, from {@code rates.tsv}.
 *
 * @param currencies measured in euros
 */
record Rates(LocalDate date, List<Measure> currencies) {

    static Rates read() {
        LocalDate date = LocalDate.EPOCH;
        List<Measure> currencies = new ArrayList<>();
        try (InputStream stream = Rates.class.getResourceAsStream("rates.tsv");
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(stream, "rates.tsv"), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int tab = line.indexOf('\t');
                if (line.startsWith("#") || tab < 0) {
                    continue;
                }
                String name = line.substring(0, tab);
                String value = line.substring(tab + 1);
                if (name.equals("date")) {
                    date = LocalDate.parse(value);
                } else {
                    currencies.add(new Measure(
                            Currency.getInstance(name),
                            Dimension.MONEY,
                            BigDecimal.ONE.divide(new BigDecimal(value), MathContext.DECIMAL128),
                            BigDecimal.ZERO,
                            List.of(name.toLowerCase(java.util.Locale.ROOT))));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("rates.tsv cannot be read", failure);
        }
        return new Rates(date, List.copyOf(currencies));
    }
}
