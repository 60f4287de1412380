package io.liying.speech.core.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.speech.api.VoiceActivityDetector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SegmenterTest {

    private static final Pauses PAUSES = new Pauses(
            Duration.ofMillis(800),
            Duration.ofMillis(1600),
            Duration.ofMillis(300),
            Duration.ofMillis(500),
            Duration.ZERO,
            Duration.ofSeconds(10));

    private Segmenter segmenter = new Segmenter(PAUSES, 0.5);
    private final List<String> told = new ArrayList<>();
    private int frame;

    @Test
    void an_utterance_has_half_a_second_before_its_first_sound() {
        say(0, 50);
        say(1, 20);
        say(0, 40);

        assertThat(told).containsExactly("begin at 1088 with 24 frames", "end at 3040");
    }

    @Test
    void a_click_is_no_utterance() {
        say(0, 20);
        say(1, 3);
        say(0, 60);

        assertThat(told).isEmpty();
    }

    @Test
    void a_pause_within_a_sentence_does_not_end_it() {
        say(1, 20);
        say(0, 20);
        say(1, 20);
        say(0, 40);

        assertThat(told).containsExactly("begin at 0 with 8 frames", "end at 2720");
    }

    @Test
    void the_answer_to_a_question_may_pause_longer_once() {
        segmenter.asked();
        say(1, 20);
        say(0, 40);
        say(1, 20);
        say(0, 60);
        say(1, 20);
        say(0, 40);

        assertThat(told).hasSize(4).startsWith("begin at 0 with 8 frames", "end at 4160");
    }

    @Test
    void a_speech_without_end_is_cut() {
        say(1, 700);

        assertThat(told).contains("end at 10016");
    }

    @Test
    void nobody_speaking_is_told_once_in_each_waiting() {
        segmenter = new Segmenter(
                new Pauses(
                        PAUSES.end(),
                        PAUSES.answerEnd(),
                        PAUSES.shortest(),
                        PAUSES.around(),
                        Duration.ofSeconds(2),
                        PAUSES.longest()),
                0.5);

        say(0, 200);
        say(1, 20);
        say(0, 40);
        say(0, 100);

        assertThat(told).filteredOn("timed out"::equals).hasSize(2);
    }

    @Test
    void the_end_of_the_sound_ends_the_utterance() {
        say(1, 20);
        segmenter.flush().forEach(this::tell);

        assertThat(told).containsExactly("begin at 0 with 8 frames", "end at 640");
    }

    private void say(double probability, int frames) {
        for (int i = 0; i < frames; i++) {
            frame++;
            segmenter
                    .accept(new short[VoiceActivityDetector.FRAME_SAMPLES], probability)
                    .forEach(this::tell);
        }
    }

    private void tell(Segmenter.Step step) {
        switch (step) {
            case Segmenter.Step.Begin(Duration at, List<short[]> frames) ->
                told.add("begin at %d with %d frames".formatted(at.toMillis(), frames.size()));
            case Segmenter.Step.End(Duration at) -> told.add("end at " + at.toMillis());
            case Segmenter.Step.TimedOut ignored -> told.add("timed out");
            case Segmenter.Step.More ignored -> assertThat(frame).isPositive();
        }
    }
}
