package io.liying.skill.calculator;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillRequest;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConversionsTest {

    private final CalculatorSkill calculator = new CalculatorSkill(new MessageFiles());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 5마일은 몇 킬로미터야? | 5마일 = 8.04672킬로미터 | 섭씨 30도는 화씨로 몇 도야? | 섭씨 30도 = 화씨 86도",
                "ENGLISH | 5 miles in kilometers | 5 miles = 8.04672 kilometers"
                        + " | what is 30 degrees Celsius in Fahrenheit? | 30 degrees Celsius = 86 degrees Fahrenheit",
                "CHINESE | 5英里是多少公里？ | 5英里 = 8.04672公里 | 30摄氏度是多少华氏度？ | 30摄氏度 = 86华氏度",
                "JAPANESE | 5マイルは何キロメートル？ | 5 マイル = 8.04672 キロメートル" + " | 摂氏30度は華氏何度？ | 摂氏 30 度 = 華氏 86 度",
                "SPANISH | 5 millas en kilómetros | 5 millas = 8,04672 kilómetros"
                        + " | ¿cuánto son 30 grados Celsius en Fahrenheit?"
                        + " | 30 grados Celsius = 86 grados Fahrenheit",
                "FRENCH | 5 miles en kilomètres | 5 miles = 8,04672 kilomètres | combien font 30 degrés Celsius en"
                        + " Fahrenheit ? | 30 degrés Celsius = 86 degrés Fahrenheit",
                "GERMAN | 5 Meilen in Kilometer | 5 Meilen = 8,04672 Kilometer"
                        + " | wie viel sind 30 Grad Celsius in Fahrenheit? | 30 Grad Celsius = 86 Grad Fahrenheit"
            })
    void units_are_converted(Language language, String length, String far, String heat, String hot) {
        assertThat(plain(say(language, length))).isEqualTo(far);
        assertThat(plain(say(language, heat))).isEqualTo(hot);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 1마일은 몇 미터야? | 1마일 = 1,609.34미터",
                "ENGLISH | how many grams are in an ounce? | 1 ounce = 28.3495 grams",
                "CHINESE | 1盎司等于多少克？ | 1盎司 = 28.3495克",
                "JAPANESE | 1オンスは何グラム？ | 1 オンス = 28.3495 グラム",
                "SPANISH | ¿cuántos gramos tiene una onza? | 1 onza = 28,3495 gramos",
                "FRENCH | combien de grammes dans une once ? | 1 once = 28,3495 grammes",
                "GERMAN | wie viele Gramm hat eine Unze? | 1 Unze = 28,3495 Gramm"
            })
    void how_many_asks_for_the_unit_after_it(Language language, String words, String answer) {
        assertThat(plain(say(language, words))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 100달러는 유로로 얼마야? | 100 미국 달러 ≈ 96.05 유로 (유럽중앙은행 2025년 2월 28일 환율," + " 저장된 값이라 오늘과 다를 수 있어요)",
                "ENGLISH | 100 dollars in euros | 100 US dollars ≈ 96.05 euros (European Central Bank rate of"
                        + " February 28, 2025; I keep it offline, today's may differ)",
                "CHINESE | 100美元是多少欧元 | 100美元 ≈ 96.05欧元（欧洲中央银行2025年2月28日汇率，离线保存，今天可能不同）",
                "JAPANESE | 100ドルは何ユーロ | 100米ドル ≈ 96.05ユーロ（欧州中央銀行の2025年2月28日のレート。" + "保存した値なので今日とは異なることがあります）",
                "SPANISH | 100 dólares en euros | 100 dólares estadounidenses ≈ 96,05 euros (cambio del Banco Central"
                        + " Europeo del 28 de febrero de 2025, guardado sin conexión; el de hoy puede ser otro)",
                "FRENCH | 100 dollars en euros | 100 dollars des États-Unis ≈ 96,05 euros (taux de la Banque centrale"
                        + " européenne du 28 février 2025, gardé hors ligne ; celui du jour peut différer)",
                "GERMAN | 100 Dollar in Euro | 100 US-Dollar ≈ 96,05 Euro (Kurs der Europäischen Zentralbank vom"
                        + " 28. Februar 2025, offline gespeichert; heute kann er anders sein)"
            })
    void money_is_converted_with_the_date_of_the_rate(Language language, String words, String answer) {
        assertThat(plain(say(language, words))).isEqualTo(answer);
    }

    @Test
    void a_pound_is_money_beside_money_and_a_mass_beside_a_mass() {
        assertThat(say(Language.ENGLISH, "200 pounds in dollars").text())
                .startsWith("200 British pounds ≈ 252.06 US dollars");
        assertThat(say(Language.ENGLISH, "200 pounds in kilograms").text()).isEqualTo("200 pounds = 90.7185 kilograms");
    }

    @Test
    void a_kilo_is_a_length_beside_a_length_and_a_mass_beside_a_mass() {
        assertThat(plain(say(Language.KOREAN, "3마일은 몇 킬로야?"))).isEqualTo("3마일 = 4.82803킬로미터");
        assertThat(plain(say(Language.KOREAN, "5킬로는 몇 파운드야?"))).isEqualTo("5킬로그램 = 11.0231파운드");
        assertThat(plain(say(Language.JAPANESE, "3マイルは何キロ？"))).isEqualTo("3 マイル = 4.82803 キロメートル");
    }

    @Test
    void digits_count_also_where_they_were_taken_for_something_else() {
        assertThat(calculator
                        .answer(new SkillRequest(
                                "calculator.convert",
                                "100달러는 유로로 얼마야?",
                                Language.KOREAN,
                                List.of(new Entity(Entity.DURATION, "P100M", "100달", 0, 4, 1)),
                                "ada",
                                "session-1",
                                ZonedDateTime.parse("2026-11-21T15:05+09:00[Asia/Seoul]")))
                        .text())
                .startsWith("100 미국 달러 ≈ 96.05 유로");
    }

    @Test
    void programs_get_the_numbers() {
        assertThat(say(Language.ENGLISH, "50 euros in won").data())
                .containsEntry("amount", "50")
                .containsEntry("from", "EUR")
                .containsEntry("result", "75996")
                .containsEntry("to", "KRW")
                .containsEntry("rates_of", "2025-02-28");
    }

    @Test
    void different_things_and_missing_units_are_explained() {
        assertThat(say(Language.ENGLISH, "5 miles in kilograms").text())
                .isEqualTo("I can't convert miles into kilograms: they measure different things.");
        assertThat(say(Language.ENGLISH, "convert units"))
                .isEqualTo(
                        SkillAnswer.ask("What should I convert? You can say, for example, “5 miles in kilometers”."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 3미터는 몇 피트야? | 5미터는? | 5미터 = 16.4042피트 | 야드로는? | 5미터 = 5.46807야드",
                "ENGLISH | 3 metres in feet | and 5 metres? | 5 meters = 16.4042 feet | and in yards?"
                        + " | 5 meters = 5.46807 yards",
                "CHINESE | 3米是多少英尺？ | 那5米呢 | 5米 = 16.4042英尺 | 换成码呢？ | 5米 = 5.46807码",
                "JAPANESE | 3メートルは何フィート？ | 5メートルは？ | 5 メートル = 16.4042 フィート | ヤードでは？" + " | 5 メートル = 5.46807 ヤード",
                "SPANISH | 3 metros en pies | ¿y 5 metros? | 5 metros = 16,4042 pies | ¿y en yardas?"
                        + " | 5 metros = 5,46807 yardas",
                "FRENCH | 3 mètres en pieds | et 5 mètres ? | 5 mètres = 16,4042 pieds | et en yards ?"
                        + " | 5 mètres = 5,46807 yards",
                "GERMAN | 3 Meter in Fuß | und 5 Meter? | 5 Meter = 16,4042 Fuß | und in Yard? | 5 Meter = 5,46807 Yards"
            })
    void a_conversion_goes_on_with_another_amount_or_unit(
            Language language, String words, String more, String amount, String other, String unit) {
        say(language, words);

        assertThat(plain(say(language, more))).isEqualTo(amount);
        assertThat(plain(say(language, other))).isEqualTo(unit);
    }

    @Test
    void the_last_conversion_tells_which_pound_is_meant() {
        say(Language.ENGLISH, "100 dollars in euros");
        assertThat(say(Language.ENGLISH, "and 50 pounds?").text()).startsWith("50 British pounds ≈ 60.53 euros");

        say(Language.ENGLISH, "1 kilogram in ounces");
        assertThat(say(Language.ENGLISH, "and 2 pounds?").text()).isEqualTo("2 pounds = 32 ounces");
    }

    private static String plain(SkillAnswer answer) {
        return answer.text().replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private SkillAnswer say(Language language, String text) {
        Matcher digits = Pattern.compile("\\d+").matcher(text);
        List<Entity> numbers = digits.results()
                .map(found -> new Entity(Entity.NUMBER, found.group(), found.group(), found.start(), found.end(), 1))
                .toList();
        return calculator.answer(new SkillRequest(
                "calculator.convert",
                text,
                language,
                numbers,
                "ada",
                "session-1",
                ZonedDateTime.parse("2026-11-21T15:05+09:00[Asia/Seoul]")));
    }
}
