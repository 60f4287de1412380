package io.liying.nlu.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.IntentResult;
import io.liying.nlu.api.Ranked;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LinearIntentTrainerTest {

    private final LinearIntentTrainer trainer = new LinearIntentTrainer(0.5);

    @ParameterizedTest
    @EnumSource(Language.class)
    void without_intents_every_text_is_none_of_these(Language language) {
        IntentResult result = trainer.train(List.of()).classify("what time is it", language);

        assertThat(result.intent()).isEmpty();
        assertThat(result.confidence()).isEqualTo(1);
        assertThat(result.alternatives()).isEmpty();
    }

    @Test
    void an_intent_is_unknown_in_a_language_that_it_has_no_phrases_in() {
        IntentModel model = trainer.train(List.of(
                new IntentExamples("x.y", Map.of(Language.ENGLISH, List.of("do the thing", "the thing please")))));

        assertThat(model.classify("do the thing", Language.GERMAN).intent()).isEmpty();
        assertThat(model.classify("please do the thing", Language.ENGLISH).intent())
                .contains("x.y");
    }

    @Test
    void what_did_not_change_is_taken_over_and_what_was_in_use_is_ready() {
        IntentExamples first = new IntentExamples(
                "x.y",
                Map.of(
                        Language.ENGLISH, List.of("do the thing", "the thing please"),
                        Language.GERMAN, List.of("mach das Ding", "das Ding bitte")));
        IntentExamples second = new IntentExamples("z.z", Map.of(Language.GERMAN, List.of("etwas anderes", "anders")));
        TrainedIntents before = (TrainedIntents) trainer.train(List.of(first));
        before.classify("mach das Ding", Language.GERMAN);

        TrainedIntents after = (TrainedIntents) trainer.train(List.of(first, second), before);

        assertThat(after.used()).containsExactly(Language.GERMAN);
        assertThat(after.classify("etwas anderes", Language.GERMAN).intent()).contains("z.z");
        before.classify("do the thing", Language.ENGLISH);
        assertThat(after.used()).containsExactlyInAnyOrder(Language.GERMAN, Language.ENGLISH);
    }

    @Test
    void a_few_sentences_for_none_of_these_are_learnt_beside_the_everyday_ones() {
        IntentExamples tea = new IntentExamples(
                "tea.make", Map.of(Language.ENGLISH, List.of("make tea", "a cup of tea", "I want tea", "tea please")));
        IntentExamples none = new IntentExamples(
                IntentExamples.NONE,
                Map.of(Language.ENGLISH, List.of("I want tea towels"), Language.GERMAN, List.of("ein Geschirrtuch")));
        IntentModel before = trainer.train(List.of(tea));
        IntentModel after = trainer.train(List.of(tea, none));

        assertThat(before.classify("I want tea towels", Language.ENGLISH).intent())
                .contains("tea.make");
        assertThat(after.classify("I want tea towels", Language.ENGLISH).intent())
                .isEmpty();
        assertThat(after.classify("I want tea", Language.ENGLISH).intent()).contains("tea.make");
        assertThat(after.classify("what's the capital of Peru", Language.ENGLISH)
                        .intent())
                .isEmpty();
        assertThat(after.classify("ein Geschirrtuch", Language.GERMAN))
                .isEqualTo(new IntentResult(Optional.empty(), 1, List.of()));
    }

    @Test
    void an_intent_with_few_of_many_phrases_is_not_drowned_by_the_others() {
        List<String> often = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            often.add(i % 30 == 0 ? "maybe" : "alpha " + i % 50);
        }
        List<String> seldom = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            seldom.add(i % 2 == 0 ? "maybe" : "beta " + i % 50);
        }
        IntentModel model = trainer.train(List.of(
                new IntentExamples("often", Map.of(Language.ENGLISH, often)),
                new IntentExamples("seldom", Map.of(Language.ENGLISH, seldom))));

        assertThat(model.classify("maybe", Language.ENGLISH).intent()).contains("seldom");
        assertThat(model.classify("alpha 7", Language.ENGLISH).intent()).contains("often");
    }

    @Test
    void two_entries_with_one_name_are_refused() {
        IntentExamples once = new IntentExamples("timer.set", Map.of());

        assertThatThrownBy(() -> trainer.train(List.of(once, once)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the intent \"timer.set\" is given twice");
    }

    @Test
    void a_malformed_mark_is_refused_at_once_with_its_intent_and_language() {
        IntentExamples wrong =
                new IntentExamples("timer.set", Map.of(Language.FRENCH, List.of("minuteur [5 minutes]")));

        assertThatThrownBy(() -> trainer.train(List.of(wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("intent \"timer.set\" in fr: the slot mark in \"minuteur [5 minutes]\" is malformed:"
                        + " no \"(slot)\" directly after \"]\"; write [five minutes](duration)");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void a_threshold_that_is_no_probability_is_refused(double threshold) {
        assertThatThrownBy(() -> new LinearIntentTrainer(threshold))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nlu: intent_threshold is " + threshold + "; it must be between 0 and 1");
    }

    @Test
    void the_same_phrases_give_the_same_model_in_any_order() {
        List<IntentExamples> shuffled = new ArrayList<>(PhraseFiles.intents());
        Collections.shuffle(shuffled, new Random(7));
        IntentModel first = trainer.train(PhraseFiles.intents());
        IntentModel second = trainer.train(shuffled);

        for (Language language : Language.values()) {
            PhraseFiles.unseen(language)
                    .values()
                    .forEach(texts -> texts.forEach(text ->
                            assertThat(second.classify(text, language)).isEqualTo(first.classify(text, language))));
        }
    }

    @Test
    void a_model_does_not_change_when_another_is_trained_before_its_first_use() {
        List<IntentExamples> more = new ArrayList<>(PhraseFiles.intents());
        more.add(PhraseFiles.weather());
        IntentModel before = trainer.train(PhraseFiles.intents());
        IntentModel after = trainer.train(more);

        assertThat(after.classify("is it going to rain", Language.ENGLISH).intent())
                .contains("weather.now");
        assertThat(before.classify("is it going to rain", Language.ENGLISH).intent())
                .isEmpty();
    }

    @Test
    void a_higher_threshold_makes_more_texts_none_of_these() {
        String text = "hay un temporizador en marcha";
        IntentModel careful = new LinearIntentTrainer(1).train(PhraseFiles.intents());
        IntentModel bold = new LinearIntentTrainer(0).train(PhraseFiles.intents());

        assertThat(careful.classify(text, Language.SPANISH).intent()).isEmpty();
        assertThat(bold.classify(text, Language.SPANISH).intent()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void alternatives_are_the_five_next_likeliest_intents(Language language) {
        IntentModel model = trainer.train(PhraseFiles.intents());
        PhraseFiles.unseen(language)
                .values()
                .forEach(texts -> texts.forEach(text -> {
                    IntentResult result = model.classify(text, language);

                    assertThat(result.alternatives())
                            .hasSize(5)
                            .isSortedAccordingTo((a, b) -> Double.compare(b.confidence(), a.confidence()));
                    assertThat(result.alternatives())
                            .extracting(Ranked::value)
                            .doesNotHaveDuplicates()
                            .doesNotContain(result.intent().orElse("none"));
                    double sum = result.confidence()
                            + result.alternatives().stream()
                                    .mapToDouble(Ranked::confidence)
                                    .sum();
                    assertThat(sum).isLessThan(1.0001);
                }));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void text_without_words_is_none_of_these(Language language) {
        IntentModel model = trainer.train(PhraseFiles.intents());

        for (String text : List.of("", " ", "…", "😀", "?!", "x".repeat(10_000))) {
            assertThat(model.classify(text, language).intent()).as(text).isEmpty();
        }
    }
}
