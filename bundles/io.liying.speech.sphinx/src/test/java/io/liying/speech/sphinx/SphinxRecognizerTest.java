package io.liying.speech.sphinx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.RecognitionResult;
import io.liying.speech.api.RecognizedWord;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.SpeechRecognizer;
import io.liying.speech.api.Vocabulary;
import io.liying.testkit.speech.TinyVosk;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SphinxRecognizerTest {

    private static final Vocabulary EXPECTED = new Vocabulary(
            List.of(
                    "Set a timer for 5 minutes!",
                    "set a timer for thirty seconds",
                    "cancel the timer",
                    "turn on the lights",
                    "turn off the lights",
                    "What time is it?",
                    "thank you",
                    "stop",
                    "xyzzyplugh the lights"),
            Vocabulary.Use.HINT);

    /** Loading takes seconds, so all tests share one. */
    private static final SphinxRecognizer SPHINX = new SphinxRecognizer(true, 100, 1);

    @AfterAll
    static void stop() {
        SPHINX.stop();
    }

    private static RecognitionResult hear(String recording) throws SpeechException {
        return hear(TinyVosk.recording("en", recording).samples());
    }

    private static RecognitionResult hear(short[] samples) throws SpeechException {
        try (SpeechRecognizer.Stream stream = SPHINX.open(Language.ENGLISH, EXPECTED, text -> {})) {
            for (int at = 0; at < samples.length; at += 1600) {
                stream.accept(Audio.heard(Arrays.copyOfRange(samples, at, Math.min(at + 1600, samples.length))));
            }
            return stream.finish();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timer-five-minutes",
                "timer-thirty-seconds",
                "cancel-the-timer",
                "lights-on",
                "lights-off",
                "what-time-is-it",
                "thank-you",
                "stop"
            })
    void expected_phrases_are_heard_word_for_word(String recording) throws Exception {
        RecognitionResult result = hear(recording);

        assertThat(result.text()).isEqualTo(TinyVosk.recording("en", recording).text());
        assertThat(result.confidence()).isGreaterThanOrEqualTo(0.7);
        assertThat(result.words())
                .isSortedAccordingTo(Comparator.comparing(RecognizedWord::start))
                .allSatisfy(word -> assertThat(word.end()).isGreaterThan(word.start()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum", "hello", "silence", "noise"})
    void other_speech_silence_and_noise_give_nothing(String recording) throws Exception {
        assertThat(hear(recording).text()).isEmpty();
    }

    @Test
    void what_is_expected_beside_other_speech_is_not_believed() throws Exception {
        short[] other = TinyVosk.recording("en", "hello").samples();
        short[] stop = TinyVosk.recording("en", "stop").samples();
        short[] both = Arrays.copyOf(other, other.length + stop.length);
        System.arraycopy(stop, 0, both, other.length, stop.length);

        assertThat(hear(both).confidence()).isLessThan(0.7);
    }

    @Test
    void among_many_phrases_none_is_sure_enough_to_be_acted_on() {
        assertThat(Heard.trust(20)).isGreaterThan(0.7);
        assertThat(Heard.trust(21)).isLessThan(0.7);
    }

    @Test
    void so_many_are_heard_at_once_and_a_further_one_is_refused() throws Exception {
        try (SpeechRecognizer.Stream first = SPHINX.open(Language.ENGLISH, EXPECTED, text -> {})) {
            assertThatThrownBy(() -> SPHINX.open(Language.ENGLISH, EXPECTED, text -> {}))
                    .isInstanceOfSatisfying(SpeechException.class, problem -> {
                        assertThat(problem.code()).isEqualTo("engine.busy");
                        assertThat(problem.details()).isEqualTo(Map.of("engine", "sphinx"));
                    });
            assertThat(first.finish().text()).isEmpty();
        }
        assertThat(SPHINX.decoders().free()).isOne();
    }

    @Test
    void it_hears_english_only_and_nothing_where_it_is_switched_off() {
        assertThat(SPHINX.languages()).containsExactly(Language.ENGLISH);
        assertThat(SPHINX.stopgap()).isTrue();
        assertThatThrownBy(() -> SPHINX.open(Language.KOREAN, EXPECTED, text -> {}))
                .hasMessage("language.unheard{language=ko}");
        assertThat(new SphinxRecognizer(false, 100, 1).languages()).isEmpty();
    }
}
