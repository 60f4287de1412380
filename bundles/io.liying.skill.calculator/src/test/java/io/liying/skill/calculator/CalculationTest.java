package io.liying.skill.calculator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CalculationTest {

    @ParameterizedTest
    @CsvSource({
        "123*456, 56088",
        "1+2*3, 7",
        "(1+2)*3, 9",
        "10-4-3, 3",
        "100/5/2, 10",
        "2^3^2, 512",
        "-2^2, -4",
        "(-2)^2, 4",
        "2^-2, 0.25",
        "5^3, 125",
        "0.1+0.2, 0.3",
        "(15/100)*80, 12",
        "10/4, 2.5",
        "80-15%, 68",
        "250/4+20%, 75",
        "12+30+10%, 46.2",
        "(80 - 15%)*2, 136",
        "200*15%, 30",
        "100+50%*2, 101",
        "20%, 0.2",
        "1/3*3, 1",
        "1/3+1/6, 0.5",
        "2/3-2/3, 0",
        "(2/3)^2*9, 4",
        "3--2, 5",
        "+4, 4",
        " 7 * ( 8 + 1 ) , 63",
        "sqrt(16), 4",
        "sqrt(0.25), 0.5",
        "sqrt(2.25)*2, 3",
        "sqrt(4/9)*3, 2",
        "16^0.5, 4",
        "4^-0.5, 0.5",
        "4^1.5, 8",
        "0^0, 1",
        "0^0.3, 0",
        "1^999999999999, 1",
        "(-1)^1000001, -1",
        "99999999999999999999999*3, 299999999999999999999997",
        "12345678901234567890123/1, 12345678901234567890123",
        "100000, 100000"
    })
    void exact_results_are_exact(String expression, String result) {
        assertThat(Calculation.of(expression))
                .isInstanceOfSatisfying(
                        Calculation.Exact.class,
                        exact -> assertThat(exact.value().toPlainString()).isEqualTo(result));
    }

    @ParameterizedTest
    @CsvSource({
        "10/3, 3.3333333333333333333",
        "2/3, 0.66666666666666666667",
        "-1/7, -0.14285714285714285714",
        "sqrt(2), 1.4142135623730950488",
        "sqrt(2)^2, 2",
        "2^0.5, 1.4142135623730950488",
        "8^(1/3), 2",
        "2^0.1, 1.07177346253629"
    })
    void other_results_have_twenty_significant_digits(String expression, String result) {
        assertThat(Calculation.of(expression)).isEqualTo(new Calculation.Rounded(new BigDecimal(result)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/0", "5/(3-3)", "0^-1", "0^-0.3", "(2-2)^-1.5"})
    void nothing_is_divided_by_zero(String expression) {
        assertThat(Calculation.of(expression)).isEqualTo(new Calculation.DivisionByZero());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqrt(-4)", "(-4)^0.5", "(-8)^0.2"})
    void roots_of_negative_numbers_are_none(String expression) {
        assertThat(Calculation.of(expression)).isEqualTo(new Calculation.NegativeRoot());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9^9^9",
                "10^1001",
                "2^4000",
                "0.1^1001",
                "1.5^99999999999",
                "10^999*100",
                "10^900/10^-900",
                "2.7^1000000.1"
            })
    void numbers_beyond_a_thousand_digits_are_refused_at_once(String expression) {
        assertThat(Calculation.of(expression)).isEqualTo(new Calculation.TooBig());
    }

    @Test
    void a_thousand_digits_are_not_too_many() {
        assertThat(Calculation.of("10^999")).isEqualTo(new Calculation.Exact(BigDecimal.ONE.scaleByPowerOfTen(999)));
        assertThat(Calculation.of("2^3000")).isInstanceOf(Calculation.Exact.class);
    }

    @Test
    void deep_and_long_expressions_are_refused() {
        assertThat(Calculation.of("(".repeat(900) + "1" + ")".repeat(900))).isEqualTo(new Calculation.TooBig());
        assertThat(Calculation.of("1+".repeat(1000) + "1")).isEqualTo(new Calculation.TooBig());
        assertThat(Calculation.of("(".repeat(150) + "1" + ")".repeat(150)))
                .isEqualTo(new Calculation.Exact(BigDecimal.ONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1+", "(1", "1)", "two", "1 2", ".", "sqrt 4", "1..2", "2**3"})
    void what_is_no_expression_is_unreadable(String expression) {
        assertThat(Calculation.of(expression)).isEqualTo(new Calculation.Unreadable());
    }
}
