package io.liying.skill.calculator;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.TrailingZeroDisplay;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.Currency;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The currency of a result.
 *
 * @param unit what the person called it, empty if she used its sign
 */
record Money(Currency currency, String unit) {

    /** The currency of an expression, if it has one. */
    static Optional<Money> of(Entity expression) {
        return Optional.ofNullable(expression.attributes().get("money"))
                .map(code -> new Money(
                        Currency.getInstance(code), expression.attributes().getOrDefault("unit", "")));
    }

    /** Rounded to the smallest coin. */
    BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_EVEN);
    }

    /** Writes an amount: with the person's word where words do not change with their number, else with the sign. */
    String write(BigDecimal amount, Language language) {
        boolean word = !unit.isEmpty()
                && switch (language) {
                    case KOREAN, CHINESE, JAPANESE -> true;
                    case ENGLISH, SPANISH, FRENCH, GERMAN -> false;
                };
        LocalizedNumberFormatter format = NumberFormatter.withLocale(language.locale())
                .precision(Precision.fixedFraction(currency.getDefaultFractionDigits())
                        .trailingZeroDisplay(TrailingZeroDisplay.HIDE_IF_WHOLE));
        return word
                ? format.format(amount) + unit
                : format.unit(currency)
                        .unitWidth(UnitWidth.NARROW)
                        .format(amount)
                        .toString();
    }
}
