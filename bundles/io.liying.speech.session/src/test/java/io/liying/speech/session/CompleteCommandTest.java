package io.liying.speech.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.testkit.ManualClock;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CompleteCommandTest {

    private final CompleteCommand complete = Commands.complete();

    @ParameterizedTest
    @CsvSource({
        "what time is it, true",
        "set a timer for five minutes, true",
        "5분 타이머 맞춰 줘, true",
        "set a timer, false",
        "set a timer for five, false",
        "wake me at seven, false",
        "wake me at seven please, true",
        "take a note, false",
        "perhaps the time, false",
        "tell me a story, false"
    })
    void a_command_is_whole_when_nothing_is_missing_and_nothing_is_open(String text, boolean whole) {
        assertThat(complete.test(text, Language.ENGLISH)).isEqualTo(whole);
    }

    @Test
    void without_entities_nothing_is_certain() {
        CompleteCommand blind = new CompleteCommand(new Commands(), ManualClock.at("2026-11-21T12:00:00Z[UTC]"));

        assertThat(blind.test("what time is it", Language.ENGLISH)).isFalse();
    }
}
