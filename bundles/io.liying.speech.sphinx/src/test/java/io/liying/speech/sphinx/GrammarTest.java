package io.liying.speech.sphinx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GrammarTest {

    @Test
    void phrases_with_the_same_beginning_share_it() {
        Grammar grammar =
                Grammar.of(List.of("Turn on the light!", "turn on", "turn it off", "stop", "stop"), word -> true, 10);

        assertThat(grammar.count()).isEqualTo(4);
        assertThat(grammar.jsgf()).isEqualTo("""
                #JSGF V1.0;
                grammar phrases;
                public <phrase> = turn ( on [ the light ] | it off ) | stop;
                """);
    }

    @Test
    void numbers_are_written_as_they_are_said() {
        assertThat(Grammar.words("Set 25 timers for 1005 – it's 7:30, 0 left"))
                .containsExactly(
                        "set",
                        "twenty",
                        "five",
                        "timers",
                        "for",
                        "one",
                        "thousand",
                        "five",
                        "it's",
                        "seven",
                        "thirty",
                        "zero",
                        "left");
        assertThat(SpokenNumbers.words("13")).containsExactly("thirteen");
        assertThat(SpokenNumbers.words("640")).containsExactly("six", "hundred", "forty");
    }

    @Test
    void phrases_with_unknown_words_and_those_beyond_the_limit_are_left_out() {
        Set<String> known = EnglishWords.known(Set.of("stop", "go", "now", "xyzzy"));

        assertThat(known).containsExactlyInAnyOrder("stop", "go", "now");
        assertThat(Grammar.of(List.of("stop xyzzy", "stop now", "go", "go now"), known::contains, 2)
                        .jsgf())
                .contains("= stop now | go;");
    }
}
