package io.liying.skill.calculator;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.IntentExamples;
import io.liying.skill.api.PersonContext;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillRequest;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CalculatorSkillTest {

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-21T15:05+09:00[Asia/Seoul]");

    private final CalculatorSkill calculator = new CalculatorSkill(new MessageFiles());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 123 × 456 = 56,088입니다. | 1,000 ÷ 16 = 62.5입니다. | 10 ÷ 3 ≈ 3.33333333333입니다.",
                "ENGLISH | 123 × 456 = 56,088 | 1,000 ÷ 16 = 62.5 | 10 ÷ 3 ≈ 3.33333333333",
                "CHINESE | 123 × 456 = 56,088 | 1,000 ÷ 16 = 62.5 | 10 ÷ 3 ≈ 3.33333333333",
                "JAPANESE | 123 × 456 = 56,088です。 | 1,000 ÷ 16 = 62.5です。 | 10 ÷ 3 ≈ 3.33333333333です。",
                "SPANISH | 123 × 456 = 56.088 | 1000 ÷ 16 = 62,5 | 10 ÷ 3 ≈ 3,33333333333",
                "FRENCH | 123 × 456 = 56\u202f088 | 1\u202f000 ÷ 16 = 62,5 | 10 ÷ 3 ≈ 3,33333333333",
                "GERMAN | 123 × 456 = 56.088 | 1.000 ÷ 16 = 62,5 | 10 ÷ 3 ≈ 3,33333333333"
            })
    void results_are_shown_in_the_languages_number_format(
            Language language, String product, String quotient, String rounded) {
        assertThat(answer(language, "123*456").text()).isEqualTo(product);
        assertThat(answer(language, "1000/16").text()).isEqualTo(quotient);
        assertThat(answer(language, "10/3").text()).isEqualTo(rounded);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 0으로는 나눌 수 없어요. | 음수의 제곱근은 실수로 나타낼 수 없어요. | 결과가 너무 커서 계산할 수 없어요.",
                "ENGLISH | I'm sorry, it's not possible to divide by zero."
                        + " | I'm sorry, a negative number has no real square root."
                        + " | I'm sorry, that number is too big for me.",
                "CHINESE | 抱歉，不能除以零。 | 抱歉，负数没有实数平方根。 | 抱歉，这个数太大了，我算不了。",
                "JAPANESE | 申し訳ありませんが、0で割ることはできません。 | 申し訳ありませんが、負の数の平方根は実数になりません。" + " | 申し訳ありませんが、数が大きすぎて計算できません。",
                "SPANISH | Lo siento, no se puede dividir entre cero."
                        + " | Lo siento, un número negativo no tiene raíz cuadrada real."
                        + " | Lo siento, ese número es demasiado grande para mí.",
                "FRENCH | Désolé, on ne peut pas diviser par zéro."
                        + " | Désolé, un nombre négatif n'a pas de racine carrée réelle."
                        + " | Désolé, ce nombre est trop grand pour moi.",
                "GERMAN | Durch null kann man leider nicht teilen."
                        + " | Eine negative Zahl hat leider keine reelle Quadratwurzel."
                        + " | Diese Zahl ist mir leider zu groß."
            })
    void what_cannot_be_calculated_is_a_polite_answer(
            Language language, String divisionByZero, String negativeRoot, String tooBig) {
        assertThat(answer(language, "1/0")).isEqualTo(SkillAnswer.of(divisionByZero, Map.of("expression", "1/0")));
        assertThat(answer(language, "sqrt(-1)").text()).isEqualTo(negativeRoot);
        assertThat(answer(language, "9^9^9").text()).isEqualTo(tooBig);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 무엇을 계산해 드릴까요? 예를 들어 “12 곱하기 3”처럼 말씀해 주세요.",
                "ENGLISH | What would you like me to calculate? You can say, for example, “12 times 3”.",
                "CHINESE | 您想算什么？比如可以说“12乘以3”。",
                "JAPANESE | 何を計算しましょうか？たとえば「12かける3」のように言ってください。",
                "SPANISH | ¿Qué quieres que calcule? Por ejemplo, puedes decir «12 por 3».",
                "FRENCH | Que voulez-vous calculer\u00a0? Dites par exemple «\u00a012 fois 3\u00a0».",
                "GERMAN | Was soll ich ausrechnen? Sag zum Beispiel „12 mal 3“."
            })
    void without_an_expression_it_asks_for_one(Language language, String question) {
        assertThat(calculator.answer(request(language))).isEqualTo(SkillAnswer.ask(question));
        assertThat(answer(language, "1+")).isEqualTo(SkillAnswer.ask(question));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 그걸 3으로 나누면? | (12 + 30) ÷ 3 = 14입니다. | 거기에 3을 더하면? | (12 + 30) ÷ 3 + 3 = 17입니다."
                        + " | 그거의 제곱근은? | √((12 + 30) ÷ 3 + 3) ≈ 4.12310562562입니다.",
                "ENGLISH | and divided by 3? | (12 + 30) ÷ 3 = 14 | add 3 to that | (12 + 30) ÷ 3 + 3 = 17"
                        + " | and the square root of that? | √((12 + 30) ÷ 3 + 3) ≈ 4.12310562562",
                "CHINESE | 再除以3呢？ | (12 + 30) ÷ 3 = 14 | 那加3呢 | (12 + 30) ÷ 3 + 3 = 17"
                        + " | 它的平方根呢？ | √((12 + 30) ÷ 3 + 3) ≈ 4.12310562562",
                "JAPANESE | その結果を3で割ると？ | (12 + 30) ÷ 3 = 14です。 | それに3を足すと？ | (12 + 30) ÷ 3 + 3 = 17です。"
                        + " | その平方根は？ | √((12 + 30) ÷ 3 + 3) ≈ 4.12310562562です。",
                "SPANISH | ¿y dividido entre 3? | (12 + 30) ÷ 3 = 14 | súmale 3 | (12 + 30) ÷ 3 + 3 = 17"
                        + " | ¿y la raíz cuadrada de eso? | √((12 + 30) ÷ 3 + 3) ≈ 4,12310562562",
                "FRENCH | et divisé par 3 ? | (12 + 30) ÷ 3 = 14 | ajoute 3 | (12 + 30) ÷ 3 + 3 = 17"
                        + " | et la racine carrée de ça ? | √((12 + 30) ÷ 3 + 3) ≈ 4,12310562562",
                "GERMAN | und geteilt durch 3? | (12 + 30) ÷ 3 = 14 | und plus 3? | (12 + 30) ÷ 3 + 3 = 17"
                        + " | und die Wurzel davon? | √((12 + 30) ÷ 3 + 3) ≈ 4,12310562562"
            })
    void a_calculation_goes_on_with_what_came_out_last(
            Language language, String divided, String third, String added, String more, String root, String last) {
        answer(language, "12+30");

        assertThat(saying(language, divided, "3")).isEqualTo(third);
        assertThat(saying(language, added, "3")).isEqualTo(more);
        assertThat(saying(language, root, "")).isEqualTo(last);
    }

    @Test
    void a_part_in_percent_is_one_of_the_last_result() {
        answer(Language.ENGLISH, "30-5");

        assertThat(calculator
                        .answer(saying(
                                Language.ENGLISH,
                                "and 20 percent of that?",
                                new Entity(Entity.PERCENTAGE, "20", "20 percent", 4, 14, 1)))
                        .text())
                .isEqualTo("(20 ÷ 100) × (30 - 5) = 5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 20% 팁 포함하면? | 250 ÷ 4 + 20% = 75입니다. | 10% 할인하면? | 250 ÷ 4 + 20% - 10% = 67.5입니다.",
                "ENGLISH | with a 20% tip | 250 ÷ 4 + 20% = 75 | and 10% off | 250 ÷ 4 + 20% - 10% = 67.5",
                "CHINESE | 再加20%小费 | 250 ÷ 4 + 20% = 75 | 打折减10% | 250 ÷ 4 + 20% - 10% = 67.5",
                "JAPANESE | チップ20%を足すと | 250 ÷ 4 + 20% = 75です。 | 10%割引だと | 250 ÷ 4 + 20% - 10% = 67.5です。",
                "SPANISH | más un 20 % de propina | 250 ÷ 4 + 20\u00a0% = 75 | con un 10 % de descuento"
                        + " | 250 ÷ 4 + 20\u00a0% - 10\u00a0% = 67,5",
                "FRENCH | plus 20 % de pourboire | 250 ÷ 4 + 20\u202f% = 75 | moins 10 % de remise"
                        + " | 250 ÷ 4 + 20\u202f% - 10\u202f% = 67,5",
                "GERMAN | und 20 Prozent Trinkgeld dazu | 250 ÷ 4 + 20\u00a0% = 75 | 10 Prozent Rabatt"
                        + " | 250 ÷ 4 + 20\u00a0% - 10\u00a0% = 67,5"
            })
    void a_percentage_is_added_to_the_last_result_or_taken_off_it(
            Language language, String tip, String more, String discount, String less) {
        answer(language, "250/4");

        assertThat(percent(language, tip, "20")).isEqualTo(more);
        assertThat(percent(language, discount, "10")).isEqualTo(less);
    }

    private String percent(Language language, String text, String percentage) {
        return calculator
                .answer(saying(language, text, new Entity(Entity.PERCENTAGE, percentage, percentage, 0, 2, 1)))
                .text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 아니 4로 | (12 + 30) ÷ 4 = 10.5입니다.",
                "ENGLISH | no, by 4 | (12 + 30) ÷ 4 = 10.5",
                "CHINESE | 不，4 | (12 + 30) ÷ 4 = 10.5",
                "JAPANESE | いや、4で | (12 + 30) ÷ 4 = 10.5です。",
                "SPANISH | no, entre 4 | (12 + 30) ÷ 4 = 10,5",
                "FRENCH | non, par 4 | (12 + 30) ÷ 4 = 10,5",
                "GERMAN | nein, durch 4 | (12 + 30) ÷ 4 = 10,5"
            })
    void a_correction_takes_the_place_of_the_last_step(Language language, String words, String corrected) {
        answer(language, "(12+30)/3");

        assertThat(saying(language, words, "4")).isEqualTo(corrected);
    }

    @Test
    void what_the_conversation_corrects_takes_the_place_of_the_last_step() {
        answer(Language.ENGLISH, "12+30");
        SkillAnswer divided = calculator.answer(
                saying(Language.ENGLISH, "and divided by 3?", new Entity(Entity.NUMBER, "3", "3", 15, 16, 1)));

        SkillRequest corrected = new SkillRequest(
                "calculator.compute",
                "and divided by 4?",
                Language.ENGLISH,
                List.of(new Entity(Entity.NUMBER, "4", "4", 15, 16, 1)),
                "ada",
                "session",
                NOW,
                Map.of(),
                false,
                divided.referents(),
                PersonContext.unknown(Language.ENGLISH));
        assertThat(calculator.answer(corrected).text()).isEqualTo("(12 + 30) ÷ 4 = 10.5");
    }

    @Test
    void a_step_that_was_refused_is_not_there_to_be_corrected() {
        answer(Language.ENGLISH, "12+30");
        SkillAnswer refused = calculator.answer(
                saying(Language.ENGLISH, "and divided by 0?", new Entity(Entity.NUMBER, "0", "0", 15, 16, 1)));

        assertThat(refused.referents()).isEmpty();
        assertThat(saying(Language.ENGLISH, "and divided by 4?", "4")).isEqualTo("(12 + 30) ÷ 4 = 10.5");
    }

    @Test
    void an_operation_says_what_to_do_with_the_last_result() {
        answer(Language.SPANISH, "250/4");

        assertThat(calculator
                        .answer(saying(
                                Language.SPANISH,
                                "y por 3",
                                new Entity("operation", "*3", "por 3", 2, 7, 1),
                                new Entity(Entity.NUMBER, "3", "3", 6, 7, 1)))
                        .text())
                .isEqualTo("250 ÷ 4 × 3 = 187,5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | KRW | 원 | 25000/4 | 25,000 ÷ 4 = 6,250원입니다.",
                "ENGLISH | USD | dollars | 50/4 | 50 ÷ 4 = $12.50",
                "ENGLISH | EUR | euros | 100/3 | 100 ÷ 3 ≈ €33.33",
                "CHINESE | CNY | 块 | 60/4 | 60 ÷ 4 = 15块",
                "JAPANESE | JPY | 円 | 1000/3 | 1,000 ÷ 3 ≈ 333円です。",
                "SPANISH | EUR | euros | 50/4 | 50 ÷ 4 = 12,50\u00a0€",
                "FRENCH | EUR | euros | 60/4 | 60 ÷ 4 = 15\u00a0€",
                "GERMAN | EUR | Euro | 60/4 | 60 ÷ 4 = 15\u00a0€"
            })
    void money_stays_money(Language language, String code, String unit, String expression, String text) {
        Entity money =
                new Entity(Entity.EXPRESSION, expression, "…", 0, 9, 1, List.of(), Map.of("money", code, "unit", unit));

        assertThat(calculator.answer(request(language, money)).text()).isEqualTo(text);
    }

    @Test
    void nothing_goes_on_in_another_conversation() {
        answer(Language.ENGLISH, "12+30");

        SkillRequest other = new SkillRequest(
                "calculator.compute",
                "and divided by 3?",
                Language.ENGLISH,
                List.of(new Entity(Entity.NUMBER, "3", "3", 15, 16, 1)),
                "bob",
                "another session",
                NOW);
        assertThat(calculator.answer(other).needsClarification()).isTrue();
    }

    private String saying(Language language, String text, String number) {
        return calculator
                .answer(
                        number.isEmpty()
                                ? saying(language, text)
                                : saying(language, text, new Entity(Entity.NUMBER, number, number, 0, 1, 1)))
                .text();
    }

    private static SkillRequest saying(Language language, String text, Entity... entities) {
        return new SkillRequest("calculator.compute", text, language, List.of(entities), "ada", "session", NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(15/100)*80 | (15 ÷ 100) × 80 = 12",
                "2^10 | 2¹⁰ = 1,024",
                "2^3^2 | 2^3² = 512",
                "2^-1 | 2^-1 = 0.5",
                "16^0.5 | 16^0.5 = 4",
                "sqrt(16)+-3 | √16 + -3 = 1",
                "sqrt(12+4)*2 | √(12 + 4) × 2 = 8",
                "-5-1234567.25 | -5 - 1,234,567.25 = -1,234,572.25",
                "3*(1+2)^2 | 3 × (1 + 2)² = 27"
            })
    void expressions_are_shown_as_people_write_them(String expression, String text) {
        assertThat(answer(Language.ENGLISH, expression).text()).isEqualTo(text);
    }

    @Test
    void the_longest_expression_is_the_one_that_was_meant() {
        SkillRequest request = request(
                Language.ENGLISH,
                new Entity(Entity.NUMBER, "12", "12", 0, 2, 1),
                new Entity(Entity.EXPRESSION, "12", "12", 0, 2, 1),
                new Entity(Entity.EXPRESSION, "12+7", "12+7", 0, 4, 1));

        assertThat(calculator.answer(request).data()).isEqualTo(Map.of("expression", "12+7", "result", "19"));
    }

    @Test
    void programs_get_all_digits() {
        assertThat(answer(Language.GERMAN, "10/3").data())
                .isEqualTo(Map.of("expression", "10/3", "result", "3.3333333333333333333"));
    }

    @Test
    void a_whole_answer_takes_less_than_ten_microseconds() {
        SkillRequest request = request(Language.GERMAN, new Entity(Entity.EXPRESSION, "123*456+7/8", "…", 0, 11, 1));
        int rounds = 20_000;
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        long letters = 0;
        for (int attempt = 0; attempt < 10; attempt++) {
            long begin = processor.getCurrentThreadCpuTime();
            for (int i = 0; i < rounds; i++) {
                letters += calculator.answer(request).text().length();
            }
            best = Math.min(best, processor.getCurrentThreadCpuTime() - begin);
        }

        assertThat(letters).isEqualTo(10L * rounds * "123 × 456 + 7 ÷ 8 = 56.088,875".length());
        assertThat(best / rounds).as("nanoseconds per answer").isLessThan(10_000);
    }

    @Test
    void every_language_has_every_message_and_enough_phrases() {
        assertThat(new MessageFiles().of(CalculatorSkill.class).gaps()).isEmpty();
        assertThat(calculator.description().intents())
                .extracting(IntentExamples::intent)
                .containsExactly("calculator.compute", "calculator.convert");
        assertThat(calculator.description().intents())
                .allSatisfy(intent -> assertThat(intent.phrases())
                        .hasSize(Language.values().length)
                        .allSatisfy((language, phrases) -> assertThat(phrases)
                                .hasSizeGreaterThanOrEqualTo(15)
                                .doesNotHaveDuplicates()));
    }

    private SkillAnswer answer(Language language, String expression) {
        return calculator.answer(
                request(language, new Entity(Entity.EXPRESSION, expression, expression, 0, expression.length(), 1)));
    }

    private static SkillRequest request(Language language, Entity... entities) {
        return new SkillRequest("calculator.compute", "…", language, List.of(entities), "ada", "session", NOW);
    }
}
