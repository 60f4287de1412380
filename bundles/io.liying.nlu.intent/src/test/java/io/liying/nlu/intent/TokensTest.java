package io.liying.nlu.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import java.util.StringJoiner;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TokensTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | twenty-five minutes | # minutes",
                "en | two hundred and five times 3.5 | # times #",
                "en | what's 15 % of 1,000? | what s # % of #",
                "en | 12 - 5 or 12-5 or e-mail | # - # or # - # or e mail",
                "en | someone and someone | someone and someone",
                "de | fünfundzwanzig Minuten | # minuten",
                "de | zweihundertdreiundvierzig mal sieben | # mal #",
                "de | ein Timer und eins | ein timer und #",
                "es | treinta y cinco minutos y medio | # minutos y medio",
                "es | veintidós por dos | # por #",
                "fr | quatre-vingt-dix-sept minutes | # minutes",
                "fr | soixante et onze fois l'heure | # fois l heure",
                "ko | 삼십분 타이머 | # 분 타이머",
                "ko | 다섯 시간 뒤 | # 시간 뒤",
                "ko | 오늘 일정 사진 이것 | 오늘 일정 사진 이것",
                "ko | 백이십삼 곱하기 456은 | # 곱하기 # 은",
                "ja | 二十五分タイマー | # 分 タイマー",
                "ja | ５の３乗 | # の # 乗",
                "zh | 三的平方 | # 的 平 方",
                "zh | 現在幾點 | 现 在 几 点",
                "zh | 123乘以四百五十六 | # 乘 以 #"
            })
    void a_text_becomes_words_characters_and_numbers(String code, String text, String expected) {
        Tokens tokens = new Tokens(Language.of(code).orElseThrow()).read(text);

        StringJoiner joined = new StringJoiner(" ");
        for (int i = 0; i < tokens.count(); i++) {
            joined.add(new String(tokens.letters(), tokens.start(i), tokens.end(i) - tokens.start(i)));
        }
        assertThat(joined).hasToString(expected);
    }
}
