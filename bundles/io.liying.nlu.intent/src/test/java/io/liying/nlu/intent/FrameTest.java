package io.liying.nlu.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.nlu.api.MarkedPhrase;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FrameTest {

    @Test
    void a_frame_is_the_phrase_without_its_values() {
        assertThat(Frame.of(MarkedPhrase.parse("timer [tea](name) for [five minutes](duration) please")))
                .isEqualTo("timer   for   please");
    }

    @Test
    void a_phrase_without_values_or_with_hardly_more_has_none() {
        assertThat(Frame.of(MarkedPhrase.parse("what time is it"))).isEmpty();
        assertThat(Frame.of(MarkedPhrase.parse("[123 곱하기 456](expression)은?"))).isEmpty();
    }
}
