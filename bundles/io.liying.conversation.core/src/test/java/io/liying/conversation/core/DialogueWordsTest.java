package io.liying.conversation.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.skill.api.Formality;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Natural sentences in each language; the table is {@code sentences.csv}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DialogueWordsTest {

    private static final Map<Language, DialogueWords> WORDS = new EnumMap<>(Language.class);

    @ParameterizedTest(name = "{0}: {2} is {1}")
    @CsvFileSource(resources = "sentences.csv", delimiter = '|', numLinesToSkip = 1)
    void sentences_are_taken_as_people_mean_them(String code, String meaning, String sentence, String value) {
        Language language = Language.of(code).orElseThrow();
        DialogueWords words = WORDS.computeIfAbsent(language, DialogueWords::read);
        String plain = Plain.of(sentence);

        switch (meaning) {
            case "yes" -> assertThat(words.isYes(plain) && !words.isNo(plain)).isTrue();
            case "no" -> assertThat(words.isNo(plain) && !words.isYes(plain)).isTrue();
            case "open" ->
                assertThat(words.isYes(plain) || words.isNo(plain) || words.isCancel(plain))
                        .isFalse();
            case "cancel" -> assertThat(words.isCancel(plain)).isTrue();
            case "resume" -> assertThat(words.isResume(plain)).isTrue();
            case "thing" -> assertThat(words.meansThing(plain)).isTrue();
            case "no-thing" -> assertThat(words.meansThing(plain)).isFalse();
            case "place" -> assertThat(words.meansPlace(plain)).isTrue();
            case "ordinal" -> assertThat(words.ordinal(plain)).hasValue(Integer.parseInt(value));
            case "correction" ->
                assertThat(words.correction(sentence, plain).map(span -> sentence.substring(span.start(), span.end())))
                        .contains(value);
            case "follow-up" ->
                assertThat(words.followUp(sentence, plain).map(span -> sentence.substring(span.start(), span.end())))
                        .contains(value);
            case "informal" -> assertThat(words.formality(sentence)).contains(Formality.INFORMAL);
            case "formal" -> assertThat(words.formality(sentence)).contains(Formality.FORMAL);
            case "neutral" -> assertThat(words.formality(sentence)).isEqualTo(Optional.empty());
            default -> throw new IllegalArgumentException(meaning);
        }
    }
}
