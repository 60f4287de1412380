package io.liying.skill.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.nlu.entity.LexiconEntityExtractor;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillRequest;
import io.liying.testkit.PersonMemoryFake;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RememberedDaysTest {

    private static final String QUESTION = "Until which day shall I count?";

    private final PersonMemoryFake memory = new PersonMemoryFake();
    private final ClockSkill clock = new ClockSkill(new MessageFiles(), memory, new LexiconEntityExtractor());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH | my birthday is on March 5th 1990 | how many days until my birthday? | 2027-03-05",
                "ENGLISH | Anna's birthday is on 9 June | how many days until Anna's birthday? | 2027-06-09",
                "ENGLISH | we celebrate our wedding anniversary on 21 November | days to our anniversary | 2026-11-21",
                "ENGLISH | the exam is on 12 December at 9am | how many days until the exam? | 2026-12-12",
                "ENGLISH | the opening is on 3 May 2025 | how many days since the opening? | 2025-05-03",
                "KOREAN | 내 생일은 3월 5일이야 | 생일까지 며칠 남았어? | 2027-03-05",
                "KOREAN | 엄마 생신은 6월 9일이에요 | 엄마 생신까지 며칠 남았어요? | 2027-06-09",
                "CHINESE | 我的生日是3月5号 | 离我的生日还有几天？ | 2027-03-05",
                "JAPANESE | 私の誕生日は3月5日です | 誕生日まであと何日？ | 2027-03-05",
                "SPANISH | el examen es el 12 de diciembre | ¿cuántos días faltan para mi examen? | 2026-12-12",
                "FRENCH | l'examen est le 12 décembre | il reste combien de jours avant l'examen ? | 2026-12-12",
                "GERMAN | Annas Geburtstag ist am 9. Juni | wie viele Tage noch bis zu Annas Geburtstag? | 2027-06-09",
                "GERMAN | ich habe am 5. März Geburtstag | in wie vielen Tagen ist mein Geburtstag? | 2027-03-05"
            })
    void a_remembered_day_is_counted_to(Language language, String fact, String question, String day) {
        memory.remember("ada", language, fact);

        assertThat(ask(clock, language, question).data()).containsEntry("date", day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Anna's birthday is on 9 June | how many days until my birthday?",
                "my birthday is on 9 June | how many days until Anna's birthday?",
                "my birthday is in June | how many days until my birthday?",
                "my car is in P3 | how many days until my car?",
                "the exam is on 12 December | how many days?"
            })
    void another_fact_is_no_answer(String fact, String question) {
        memory.remember("ada", Language.ENGLISH, fact);

        assertThat(ask(clock, Language.ENGLISH, question).text()).isEqualTo(QUESTION);
    }

    @Test
    void of_two_birthdays_the_persons_own_is_meant() {
        memory.remember("ada", Language.ENGLISH, "my birthday is on March 5th");
        memory.remember("ada", Language.ENGLISH, "my mom's birthday is on 9 June");

        assertThat(ask(clock, Language.ENGLISH, "how many days until my birthday?")
                        .text())
                .isEqualTo("It's 104 days until Friday, March 5, 2027.");
    }

    @Test
    void the_facts_of_another_person_stay_hers() {
        memory.remember("bob", Language.ENGLISH, "my birthday is on March 5th");

        assertThat(ask(clock, Language.ENGLISH, "how many days until my birthday?")
                        .text())
                .isEqualTo(QUESTION);
    }

    @Test
    void without_a_memory_the_day_is_asked_for() {
        ClockSkill alone =
                new ClockSkill(new MessageFiles(), new RememberedDays(null, List.of(new LexiconEntityExtractor())));

        SkillAnswer answer = ask(alone, Language.ENGLISH, "how many days until my birthday?");

        assertThat(answer.text()).isEqualTo(QUESTION);
        assertThat(answer.asksFor()).contains("day");
    }

    private static SkillAnswer ask(ClockSkill clock, Language language, String question) {
        ZonedDateTime now = ZonedDateTime.parse("2026-11-21T15:05+09:00[Asia/Seoul]");
        return clock.answer(new SkillRequest("clock.count", question, language, List.of(), "ada", "session", now));
    }
}
