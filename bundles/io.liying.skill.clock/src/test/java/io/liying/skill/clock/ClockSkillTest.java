package io.liying.skill.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.IntentExamples;
import io.liying.skill.api.Formality;
import io.liying.skill.api.PersonContext;
import io.liying.skill.api.PersonContext.TimeFormat;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillRequest;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClockSkillTest {

    private final ClockSkill clock = new ClockSkill(new MessageFiles());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 오후 3시 5분이에요. | 오전 9시예요.",
                "ENGLISH | It's 3:05 PM. | It's 9:00 AM.",
                "CHINESE | 现在是下午3点05分。 | 现在是上午9点整。",
                "JAPANESE | 午後3時5分です。 | 午前9時です。",
                "SPANISH | Son las 15:05. | Son las 9:00.",
                "FRENCH | Il est 15 h 05. | Il est 9 h.",
                "GERMAN | Es ist 15:05 Uhr. | Es ist 9 Uhr."
            })
    void the_time_is_told_as_the_language_tells_it(Language language, String afternoon, String fullHour) {
        assertThat(answer("clock.time", language, "2026-11-21T15:05+09:00[Asia/Seoul]")
                        .text())
                .isEqualTo(afternoon);
        assertThat(answer("clock.time", language, "2026-11-21T09:00+09:00[Asia/Seoul]")
                        .text())
                .isEqualTo(fullHour);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | TWENTY_FOUR_HOURS | 15시 5분이에요.",
                "KOREAN | TWELVE_HOURS | 오후 3시 5분이에요.",
                "ENGLISH | TWENTY_FOUR_HOURS | It's 15:05.",
                "CHINESE | TWENTY_FOUR_HOURS | 现在是15点05分。",
                "JAPANESE | TWENTY_FOUR_HOURS | 15時5分です。",
                "SPANISH | TWELVE_HOURS | Son las 3:05 de la tarde.",
                "FRENCH | TWELVE_HOURS | Il est 3\u00a0h\u00a005 de l’après-midi.",
                "GERMAN | TWELVE_HOURS | Es ist 3:05 Uhr nachmittags.",
                "GERMAN | TWENTY_FOUR_HOURS | Es ist 15:05 Uhr."
            })
    void the_time_is_told_in_the_format_that_the_person_prefers(Language language, TimeFormat format, String expected) {
        PersonContext person = new PersonContext(
                Formality.usual(language), Optional.of(format), Optional.empty(), Optional.empty(), List.of());
        SkillRequest request = new SkillRequest(
                "clock.time",
                "time",
                language,
                List.of(),
                "owner",
                "session",
                ZonedDateTime.parse("2026-11-21T15:05+09:00[Asia/Seoul]"),
                Map.of(),
                false,
                List.of(),
                person);

        assertThat(clock.answer(request).text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 베를린 | 지금 베를린 시각은 오전 7시 5분이에요. | 지금 베를린 시각은 금요일 오후 11시 30분이에요.",
                "ENGLISH | berlin | It's 7:05 AM in Berlin. | It's 11:30 PM on Friday in Berlin.",
                "CHINESE | 柏林 | 柏林现在是上午7点05分。 | 柏林现在是星期五下午11点30分。",
                "JAPANESE | ベルリン | ベルリンは今午前7時5分です。 | ベルリンは今金曜日の午後11時30分です。",
                "SPANISH | Berlín | En Berlín son las 7:05. | En Berlín son las 23:30 del viernes.",
                "FRENCH | berlin | À Berlin, il est 7 h 05. | À Berlin, il est 23 h 30, vendredi.",
                "GERMAN | Berlin | In Berlin ist es 7:05 Uhr. | In Berlin ist es Freitag, 23:30 Uhr."
            })
    void the_time_of_a_city_names_the_weekday_if_it_is_another_day_there(
            Language language, String city, String sameDay, String dayBefore) {
        Entity berlin = new Entity(Entity.CITY, "Europe/Berlin", city, 0, city.length(), 1);

        assertThat(answer("clock.time", language, "2026-11-21T15:05+09:00[Asia/Seoul]", berlin)
                        .text())
                .isEqualTo(sameDay);
        assertThat(answer("clock.time", language, "2026-11-21T07:30+09:00[Asia/Seoul]", berlin)
                        .text())
                .isEqualTo(dayBefore);
    }

    @Test
    void one_oclock_is_singular_in_Spanish() {
        assertThat(answer("clock.time", Language.SPANISH, "2026-11-21T01:05+01:00[Europe/Madrid]")
                        .text())
                .isEqualTo("Es la 1:05.");
    }

    @Test
    void the_first_of_a_month_is_an_ordinal_in_French() {
        assertThat(answer("clock.date", Language.FRENCH, "2026-11-30T12:00+01:00[Europe/Paris]", date("2026-12-01"))
                        .text())
                .isEqualTo("Demain, nous serons le mardi 1er décembre 2026.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 오늘은 2026년 11월 21일 토요일이에요. | 내일은 2026년 11월 22일 일요일이에요."
                        + " | 어제는 2026년 11월 20일 금요일이었어요. | 2026년 12월 25일 금요일이에요.",
                "ENGLISH | Today is Saturday, November 21, 2026. | Tomorrow is Sunday, November 22, 2026."
                        + " | Yesterday was Friday, November 20, 2026. | That's Friday, December 25, 2026.",
                "CHINESE | 今天是2026年11月21日星期六。 | 明天是2026年11月22日星期日。" + " | 昨天是2026年11月20日星期五。 | 那天是2026年12月25日星期五。",
                "JAPANESE | 今日は2026年11月21日土曜日です。 | 明日は2026年11月22日日曜日です。"
                        + " | 昨日は2026年11月20日金曜日でした。 | 2026年12月25日金曜日です。",
                "SPANISH | Hoy es sábado 21 de noviembre de 2026. | Mañana es domingo 22 de noviembre de 2026."
                        + " | Ayer fue viernes 20 de noviembre de 2026. | Es el viernes 25 de diciembre de 2026.",
                "FRENCH | Nous sommes le samedi 21 novembre 2026. | Demain, nous serons le dimanche 22 novembre 2026."
                        + " | Hier, nous étions le vendredi 20 novembre 2026. | C'est le vendredi 25 décembre 2026.",
                "GERMAN | Heute ist Samstag, der 21. November 2026. | Morgen ist Sonntag, der 22. November 2026."
                        + " | Gestern war Freitag, der 20. November 2026. | Das ist Freitag, der 25. Dezember 2026."
            })
    void the_date_is_told_with_its_weekday(
            Language language, String today, String tomorrow, String yesterday, String other) {
        assertThat(day("clock.date", language)).isEqualTo(today);
        assertThat(day("clock.date", language, date("2026-11-21"))).isEqualTo(today);
        assertThat(day("clock.date", language, date("2026-11-22"))).isEqualTo(tomorrow);
        assertThat(day("clock.date", language, date("2026-11-20"))).isEqualTo(yesterday);
        assertThat(day("clock.date", language, date("2026-12-25"))).isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 오늘은 토요일이에요. | 내일은 일요일이에요. | 어제는 금요일이었어요. | 2026년 12월 25일은 금요일이에요.",
                "ENGLISH | Today is Saturday. | Tomorrow is Sunday. | Yesterday was Friday."
                        + " | December 25, 2026 is a Friday.",
                "CHINESE | 今天是星期六。 | 明天是星期日。 | 昨天是星期五。 | 2026年12月25日是星期五。",
                "JAPANESE | 今日は土曜日です。 | 明日は日曜日です。 | 昨日は金曜日でした。 | 2026年12月25日は金曜日です。",
                "SPANISH | Hoy es sábado. | Mañana es domingo. | Ayer fue viernes."
                        + " | El 25 de diciembre de 2026 es viernes.",
                "FRENCH | Nous sommes samedi. | Demain, nous serons dimanche. | Hier, nous étions vendredi."
                        + " | Le 25 décembre 2026 est un vendredi.",
                "GERMAN | Heute ist Samstag. | Morgen ist Sonntag. | Gestern war Freitag."
                        + " | Der 25. Dezember 2026 ist ein Freitag."
            })
    void the_weekday_of_a_day_is_told(
            Language language, String today, String tomorrow, String yesterday, String other) {
        assertThat(day("clock.weekday", language)).isEqualTo(today);
        assertThat(day("clock.weekday", language, date("2026-11-22"))).isEqualTo(tomorrow);
        assertThat(day("clock.weekday", language, date("2026-11-20"))).isEqualTo(yesterday);
        assertThat(day("clock.weekday", language, date("2026-12-25"))).isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 호놀룰루 | 호놀룰루 현지 날짜는 2026년 11월 20일 금요일이에요. | 호놀룰루 현지 요일은 금요일이에요.",
                "ENGLISH | Honolulu | In Honolulu, today is Friday, November 20, 2026."
                        + " | In Honolulu, today is Friday.",
                "CHINESE | 檀香山 | 檀香山今天是2026年11月20日星期五。 | 檀香山今天是星期五。",
                "JAPANESE | ホノルル | ホノルルの今日の日付は2026年11月20日金曜日です。 | ホノルルでは今日は金曜日です。",
                "SPANISH | Honolulu | En Honolulu hoy es viernes 20 de noviembre de 2026."
                        + " | En Honolulu hoy es viernes.",
                "FRENCH | Honolulu | À Honolulu, nous sommes le vendredi 20 novembre 2026."
                        + " | À Honolulu, nous sommes vendredi.",
                "GERMAN | Honolulu | In Honolulu ist heute Freitag, der 20. November 2026."
                        + " | In Honolulu ist heute Freitag."
            })
    void the_day_in_a_city_may_be_another_one(Language language, String name, String date, String weekday) {
        Entity city = new Entity(Entity.CITY, "Pacific/Honolulu", name, 0, name.length(), 1);

        assertThat(day("clock.date", language, city)).isEqualTo(date);
        assertThat(day("clock.weekday", language, city)).isEqualTo(weekday);
    }

    @Test
    void programs_get_the_same_facts() {
        Entity city = new Entity(Entity.CITY, "Asia/Tokyo", "Tokyo", 0, 5, 1);

        assertThat(answer("clock.time", Language.ENGLISH, "2026-11-21T15:05+01:00[Europe/Berlin]", city)
                        .data())
                .isEqualTo(Map.of("time", "23:05", "date", "2026-11-21", "zone", "Asia/Tokyo"));
        assertThat(answer("clock.date", Language.ENGLISH, "2026-11-21T15:05+01:00[Europe/Berlin]")
                        .data())
                .isEqualTo(Map.of("date", "2026-11-21", "weekday", "SATURDAY", "zone", "Europe/Berlin"));
    }

    @Test
    void a_city_typed_in_small_letters_gets_its_capitals() {
        assertThat(Stream.of("new york", "rio de janeiro", "são paulo", "NYC", "baden-baden", "도쿄", "x")
                        .map(CityName::shown))
                .containsExactly("New York", "Rio de Janeiro", "São Paulo", "NYC", "Baden-Baden", "도쿄", "X");
    }

    @Test
    void every_language_has_every_message_and_enough_phrases() {
        assertThat(new MessageFiles().of(ClockSkill.class).gaps()).isEmpty();
        assertThat(clock.description().intents())
                .extracting(IntentExamples::intent)
                .containsExactly("clock.time", "clock.date", "clock.weekday");
        assertThat(clock.description().intents())
                .allSatisfy(intent -> assertThat(intent.phrases())
                        .hasSize(Language.values().length)
                        .allSatisfy((language, phrases) -> assertThat(phrases)
                                .hasSizeGreaterThanOrEqualTo(15)
                                .doesNotHaveDuplicates()));
    }

    private String day(String intent, Language language, Entity... entities) {
        return answer(intent, language, "2026-11-21T15:05+09:00[Asia/Seoul]", entities)
                .text();
    }

    private SkillAnswer answer(String intent, Language language, String now, Entity... entities) {
        return clock.answer(
                new SkillRequest(intent, "…", language, List.of(entities), "ada", "session", ZonedDateTime.parse(now)));
    }

    private static Entity date(String value) {
        return new Entity(Entity.DATE, value, "…", 0, 1, 1);
    }
}
