package io.liying.http.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AcceptedLanguagesTest {

    private final AcceptedLanguages languages = new AcceptedLanguages();

    @Test
    void the_first_known_language_is_taken_each_time() {
        assertThat(languages.of("nl, ko-KR;q=0.9, en;q=0.8")).isEqualTo(Language.KOREAN);
        assertThat(languages.of("nl, ko-KR;q=0.9, en;q=0.8")).isEqualTo(Language.KOREAN);
    }

    @Test
    void without_a_known_language_it_is_english() {
        assertThat(languages.of(null)).isEqualTo(Language.ENGLISH);
        assertThat(languages.of("nl")).isEqualTo(Language.ENGLISH);
        assertThat(languages.of(";;;")).isEqualTo(Language.ENGLISH);
        assertThat(languages.of("ko,".repeat(1000))).isEqualTo(Language.ENGLISH);
    }

    @Test
    void any_number_of_different_headers_is_answered() {
        for (int i = 0; i < 2000; i++) {
            assertThat(languages.of("de;q=0." + i)).isEqualTo(Language.GERMAN);
        }
    }
}
