package io.liying.nlu.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.nlu.api.MarkedPhrase.Slot;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MarkedPhraseTest {

    @Test
    void a_phrase_is_read_without_its_marks() {
        MarkedPhrase phrase = MarkedPhrase.parse("timer [tea](name) for [five minutes](duration) please");

        assertThat(phrase.text()).isEqualTo("timer tea for five minutes please");
        assertThat(phrase.slots()).containsExactly(new Slot(6, 9, "name"), new Slot(14, 26, "duration"));
    }

    @Test
    void parentheses_alone_are_text() {
        assertThat(MarkedPhrase.parse("[(3+4)*5](expression)").text()).isEqualTo("(3+4)*5");
        assertThat(MarkedPhrase.parse("was ist (3+4)*5").text()).isEqualTo("was ist (3+4)*5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in [Paris | '[' without ']' after it",
                "in [Pa[ris](city) | '[' without ']' after it",
                "in Paris](city) | ']' without '[' before it",
                "in [Paris] | no '(slot)' directly after ']'",
                "in [Paris] (city) | no '(slot)' directly after ']'",
                "in [Paris](city | no '(slot)' directly after ']'",
                "in [](city) | the value or the slot's name is empty",
                "in [Paris]() | the value or the slot's name is empty"
            },
            quoteCharacter = '`')
    void a_malformed_mark_is_named(String marked, String why) {
        assertThatThrownBy(() -> MarkedPhrase.parse(marked))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the slot mark in \"" + marked + "\" is malformed: "
                        + why.replace("'[", "\"[")
                                .replace("[' ", "[\" ")
                                .replace("']", "\"]")
                                .replace("]' ", "]\" ")
                                .replace("'(", "\"(")
                                .replace(")' ", ")\" ")
                                .replaceAll("]'$", "]\"")
                        + "; write [five minutes](duration)");
    }
}
