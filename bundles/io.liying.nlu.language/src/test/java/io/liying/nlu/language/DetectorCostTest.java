package io.liying.nlu.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DetectorCostTest {

    /** The goal is 15 µs; the limit leaves room for a busy machine. */
    @Test
    void a_short_command_takes_microseconds() {
        CompactLanguageDetector detector = new CompactLanguageDetector();
        List<String> texts =
                TrainingText.hard().values().stream().flatMap(List::stream).toList();
        int detected = 0;
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < 60; round++) {
            long begin = System.nanoTime();
            for (String text : texts) {
                detected +=
                        detector.detect(text, Language.GERMAN).alternatives().size();
            }
            best = Math.min(best, (System.nanoTime() - begin) / 1e3 / texts.size());
        }

        assertThat(detected).isEqualTo(60 * 6 * texts.size());
        assertThat(best).as("microseconds for a short command").isLessThan(60);
    }

    @Test
    void the_model_is_there_within_a_moment() {
        long begin = System.nanoTime();
        CompactLanguageDetector detector = new CompactLanguageDetector();
        double milliseconds = (System.nanoTime() - begin) / 1e6;

        assertThat(detector.detect("guten Morgen", Language.ENGLISH).language()).isEqualTo(Language.GERMAN);
        assertThat(milliseconds).as("milliseconds to read the model").isLessThan(500);
    }
}
