package io.liying.nlu.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.IntentModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeaningTest {

    private static final String UNSEEN = "rouse us";

    private final ConceptEmbedder embedder = new ConceptEmbedder();
    private final LinearIntentTrainer trainer = new LinearIntentTrainer(0.5);

    @AfterEach
    void stop() {
        trainer.deactivate();
    }

    @Test
    void a_word_that_means_the_same_as_a_learnt_one_is_understood() {
        trainer.addEmbedder(embedder);

        IntentModel model = trainer.trainFully(examples());

        assertThat(model.classify(UNSEEN, Language.ENGLISH).intent()).contains("alarm.set");
    }

    @Test
    void words_alone_do_not_know_it() {
        IntentModel model = trainer.trainFully(examples());

        assertThat(model.classify(UNSEEN, Language.ENGLISH).intent()).isNotEqualTo(Optional.of("alarm.set"));
    }

    @Test
    void the_first_text_is_answered_by_words_and_lets_the_meaning_be_learnt() throws Exception {
        trainer.addEmbedder(embedder);
        IntentModel model = trainer.train(examples());

        assertThat(model.classify("wake me up please", Language.ENGLISH).intent())
                .contains("alarm.set");

        assertThat(embedder.asked.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void words_answer_while_the_network_is_not_loaded_and_when_it_has_gone() {
        trainer.addEmbedder(embedder);
        IntentModel model = trainer.trainFully(examples());
        Optional<String> before = model.classify(UNSEEN, Language.ENGLISH).intent();

        embedder.ready = false;
        Optional<String> loading = model.classify(UNSEEN, Language.ENGLISH).intent();
        embedder.ready = true;
        trainer.removeEmbedder(embedder);
        Optional<String> gone = model.classify(UNSEEN, Language.ENGLISH).intent();

        assertThat(before).contains("alarm.set");
        assertThat(List.of(loading, gone)).doesNotContain(Optional.of("alarm.set"));
        assertThat(model.classify("play a song", Language.ENGLISH).intent()).contains("music.play");
    }

    @Test
    void sentences_that_are_given_for_none_of_these_are_refused() {
        List<IntentExamples> examples = new ArrayList<>(examples());
        examples.add(new IntentExamples(
                IntentExamples.NONE,
                Map.of(
                        Language.ENGLISH,
                        List.of("who is the queen", "what is a quark", "tell me of rome", "how tall is the queen"))));

        IntentModel model = trainer.trainFully(examples);

        assertThat(model.classify("what is the queen of rome", Language.ENGLISH).intent())
                .isEmpty();
        assertThat(model.classify("what is the queen of rome", Language.ENGLISH).alternatives())
                .noneMatch(alternative -> alternative.value().equals(IntentExamples.NONE));
        assertThat(model.classify("play a song", Language.ENGLISH).intent()).contains("music.play");
    }

    @Test
    void the_words_that_speak_for_an_intent_are_told() {
        IntentModel model = trainer.trainFully(examples());

        var words = model.explain("Play the song", Language.ENGLISH, "music.play");

        assertThat(words).extracting(word -> word.word()).containsExactly("Play", "the", "song");
        assertThat(words.get(0).weight()).isGreaterThan(words.get(1).weight());
        assertThat(words.get(2).weight()).isGreaterThan(0);
        assertThat(model.explain("Play the song", Language.ENGLISH, "no.intent"))
                .isEmpty();
    }

    private static List<IntentExamples> examples() {
        return List.of(
                english(
                        "alarm.set",
                        "wake me up",
                        "wake us at six",
                        "wake them early",
                        "set an alarm",
                        "an alarm for six",
                        "the alarm at seven",
                        "make it wake me",
                        "alarm for monday please"),
                english(
                        "music.play",
                        "play a song",
                        "play the song again",
                        "start the music",
                        "some music please",
                        "play music for me",
                        "a song for monday",
                        "the next tune",
                        "play that tune"),
                english(
                        "light.on",
                        "turn on the light",
                        "switch the lamp on",
                        "light please",
                        "the lamp in the hall",
                        "turn the light on again",
                        "make light here",
                        "put the lamp on",
                        "a new bulb on"));
    }

    private static IntentExamples english(String name, String... phrases) {
        return new IntentExamples(name, Map.of(Language.ENGLISH, List.of(phrases)));
    }
}
