package io.liying.speech.espeak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KanaTest {

    private final Kana kana = new Kana();

    @Test
    void kanji_are_written_as_they_sound() {
        assertThat(kana.of("今日は天気がいいです。")).isEqualTo("キョーワテンキガイイデス。");
    }

    @ParameterizedTest
    @CsvSource({
        "三百六十五, サンビャクロクジュウゴ",
        "八千, ハッセン",
        "一万, イチマン",
        "三点〇五, サンテンゼロゴ",
        "四時, ヨジ",
        "九時十分, クジジュップン",
        "三分, サンプン",
        "五分, ゴフン",
        "七月, シチガツ",
        "二十日, ハツカ",
        "十四日, ジュウヨッカ",
        "二人, フタリ",
        "四年, ヨネン",
        "六本, ロッポン",
        "三本, サンボン",
        "二十, ニジュウ",
        "十二, ジュウニ"
    })
    void numbers_change_their_sound_with_what_they_count(String written, String sound) {
        assertThat(kana.of(written)).isEqualTo(sound);
    }
}
