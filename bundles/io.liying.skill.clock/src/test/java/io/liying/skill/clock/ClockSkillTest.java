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

    private final ClockSkill clock = new ClockSkill(new MessageFiles(), new RememberedDays(null, List.of()));

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
                .containsExactly("clock.time", "clock.date", "clock.weekday", "clock.count", "clock.difference");
        assertThat(clock.description().intents())
                .allSatisfy(intent -> assertThat(intent.phrases())
                        .hasSize(Language.values().length)
                        .allSatisfy((language, phrases) -> assertThat(phrases)
                                .hasSizeGreaterThanOrEqualTo(15)
                                .doesNotHaveDuplicates()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 크리스마스까지 며칠 남았어? | 2026년 12월 25일 금요일까지 34일 남았어요. | 몇 주 남았어?"
                        + " | 2026년 12월 25일 금요일까지 4주 6일 남았어요. | 바로 오늘이에요!",
                "ENGLISH | how many days until Christmas? | It's 34 days until Friday, December 25, 2026. | how many weeks?"
                        + " | It's 4 weeks and 6 days until Friday, December 25, 2026. | That's today!",
                "CHINESE | 离圣诞节还有几天 | 离2026年12月25日星期五还有34天。 | 还有几周 | 离2026年12月25日星期五还有4周零6天。 | 就是今天！",
                "JAPANESE | クリスマスまであと何日？ | 2026年12月25日金曜日まであと34日です。 | 何週間？" + " | 2026年12月25日金曜日まであと4週間と6日です。 | 今日ですよ！",
                "SPANISH | ¿cuántos días faltan para Navidad? | Faltan 34 días para el viernes 25 de diciembre de 2026."
                        + " | ¿cuántas semanas? | Faltan 4 semanas y 6 días para el viernes 25 de diciembre de 2026."
                        + " | ¡Es hoy!",
                "FRENCH | combien de jours avant Noël ? | Il reste 34 jours jusqu’au vendredi 25 décembre 2026."
                        + " | combien de semaines ? | Il reste 4 semaines et 6 jours jusqu’au vendredi 25 décembre 2026."
                        + " | C’est aujourd’hui\u00a0!",
                "GERMAN | wie viele Tage bis Weihnachten? | Noch 34 Tage bis Freitag, den 25. Dezember 2026."
                        + " | wie viele Wochen? | Noch 4 Wochen und 6 Tage bis Freitag, den 25. Dezember 2026."
                        + " | Das ist heute!"
            })
    void days_and_weeks_until_a_day_are_counted(
            Language language, String words, String days, String inWeeks, String weeks, String today) {
        assertThat(count(language, words, date("2026-12-25"))).isEqualTo(days);
        assertThat(count(language, inWeeks, date("2026-12-25"))).isEqualTo(weeks);
        assertThat(count(language, words, date("2026-11-21"))).isEqualTo(today);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 1월 1일부터 며칠 지났어? | 2026년 1월 1일 목요일부터 324일 지났어요. | 3월 1일부터 5월 3일까지 며칠이야?"
                        + " | 2027년 3월 1일 월요일부터 2027년 5월 3일 월요일까지 63일이에요.",
                "ENGLISH | how many days since January 1? | It's been 324 days since Thursday, January 1, 2026."
                        + " | how many days between 1 March and 3 May?"
                        + " | From Monday, March 1, 2027 to Monday, May 3, 2027 it's 63 days.",
                "CHINESE | 从1月1日到现在过了多少天？ | 从2026年1月1日星期四到今天已经324天了。 | 3月1日和5月3日之间有几天"
                        + " | 从2027年3月1日星期一到2027年5月3日星期一有63天。",
                "JAPANESE | 1月1日から何日たった？ | 2026年1月1日木曜日から324日たちました。 | 3月1日から5月3日まで何日？"
                        + " | 2027年3月1日月曜日から2027年5月3日月曜日までは63日です。",
                "SPANISH | ¿cuántos días han pasado desde el 1 de enero? | Han pasado 324 días desde el jueves 1 de enero de"
                        + " 2026. | ¿cuántos días hay entre el 1 de marzo y el 3 de mayo?"
                        + " | Del lunes 1 de marzo de 2027 al lunes 3 de mayo de 2027 hay 63 días.",
                "FRENCH | combien de jours depuis le 1er janvier ? | Il s’est écoulé 324 jours depuis le jeudi 1er janvier"
                        + " 2026. | combien de jours entre le 1er mars et le 3 mai ?"
                        + " | Du lundi 1er mars 2027 au lundi 3 mai 2027, il y a 63 jours.",
                "GERMAN | wie viele Tage seit dem 1. Januar? | Seit Donnerstag, dem 1. Januar 2026, sind 324 Tage vergangen."
                        + " | wie viele Tage liegen zwischen dem 1. März und dem 3. Mai?"
                        + " | Von Montag, dem 1. März 2027, bis Montag, den 3. Mai 2027, sind es 63 Tage."
            })
    void days_since_a_day_and_between_two_are_counted(
            Language language, String since, String passed, String between, String span) {
        assertThat(count(language, since, date("2027-01-01"))).isEqualTo(passed);
        assertThat(count(language, between, date("2027-03-01"), date("2027-05-03")))
                .isEqualTo(span);
    }

    @Test
    void days_are_counted_back_to_a_day_that_is_over() {
        assertThat(count(Language.ENGLISH, "how many days until yesterday?", date("2026-11-20")))
                .isEqualTo("It's been 1 day since Friday, November 20, 2026.");
        assertThat(count(
                        Language.ENGLISH, "how many days until the weekend?", days("2026-11-21/2026-11-23", "weekend")))
                .isEqualTo("It has already begun and lasts until Sunday, November 22, 2026.");
        assertThat(count(
                        Language.FRENCH,
                        "combien de jours avant Noël ?",
                        new Entity(Entity.DATE, "2026-12-24", "jours avant Noël", 11, 27, 1)))
                .isEqualTo("Il reste 34 jours jusqu’au vendredi 25 décembre 2026.");
        assertThat(clock.answer(counting(Language.ENGLISH, "count the days")))
                .isEqualTo(SkillAnswer.ask("day", "Until which day shall I count?"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 2027년 3월 21일 일요일부터 2027년 3월 28일 일요일까지예요.",
                "ENGLISH | From Sunday, March 21, 2027 to Sunday, March 28, 2027.",
                "CHINESE | 从2027年3月21日星期日到2027年3月28日星期日。",
                "JAPANESE | 2027年3月21日日曜日から2027年3月28日日曜日までです。",
                "SPANISH | Del domingo 21 de marzo de 2027 al domingo 28 de marzo de 2027.",
                "FRENCH | Du dimanche 21 mars 2027 au dimanche 28 mars 2027.",
                "GERMAN | Von Sonntag, dem 21. März 2027, bis Sonntag, den 28. März 2027."
            })
    void a_holiday_that_lasts_is_told_from_its_first_to_its_last_day(Language language, String expected) {
        assertThat(day("clock.date", language, days("2027-03-21/2027-03-29", "day")))
                .isEqualTo(expected);
    }

    private String count(Language language, String words, Entity... entities) {
        return clock.answer(counting(language, words, entities)).text();
    }

    private static SkillRequest counting(Language language, String words, Entity... entities) {
        return new SkillRequest(
                "clock.count",
                words,
                language,
                List.of(entities),
                "ada",
                "session",
                ZonedDateTime.parse("2026-11-21T15:05+09:00[Asia/Seoul]"));
    }

    private static Entity days(String value, String grain) {
        return new Entity(Entity.INTERVAL, value, "…", 0, 1, 1, List.of(), Map.of("grain", grain));
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
