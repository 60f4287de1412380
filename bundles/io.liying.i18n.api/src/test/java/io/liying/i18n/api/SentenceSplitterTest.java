package io.liying.i18n.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SentenceSplitterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ENGLISH  | Dr. Smith paid 3.50 dollars. He left at 5 p.m. yesterday! Really? | Dr. Smith paid 3.50 dollars. / He left at 5 p.m. yesterday! / Really?
                    ENGLISH  | She said “Go.” Then J. R. Tolkien left… Fine. | She said “Go.” / Then J. R. Tolkien left… / Fine.
                    ENGLISH  | So do I. See example.com/a.html for more, e.g. Paris. | So do I. / See example.com/a.html for more, e.g. Paris.
                    GERMAN   | Am 3. Mai kommt Dr. Weber, z. B. Anna. Das Ergebnis ist 36. Noch etwas? | Am 3. Mai kommt Dr. Weber, z. B. Anna. / Das Ergebnis ist 36. / Noch etwas?
                    GERMAN   | Es ist der 1. Januar 2026. Gutes neues Jahr! | Es ist der 1. Januar 2026. / Gutes neues Jahr!
                    FRENCH   | M. Dupont et Mme. Martin arrivent. Vraiment ? Oui ! | M. Dupont et Mme. Martin arrivent. / Vraiment ? / Oui !
                    SPANISH  | El Sr. García llegó. ¿Qué hora es? ¡Son las tres! | El Sr. García llegó. / ¿Qué hora es? / ¡Son las tres!
                    KOREAN   | 안녕하세요. 오늘은 2026. 11. 21. 토요일이에요. 3.5도예요! | 안녕하세요. / 오늘은 2026. 11. 21. 토요일이에요. / 3.5도예요!
                    JAPANESE | こんにちは。「元気です。」と言いました！ええ？ | こんにちは。 / 「元気です。」 / と言いました！ / ええ？
                    CHINESE  | 你好。现在三点！“好的。”他说。真的吗？ | 你好。 / 现在三点！ / “好的。” / 他说。 / 真的吗？
                    """)
    void sentences_are_found_in_each_language(Language language, String text, String expected) {
        assertThat(SentenceSplitter.split(text, language).stream().map(String::strip))
                .containsExactly(expected.split(" / "));
    }

    @ParameterizedTest
    @EnumSource
    void the_pieces_joined_give_the_text_again_however_it_arrives(Language language) {
        String text = "  Eins. Am 3. Mai, z. B. hier:\n\n1. Milch!\n2. Brot… 「はい。」 그래요? ```a. b\nc. d``` 好！ fin";

        for (int step = 1; step < 9; step++) {
            SentenceSplitter splitter = SentenceSplitter.bySentence(language);
            List<String> pieces = new ArrayList<>();
            for (int start = 0; start < text.length(); start += step) {
                pieces.addAll(splitter.add(text.substring(start, Math.min(text.length(), start + step))));
            }
            pieces.addAll(splitter.end());

            assertThat(String.join("", pieces)).isEqualTo(text);
            assertThat(pieces.stream().map(String::strip))
                    .containsExactlyElementsOf(SentenceSplitter.split(text, language).stream()
                            .map(String::strip)
                            .toList());
        }
    }

    @Test
    void a_sentence_is_given_out_when_the_next_word_begins() {
        SentenceSplitter splitter = SentenceSplitter.bySentence(Language.ENGLISH);

        assertThat(splitter.add("It is three")).isEmpty();
        assertThat(splitter.add(".")).isEmpty();
        assertThat(splitter.add("5 metres. ")).isEmpty();
        assertThat(splitter.add("Yes")).containsExactly("It is three.5 metres. ");
        assertThat(splitter.end()).containsExactly("Yes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ENGLISH  | Your timer is set, and it will | Your timer is set,
                    GERMAN   | Der Timer ist gestellt, und er | Der Timer ist gestellt,
                    FRENCH   | Le minuteur est lancé, et il | Le minuteur est lancé,
                    SPANISH  | El temporizador está listo, y va | El temporizador está listo,
                    KOREAN   | 타이머를 맞췄어요, 그리고 | 타이머를 맞췄어요,
                    JAPANESE | タイマーを設定して、五分 | タイマーを設定して、
                    CHINESE  | 计时器已经设好，五分钟 | 计时器已经设好，
                    """)
    void the_first_clause_is_given_out_before_the_sentence_ends(Language language, String text, String clause) {
        SentenceSplitter splitter = SentenceSplitter.firstClauseEarly(language);

        assertThat(splitter.add(text).stream().map(String::strip)).containsExactly(clause);
    }

    @Test
    void only_the_first_clause_comes_early_and_none_that_is_very_short() {
        SentenceSplitter splitter = SentenceSplitter.firstClauseEarly(Language.ENGLISH);

        assertThat(splitter.add("Yes, of course, 1,000 people came, and they sang, and "))
                .containsExactly("Yes, of course, ");
        assertThat(splitter.add("they danced. And"))
                .containsExactly("1,000 people came, and they sang, and they danced. ");
    }

    @Test
    void code_stays_in_one_piece() {
        assertThat(SentenceSplitter.split("Look:\n```java\nint a;\nint b;\n```\nDone.", Language.ENGLISH))
                .containsExactly("Look:\n", "```java\nint a;\nint b;\n```\n", "Done.");
    }

    @Test
    void a_text_without_an_end_is_cut_between_words() {
        List<String> pieces = SentenceSplitter.split("word ".repeat(200), Language.ENGLISH);

        assertThat(pieces).allMatch(piece -> piece.length() <= 400 && piece.endsWith(" "));
        assertThat(String.join("", pieces)).isEqualTo("word ".repeat(200));
    }
}
