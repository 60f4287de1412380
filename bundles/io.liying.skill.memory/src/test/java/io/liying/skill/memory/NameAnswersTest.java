package io.liying.skill.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.memory.api.Fact;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.PersonContext;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Slot;
import io.liying.testkit.PersonMemoryFake;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NameAnswersTest {

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-21T15:05+09:00[Asia/Seoul]");

    private final PersonMemoryFake memory = new PersonMemoryFake();
    private final MemorySkill skill = new MemorySkill(new MessageFiles(), memory);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH | my name is Sam | my name is Sam",
                "ENGLISH | please call me mary-ann, I like that | my name is Mary-Ann",
                "ENGLISH | hi, I'm Tom | my name is Tom",
                "ENGLISH | my name is Anna and I live in Berlin | my name is Anna",
                "KOREAN | 내 이름은 지수야 | 내 이름은 지수",
                "KOREAN | 제 이름은 민준이에요 | 내 이름은 민준",
                "KOREAN | 앞으로 지민이라고 불러줘 | 내 이름은 지민",
                "KOREAN | 조이라고 불러 줘 | 내 이름은 조이",
                "CHINESE | 我叫小李 | 我的名字是小李",
                "CHINESE | 以后叫我老王就好了 | 我的名字是老王",
                "JAPANESE | 私の名前は太郎です | 私の名前は太郎",
                "JAPANESE | これからはケンって呼んでください | 私の名前はケン",
                "SPANISH | llámame Pepe, por favor | mi nombre es Pepe",
                "FRENCH | appelle-moi Jean-Luc s'il te plaît | mon nom est Jean-Luc",
                "GERMAN | du kannst mich Max nennen | mein Name ist Max",
                "GERMAN | merk dir, dass ich Paul heiße | mein Name ist Paul"
            })
    void a_name_is_kept_as_a_fact(Language language, String said, String fact) {
        ask("memory.introduce", language, said);

        assertThat(memory.facts("ada")).extracting(Fact::text).containsExactly(fact);
    }

    @Test
    void a_later_name_takes_the_place_of_an_earlier_one_in_any_language() {
        memory.remember("ada", Language.ENGLISH, "my car is in P3");
        ask("memory.introduce", Language.ENGLISH, "my name is Sam");

        SkillAnswer answer = ask("memory.remember", Language.GERMAN, "merk dir, dass mein Name Anna ist");

        assertThat(answer.text()).isEqualTo("Gut, Anna, so nenne ich dich ab jetzt.");
        assertThat(memory.facts("ada")).extracting(Fact::text).containsExactly("mein Name ist Anna", "my car is in P3");
        assertThat(ask("memory.recall", Language.ENGLISH, "what's my name?").text())
                .isEqualTo("Your name is Anna.");
    }

    @Test
    void a_name_that_was_never_told_is_not_known() {
        memory.remember("ada", Language.ENGLISH, "my dog's name is Rex");

        assertThat(ask("memory.recall", Language.ENGLISH, "what's my name?").text())
                .isEqualTo("You haven’t told me your name yet.");
        assertThat(ask("memory.recall", Language.ENGLISH, "what's my dog's name?")
                        .text())
                .isEqualTo("You told me: my dog's name is Rex");
    }

    @Test
    void somebody_elses_name_is_a_fact_like_others() {
        SkillAnswer answer = ask("memory.introduce", Language.ENGLISH, "my dog's name is Rex");

        assertThat(answer.text()).isEqualTo("I’ll remember: my dog's name is Rex");
    }

    @Test
    void a_missing_name_is_asked_for_and_taken_from_the_answer() {
        SkillAnswer question = ask("memory.introduce", Language.ENGLISH, "call me when you are ready");

        assertThat(question.text()).isEqualTo("What shall I call you?");
        assertThat(question.asksFor()).contains("name");

        Entity sam = new Entity(Slot.TEXT, "sam", "sam", 0, 3, 1);
        SkillAnswer answer = skill.answer(
                request("memory.introduce", Language.ENGLISH, "call me when you are ready sam", Map.of("name", sam)));

        assertThat(answer.text()).isEqualTo("Nice to meet you, Sam!");
    }

    private SkillAnswer ask(String intent, Language language, String said) {
        return skill.answer(request(intent, language, said, Map.of()));
    }

    private static SkillRequest request(String intent, Language language, String said, Map<String, Entity> slots) {
        return new SkillRequest(
                intent,
                said,
                language,
                List.of(),
                "ada",
                "session",
                NOW,
                slots,
                false,
                List.of(),
                PersonContext.unknown(language));
    }
}
