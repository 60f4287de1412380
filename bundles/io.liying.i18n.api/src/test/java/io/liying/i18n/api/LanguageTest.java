package io.liying.i18n.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LanguageTest {

    @ParameterizedTest
    @CsvSource({
        "zh-Hans, zh",
        "zh-Hant, zh",
        "zh-CN, zh",
        "zh-TW, zh",
        "zh-Hant-TW, zh",
        "zh_HK, zh",
        "cmn-Hans-CN, zh",
        "yue-HK, zh",
        "ZH, zh",
        "en-GB, en",
        "en_US, en",
        "eng, en",
        "es-419, es",
        "pt-BR, ",
        "fr-CA, fr",
        "de-CH-1996, de",
        "gsw-CH, de",
        "ger, de",
        "ja-JP-u-ca-japanese, ja",
        "ko-KR, ko",
        "kor, ko",
        " ko , ko"
    })
    void a_tag_falls_back_to_the_language_of_the_seven_that_it_is_written_as(String tag, String expected) {
        assertThat(Language.of(tag).map(Language::code)).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "english", "1234", "und", "-", "ru"})
    void what_names_none_of_the_seven_is_empty(String tag) {
        assertThat(Language.of(tag)).isEmpty();
    }

    @Test
    void a_header_chooses_the_first_language_that_is_spoken_here() {
        assertThat(Language.accepted("pt-BR, zh-Hant-TW;q=0.9, en;q=0.8")).contains(Language.CHINESE);
        assertThat(Language.accepted("pt-BR")).isEmpty();
        assertThat(Language.accepted("***")).isEmpty();
    }
}
