package io.liying.speech.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.liying.i18n.api.Language;
import io.liying.speech.api.HearingOptions;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.Transcript;
import io.liying.speech.api.Transcript.Certainty;
import io.liying.speech.api.Transcript.EngineReport;
import io.liying.speech.api.Transcript.Outcome;
import io.liying.speech.api.Vocabulary;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ArbitratedRecognitionTest {

    private static final HearingOptions ENGLISH = HearingOptions.DEFAULT.in(Language.ENGLISH);

    private final FakeRecognizer sure = new FakeRecognizer("sure", Language.ENGLISH, "turn on the lights", 0.9);
    private final FakeRecognizer unsure = new FakeRecognizer("unsure", Language.ENGLISH, "turn off the lights", 0.6);

    @Test
    void the_best_engine_is_believed_and_disagreement_is_told() throws Exception {
        Transcript heard = new Ears(unsure, sure).recognition.transcribe(Ears.sentence(), ENGLISH);

        assertThat(heard.text()).isEqualTo("turn on the lights");
        assertThat(heard.engine()).isEqualTo("sure");
        assertThat(heard.certainty()).isEqualTo(Certainty.SURE);
        assertThat(heard.alternatives()).singleElement().satisfies(other -> {
            assertThat(other.text()).isEqualTo("turn off the lights");
            assertThat(other.engine()).isEqualTo("unsure");
        });
        assertThat(heard.engines())
                .extracting(EngineReport::engine, EngineReport::outcome)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("sure", Outcome.CHOSEN),
                        org.assertj.core.groups.Tuple.tuple("unsure", Outcome.DISAGREED));
    }

    @Test
    void below_the_threshold_it_is_better_to_ask_back() throws Exception {
        Transcript heard = new Ears(unsure).recognition.transcribe(Ears.sentence(), ENGLISH);

        assertThat(heard.text()).isEqualTo("turn off the lights");
        assertThat(heard.certainty()).isEqualTo(Certainty.UNSURE);
    }

    @Test
    void a_stopgap_is_asked_only_where_no_other_engine_hears_the_language() throws Exception {
        sure.stopgap = true;

        assertThat(new Ears(sure, unsure)
                        .recognition
                        .transcribe(Ears.sentence(), ENGLISH)
                        .engine())
                .isEqualTo("unsure");
        assertThat(new Ears(sure)
                        .recognition
                        .transcribe(Ears.sentence(), ENGLISH)
                        .engine())
                .isEqualTo("sure");
        assertThat(new Ears(sure, unsure)
                        .recognition
                        .transcribe(Ears.sentence(), ENGLISH.with(java.util.Set.of("sure")))
                        .engine())
                .isEqualTo("sure");
    }

    @Test
    void engines_that_agree_strengthen_one_another() throws Exception {
        FakeRecognizer second = new FakeRecognizer("second", Language.ENGLISH, "Turn off the lights!", 0.6);

        Transcript heard = new Ears(unsure, second).recognition.transcribe(Ears.sentence(), ENGLISH);

        assertThat(heard.confidence()).isCloseTo(1 - 0.4 * Math.sqrt(0.4), within(1e-9));
        assertThat(heard.certainty()).isEqualTo(Certainty.SURE);
    }

    @Test
    void confidences_are_made_comparable() throws Exception {
        Ears ears = new Ears(Duration.ofSeconds(30), List.of(), List.of("sure=1:-3"), sure, unsure);

        assertThat(ears.recognition.transcribe(Ears.sentence(), ENGLISH).engine())
                .isEqualTo("unsure");
    }

    @Test
    void a_slow_engine_does_not_hold_the_answer_back() throws Exception {
        sure.mayFinish = new CountDownLatch(1);
        Ears ears = new Ears(Duration.ofMillis(200), List.of(), List.of(), sure, unsure);

        Transcript heard = ears.recognition.transcribe(Ears.sentence(), ENGLISH);

        assertThat(heard.engine()).isEqualTo("unsure");
        assertThat(heard.engines())
                .filteredOn(report -> report.engine().equals("sure"))
                .extracting(EngineReport::outcome)
                .containsExactly(Outcome.TOO_SLOW);
        sure.mayFinish.countDown();
    }

    @Test
    void an_engine_that_fails_is_no_harm_while_another_hears() throws Exception {
        sure.broken = true;

        Transcript heard = new Ears(sure, unsure).recognition.transcribe(Ears.sentence(), ENGLISH);

        assertThat(heard.engine()).isEqualTo("unsure");
        assertThat(sure.open).isZero();
    }

    @Test
    void where_the_only_real_engine_fails_the_stopgap_hears_the_utterance() throws Exception {
        sure.broken = true;
        unsure.stopgap = true;

        Transcript heard = new Ears(sure, unsure).recognition.transcribe(Ears.sentence(), ENGLISH);

        assertThat(heard.text()).isEqualTo("turn off the lights");
        assertThat(heard.engines())
                .extracting(EngineReport::engine, EngineReport::outcome, EngineReport::note)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("unsure", Outcome.CHOSEN, ""),
                        org.assertj.core.groups.Tuple.tuple("sure", Outcome.FAILED, "engine.gone"));
    }

    @Test
    void an_engine_that_failed_is_passed_over_for_a_minute_and_stays_in_the_inspector() throws Exception {
        sure.broken = true;
        Ears ears = new Ears(sure, unsure);
        ears.recognition.transcribe(Ears.sentence(), ENGLISH);
        sure.broken = false;

        Transcript resting = ears.recognition.transcribe(Ears.sentence(), ENGLISH);
        assertThat(sure.vocabularies).hasSize(1);
        assertThat(resting.engine()).isEqualTo("unsure");
        assertThat(resting.engines())
                .extracting(EngineReport::engine, EngineReport::outcome)
                .contains(org.assertj.core.groups.Tuple.tuple("sure", Outcome.FAILED));
        assertThat(ears.recognition.problem("sure").map(SpeechException::code)).contains("engine.gone");

        ears.nanos.addAndGet(Duration.ofSeconds(61).toNanos());
        Transcript again = ears.recognition.transcribe(Ears.sentence(), ENGLISH);
        assertThat(again.engine()).isEqualTo("sure");
        assertThat(ears.recognition.problem("sure")).isEmpty();
    }

    @Test
    void an_engine_that_failed_is_asked_all_the_same_where_nobody_else_hears() throws Exception {
        sure.broken = true;
        Ears ears = new Ears(sure);
        refused(ears, ENGLISH, "engine.gone", Map.of("engine", "sure"));
        sure.broken = false;

        assertThat(ears.recognition.transcribe(Ears.sentence(), ENGLISH).engine())
                .isEqualTo("sure");
    }

    @Test
    void when_all_engines_fail_it_is_told_why() {
        sure.broken = true;

        refused(new Ears(sure), ENGLISH, "engine.gone", Map.of("engine", "sure"));
    }

    @Test
    void what_nobody_hears_is_told() {
        refused(new Ears(), HearingOptions.DEFAULT, "engine.none", Map.of());
        refused(
                new Ears(sure),
                HearingOptions.DEFAULT.in(Language.JAPANESE),
                "language.unheard",
                Map.of("language", "ja"));
        refused(
                new Ears(sure),
                HearingOptions.DEFAULT.with(Set.of("other")),
                "engine.unknown",
                Map.of("engine", "other", "known", "sure"));
    }

    @Test
    void silence_never_reaches_an_engine() throws Exception {
        Transcript heard = new Ears(sure).recognition.transcribe(Ears.silence(5000), ENGLISH);

        assertThat(heard.text()).isEmpty();
        assertThat(heard.certainty()).isEqualTo(Certainty.NOTHING);
        assertThat(sure.vocabularies).isEmpty();
    }

    @Test
    void two_utterances_are_heard_apart_and_their_words_keep_their_times() throws Exception {
        List<Transcript> heard =
                new Ears(sure).recognition.utterances(Ears.joined(Ears.sentence(), Ears.sentence()), ENGLISH);

        assertThat(heard).hasSize(2);
        assertThat(heard.getFirst().words().getFirst().start()).isEqualTo(Duration.ofMillis(480));
        assertThat(heard.getLast().words().getFirst().start()).isEqualTo(Duration.ofMillis(3488));
    }

    @Test
    void without_a_language_the_model_of_every_language_listens() throws Exception {
        FakeRecognizer korean = new FakeRecognizer("korean", Language.KOREAN, "불 켜 줘", 0.95);

        Transcript heard = new Ears(sure, korean).recognition.transcribe(Ears.sentence(), HearingOptions.DEFAULT);

        assertThat(heard.language()).isEqualTo(Language.KOREAN);
        assertThat(heard.text()).isEqualTo("불 켜 줘");
    }

    @Test
    void engines_are_told_what_will_probably_be_said() throws Exception {
        Ears ears = new Ears(sure);
        ears.recognition.add(language -> List.of("what time is it"));

        ears.recognition.transcribe(
                Ears.sentence(), ENGLISH.with(new Vocabulary(List.of("kitchen"), Vocabulary.Use.HINT)));

        assertThat(sure.vocabularies)
                .containsExactly(new Vocabulary(List.of("kitchen", "what time is it"), Vocabulary.Use.HINT));
    }

    @Test
    void invented_text_is_rejected_with_its_reason() throws Exception {
        FakeRecognizer inventor = new FakeRecognizer("inventor", Language.ENGLISH, "no no no no no no no", 0.4);

        Transcript heard = new Ears(inventor).recognition.transcribe(Ears.sentence(), ENGLISH);

        assertThat(heard.text()).isEmpty();
        assertThat(heard.certainty()).isEqualTo(Certainty.NOTHING);
    }

    private static void refused(Ears ears, HearingOptions options, String code, Map<String, Object> details) {
        assertThatThrownBy(() -> ears.recognition.transcribe(Ears.sentence(), options))
                .isInstanceOfSatisfying(SpeechException.class, problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.details()).isEqualTo(details);
                });
    }
}
