package io.liying.skill.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.nlu.entity.LexiconEntityExtractor;
import io.liying.skill.api.SkillRequest;
import io.liying.testkit.PersonMemoryFake;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MonthLengthTest {

    private final LexiconEntityExtractor extractor = new LexiconEntityExtractor();
    private final ClockSkill clock = new ClockSkill(new MessageFiles(), new PersonMemoryFake(), extractor);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH | how many days are there in february | February 2027 has 28 days.",
                "ENGLISH | how many days does this month have? | November 2026 has 30 days.",
                "ENGLISH | february has how many days | February 2027 has 28 days.",
                "KOREAN | 2월은 며칠까지야? | 2027년 2월은 28일까지 있어요.",
                "CHINESE | 二月有多少天？ | 2027年2月有28天。",
                "JAPANESE | 2月は何日まで？ | 2027年2月は28日まであります。",
                "SPANISH | ¿cuántos días tiene febrero? | Hay 28 días en febrero de 2027.",
                "FRENCH | combien de jours y a-t-il en février ? | Il y a 28 jours en février 2027.",
                "GERMAN | wie viele Tage hat der Februar | Der Februar 2027 hat 28 Tage."
            })
    void a_month_is_as_long_as_the_calendar_says(Language language, String question, String answer) {
        assertThat(ask(language, question, "2026-11-21T15:05+09:00[Asia/Seoul]"))
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-11-21T15:05+09:00[Asia/Seoul] | February 2028 has 29 days.",
                "2028-02-03T15:05+09:00[Asia/Seoul] | February 2028 has 29 days.",
                "2028-03-01T15:05+09:00[Asia/Seoul] | February 2029 has 28 days."
            })
    void the_next_february_may_be_in_a_leap_year(String now, String answer) {
        assertThat(ask(Language.ENGLISH, "how many days are there in february?", now))
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH | how many days until february?",
                "KOREAN | 2월까지 며칠 남았어?",
                "CHINESE | 离二月还有几天？",
                "JAPANESE | 2月まであと何日？",
                "SPANISH | ¿cuántos días faltan para febrero?",
                "FRENCH | combien de jours jusqu'en février ?",
                "GERMAN | wie viele Tage sind es noch bis Februar?"
            })
    void the_days_until_a_month_are_counted_as_before(Language language, String question) {
        assertThat(ask(language, question, "2026-11-21T15:05+09:00[Asia/Seoul]"))
                .contains("72");
    }

    private String ask(Language language, String question, String at) {
        ZonedDateTime now = ZonedDateTime.parse(at);
        return clock.answer(new SkillRequest(
                        "clock.count",
                        question,
                        language,
                        extractor.extract(question, language, now),
                        "ada",
                        "session",
                        now))
                .text();
    }
}
