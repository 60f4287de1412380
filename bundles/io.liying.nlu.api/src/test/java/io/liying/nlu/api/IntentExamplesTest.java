package io.liying.nlu.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IntentExamplesTest {

    private static final IntentExamples TIMER = english("timer.set", "set a timer", "start a timer");
    private static final IntentExamples CLOCK = english("clock.time", "what time is it");

    private static IntentExamples english(String intent, String... phrases) {
        return new IntentExamples(intent, Map.of(Language.ENGLISH, List.of(phrases)));
    }

    @Test
    void own_phrases_come_behind_those_of_their_intent_and_none_stands_twice() {
        IntentExamples own = new IntentExamples(
                "timer.set",
                Map.of(
                        Language.ENGLISH, List.of("tea in five", "set a timer"),
                        Language.GERMAN, List.of("Tee in fünf")));

        assertThat(IntentExamples.withOwn(List.of(TIMER, CLOCK), List.of(own)))
                .containsExactly(
                        new IntentExamples(
                                "timer.set",
                                Map.of(
                                        Language.ENGLISH, List.of("set a timer", "start a timer", "tea in five"),
                                        Language.GERMAN, List.of("Tee in fünf"))),
                        CLOCK);
    }

    @Test
    void own_phrases_make_no_new_intent_but_those_for_none_of_them() {
        IntentExamples none = english(IntentExamples.NONE, "sing me a song");

        assertThat(IntentExamples.withOwn(List.of(CLOCK), List.of(none, english("coffee.make", "make coffee"))))
                .containsExactly(CLOCK, none);
    }
}
