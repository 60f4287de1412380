package io.liying.skill.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.skill.api.Words;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FactTextTest {

    private final FactText facts = new FactText(Words.beside(MemorySkill.class), new MemoryWords());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH | my birthday is on March 5th, remember that | my birthday is on March 5th",
                "ENGLISH | my car is in P3 please remember | my car is in P3",
                "ENGLISH | my car is in P3. Please remember that for me. | my car is in P3",
                "ENGLISH | remember that I like tea, don't forget that | I like tea",
                "ENGLISH | remember that my car is in P3 | my car is in P3",
                "KOREAN | 내 생일은 3월 5일이야 기억해줘 | 내 생일은 3월 5일이야",
                "KOREAN | 내 차는 P3에 있어. 꼭 기억해 주세요 | 내 차는 P3에 있어",
                "KOREAN | 내 차는 P3에 있다고 기억해 줘 | 내 차는 P3에 있다",
                "CHINESE | 我的车停在P3，帮我记住 | 我的车停在P3",
                "CHINESE | 请记住我的车停在P3 | 我的车停在P3",
                "JAPANESE | 車はP3に停めました。覚えておいてください | 車はP3に停めました",
                "JAPANESE | 車はP3にあると覚えて | 車はP3にある",
                "SPANISH | mi coche está en P3, recuérdalo por favor | mi coche está en P3",
                "FRENCH | ma voiture est au P3, retiens-le s'il te plaît | ma voiture est au P3",
                "GERMAN | mein Auto steht in P3, merk dir das bitte | mein Auto steht in P3",
                "GERMAN | mein Auto steht in P3, kannst du dir das merken? | mein Auto steht in P3"
            })
    void the_fact_stands_before_the_order_or_after_it(Language language, String said, String fact) {
        assertThat(facts.in(said, language)).contains(fact);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH | remember that",
                "ENGLISH | can you remember that?",
                "ENGLISH | I want you to remember this",
                "KOREAN | 이거 기억해 줘",
                "CHINESE | 请你帮我记住",
                "JAPANESE | それを覚えて",
                "SPANISH | ¿puedes recordarlo?",
                "FRENCH | tu peux retenir ça ?",
                "GERMAN | kannst du dir das merken?"
            })
    void an_order_alone_has_no_fact(Language language, String said) {
        assertThat(facts.in(said, language)).isEmpty();
    }
}
