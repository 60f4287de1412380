package io.liying.nlu.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FeaturesTest {

    @Test
    void korean_sentences_with_the_same_ending_have_more_in_common() {
        assertThat(common("집에 갔다", "책을 샀다", Language.KOREAN)).isGreaterThan(common("갔다 집에", "책을 샀다", Language.KOREAN));
    }

    @Test
    void elsewhere_an_ending_is_nothing_but_the_end_of_a_word() {
        assertThat(common("she walked", "he talked", Language.ENGLISH))
                .isEqualTo(common("walked she", "he talked", Language.ENGLISH));
    }

    @Test
    void a_text_without_words_has_hardly_any_features() {
        for (Language language : Language.values()) {
            assertThat(features(" … ", language)).as(language.code()).hasSize(1);
        }
    }

    private static long common(String one, String other, Language language) {
        Set<Integer> both = features(one, language);
        both.retainAll(features(other, language));
        return both.size();
    }

    private static Set<Integer> features(String text, Language language) {
        Bag bag = new Features(language, true).read(text, SlotValues.NONE);
        Set<Integer> features = new HashSet<>();
        for (int i = 0; i < bag.count(); i++) {
            features.add(bag.hash(i));
        }
        return features;
    }
}
