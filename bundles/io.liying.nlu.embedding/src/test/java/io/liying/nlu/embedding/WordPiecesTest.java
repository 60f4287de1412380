package io.liying.nlu.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WordPiecesTest {

    private final WordPieces pieces = new WordPieces(Map.ofEntries(
            Map.entry("[UNK]", 0),
            Map.entry("[CLS]", 1),
            Map.entry("[SEP]", 2),
            Map.entry("set", 3),
            Map.entry("tim", 4),
            Map.entry("##er", 5),
            Map.entry("timer", 6),
            Map.entry("##s", 7),
            Map.entry("!", 8),
            Map.entry("今", 9),
            Map.entry("天", 10),
            Map.entry("uber", 11)));

    @Test
    void the_longest_known_piece_is_taken() {
        assertThat(pieces.read("set timers", 64)).containsExactly(1, 3, 6, 7, 2);
    }

    @Test
    void case_and_accents_do_not_count() {
        assertThat(pieces.read("  SET\tÜber ", 64)).containsExactly(1, 3, 11, 2);
    }

    @Test
    void punctuation_and_ideographs_stand_alone() {
        assertThat(pieces.read("set!今天", 64)).containsExactly(1, 3, 8, 9, 10, 2);
    }

    @Test
    void a_word_with_an_unknown_part_is_unknown_as_a_whole() {
        assertThat(pieces.read("timerx set", 64)).containsExactly(1, 0, 3, 2);
    }

    @Test
    void what_is_too_long_is_cut_and_still_ends_properly() {
        assertThat(pieces.read("set set set set", 4)).containsExactly(1, 3, 3, 2);
        assertThat(pieces.read("set timers", 4)).containsExactly(1, 3, 6, 2);
        assertThat(pieces.read("", 64)).containsExactly(1, 2);
    }
}
