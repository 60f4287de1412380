package io.liying.i18n.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MachineLanguageTest {

    private static Language find(Map<String, String> environment, Locale locale) {
        return MachineLanguage.find(name -> null, environment::get, locale);
    }

    @Test
    void the_environment_goes_before_what_java_knows() {
        assertThat(find(Map.of("LANG", "ko_KR.UTF-8"), Locale.ENGLISH)).isEqualTo(Language.KOREAN);
        assertThat(find(Map.of("LANG", "ko_KR.UTF-8", "LC_ALL", "de_AT@euro"), Locale.ENGLISH))
                .isEqualTo(Language.GERMAN);
        assertThat(find(Map.of("LANG", "zh_TW", "LC_MESSAGES", "ja"), Locale.ENGLISH))
                .isEqualTo(Language.JAPANESE);
    }

    @Test
    void what_names_none_of_the_seven_is_skipped() {
        assertThat(find(Map.of("LANG", "C.UTF-8", "LC_ALL", ""), Locale.FRANCE)).isEqualTo(Language.FRENCH);
        assertThat(find(Map.of("LANG", "POSIX"), Locale.ITALIAN)).isEqualTo(Language.ENGLISH);
        assertThat(find(Map.of("LANG", "it_IT"), Locale.forLanguageTag("es-MX")))
                .isEqualTo(Language.SPANISH);
    }

    @Test
    void a_property_goes_before_all() {
        assertThat(MachineLanguage.find(name -> "ja", Map.of("LANG", "de_DE")::get, Locale.ENGLISH))
                .isEqualTo(Language.JAPANESE);
    }
}
