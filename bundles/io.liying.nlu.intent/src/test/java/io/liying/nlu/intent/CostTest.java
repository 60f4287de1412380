package io.liying.nlu.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentModel;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CostTest {

    /** The goal is 25 µs; the limit leaves room for a busy machine and the test's plain compiler. */
    @Test
    void a_classification_takes_microseconds() {
        IntentModel model = new LinearIntentTrainer(0.5).train(PhraseFiles.intents());
        double best = Double.POSITIVE_INFINITY;
        int understood = 0;
        for (int round = 0; round < 30; round++) {
            int texts = 0;
            long begin = System.nanoTime();
            for (Language language : Language.values()) {
                for (String text : List.of("12 * 7", "timer", "hello", "타이머 취소해 줘", "what time is it in Paris")) {
                    understood += model.classify(text, language).alternatives().size();
                    texts++;
                }
            }
            best = Math.min(best, (System.nanoTime() - begin) / 1e3 / texts);
        }
        System.out.printf("%.1f µs for a classification%n", best);

        assertThat(understood).isPositive();
        assertThat(best).isLessThan(150);
    }

    @Test
    void the_phrases_of_seven_languages_are_learnt_in_a_moment() {
        for (int round = 0; round < 3; round++) {
            long begin = System.nanoTime();
            IntentModel model = new LinearIntentTrainer(0.5).train(PhraseFiles.intents());
            double checked = (System.nanoTime() - begin) / 1e6;
            for (Language language : Language.values()) {
                model.classify("", language);
            }
            double trained = (System.nanoTime() - begin) / 1e6;
            System.out.printf("train() %.1f ms, with all seven languages used %.0f ms%n", checked, trained);

            assertThat(trained).isLessThan(20_000);
        }
    }
}
