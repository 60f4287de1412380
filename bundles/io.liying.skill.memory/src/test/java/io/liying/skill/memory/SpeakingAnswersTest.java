package io.liying.skill.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.memory.api.Speaking;
import io.liying.skill.api.SkillRequest;
import io.liying.testkit.PersonMemoryFake;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpeakingAnswersTest {

    private final PersonMemoryFake memory = new PersonMemoryFake();
    private final MemorySkill skill = new MemorySkill(new MessageFiles(), memory);

    private String say(String person, Language language, String text) {
        return skill.answer(new SkillRequest(
                        "memory.speaking",
                        text,
                        language,
                        List.of(),
                        person,
                        "s1",
                        ZonedDateTime.parse("2026-11-21T15:05+09:00[Asia/Seoul]")))
                .text();
    }

    private Speaking of(String person, Language language) {
        return memory.preferences(person).speaking(language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH|speak slower|you talk too slowly|louder please|you are too loud|use a deeper voice|that is too deep",
                "KOREAN|더 천천히 말해 줘|말이 너무 느려|더 크게 말해 줘|목소리가 너무 커|더 낮은 목소리로|목소리가 너무 낮아",
                "CHINESE|说慢一点|你说得太慢了|大声一点|你的声音太大了|声音低沉一点|声音太低了",
                "JAPANESE|ゆっくり話して|遅すぎるよ|大きな声で話して|声が大きすぎる|低い声で話して|声が低すぎる",
                "SPANISH|habla más despacio|hablas demasiado despacio|habla más alto|hablas demasiado alto|voz más grave|demasiado grave",
                "FRENCH|parle plus lentement|tu parles trop lentement|parle plus fort|tu parles trop fort|voix plus grave|trop grave",
                "GERMAN|sprich langsamer|du sprichst zu langsam|sprich lauter|nicht so laut|tiefere Stimme|zu tief"
            })
    void a_wish_changes_the_voice_by_a_step_and_its_opposite_takes_it_back(
            Language language, String slower, String slow, String louder, String loud, String lower, String low) {
        say("ann", language, slower);
        say("ann", language, louder);
        say("ann", language, lower);

        assertThat(of("ann", language)).isEqualTo(new Speaking(Optional.empty(), 0.8, 1.25, 0.87));
        assertThat(of("bob", language)).isEqualTo(Speaking.NORMAL);

        say("ann", language, slow);
        say("ann", language, loud);
        say("ann", language, low);

        assertThat(of("ann", language)).isEqualTo(Speaking.NORMAL);
    }

    @Test
    void normal_speed_leaves_the_volume_and_the_voice_as_they_are() {
        memory.prefer(
                "ann", kept -> kept.withSpeaking(Language.ENGLISH, new Speaking(Optional.of("x/en"), 2, 1.5, 1.2)));

        assertThat(say("ann", Language.ENGLISH, "normal speed")).isEqualTo("All right, I’ll speak as usual again.");
        assertThat(of("ann", Language.ENGLISH)).isEqualTo(new Speaking(Optional.of("x/en"), 1, 1.5, 1.2));

        say("ann", Language.ENGLISH, "speak as usual");
        assertThat(of("ann", Language.ENGLISH)).isEqualTo(new Speaking(Optional.of("x/en"), 1, 1, 1));
    }

    @Test
    void a_voice_goes_only_so_far() {
        for (int i = 0; i < 10; i++) {
            say("ann", Language.ENGLISH, "slower");
        }

        assertThat(say("ann", Language.ENGLISH, "slower")).isEqualTo("That is as far as my voice goes.");
        assertThat(of("ann", Language.ENGLISH).rate()).isEqualTo(0.25);
    }

    @Test
    void what_is_unclear_is_asked() {
        assertThat(say("ann", Language.ENGLISH, "speak differently"))
                .isEqualTo("Slower, faster, louder, quieter, higher, deeper, or as usual?");
        assertThat(of("ann", Language.ENGLISH)).isEqualTo(Speaking.NORMAL);
    }
}
