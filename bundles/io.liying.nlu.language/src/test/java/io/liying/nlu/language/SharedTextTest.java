package io.liying.nlu.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.liying.i18n.api.Language;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SharedTextTest {

    private final CompactLanguageDetector detector = new CompactLanguageDetector();
    private SharedText shared;

    @BeforeEach
    void finds_the_data() {
        assumeTrue(
                SharedText.find().isPresent(),
                "the shared data sets are not beside the checkout; LIYING_SHARED names their folder");
        shared = SharedText.find().orElseThrow();
    }

    @Test
    void long_sentences_are_practically_always_right() throws IOException {
        assertThat(accuracy(shared.sentences())).isGreaterThanOrEqualTo(0.998);
    }

    @Test
    void short_commands_are_right_in_99_of_100_cases() throws IOException {
        assertThat(accuracy(shared.commands())).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void the_first_two_words_of_a_sentence_mostly_suffice() throws IOException {
        Map<Language, List<String>> beginnings = shared.sentences();
        beginnings.replaceAll((language, sentences) -> sentences.stream()
                .map(sentence -> sentence.split(" "))
                .map(words -> words.length > 1 ? words[0] + " " + words[1] : words[0])
                .toList());

        assertThat(accuracy(beginnings)).isGreaterThanOrEqualTo(0.93);
    }

    private double accuracy(Map<Language, List<String>> texts) {
        int right = 0;
        int all = 0;
        for (var entry : texts.entrySet()) {
            Language other = entry.getKey() == Language.ENGLISH ? Language.FRENCH : Language.ENGLISH;
            for (String text : entry.getValue()) {
                all++;
                right += detector.detect(text, other).language() == entry.getKey() ? 1 : 0;
            }
        }
        return (double) right / all;
    }
}
