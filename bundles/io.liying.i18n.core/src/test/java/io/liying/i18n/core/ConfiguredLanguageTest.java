package io.liying.i18n.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MachineLanguage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConfiguredLanguageTest {

    @ParameterizedTest
    @EnumSource
    void the_configured_language_is_assumed(Language language) {
        assertThat(new ConfiguredLanguage(named(language.code())).language()).isEqualTo(language);
    }

    @Test
    void a_saved_change_is_assumed_from_then_on() {
        ConfiguredLanguage configured = new ConfiguredLanguage(named("ko"));

        configured.modified(named("fr"));

        assertThat(configured.language()).isEqualTo(Language.FRENCH);
    }

    @Test
    void without_one_the_machines_is_assumed() {
        assertThat(new ConfiguredLanguage(named("")).language()).isEqualTo(MachineLanguage.find());
    }

    @Test
    void another_one_is_refused_with_what_is_allowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConfiguredLanguage(named("tlh")))
                .withMessage("i18n.language \"tlh\" is not one of ko, en, zh, ja, es, fr, de or \"\"");
    }

    private static I18nConfig named(String code) {
        return new FixedI18nConfig("", code);
    }
}
