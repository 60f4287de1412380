package example.unitconverter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnitTest {

    @ParameterizedTest
    @CsvSource({
        "10, MILE, KILOMETRE, 16.09344",
        "1, POUND, GRAM, 453.59237",
        "-40, CELSIUS, FAHRENHEIT, -40",
        "212, FAHRENHEIT, CELSIUS, 100",
        "0, CELSIUS, KELVIN, 273.15",
        "1, GALLON, MILLILITRE, 3785.411784",
        "36, KILOMETRE_PER_HOUR, METRE_PER_SECOND, 10",
        "1, KNOT, KILOMETRE_PER_HOUR, 1.852"
    })
    void what_can_be_exact_is_exact(BigDecimal amount, Unit from, Unit to, BigDecimal expected) {
        Unit.Converted converted = from.to(to, amount);

        assertThat(converted.exact()).isTrue();
        assertThat(converted.value()).isEqualByComparingTo(expected);
    }

    @Test
    void a_result_without_end_is_rounded_to_six_digits() {
        assertThat(Unit.KILOMETRE.to(Unit.MILE, BigDecimal.TEN))
                .isEqualTo(new Unit.Converted(new BigDecimal("6.21371"), false));
    }
}
