package io.liying.conversation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.workbench.ui.kit.Appearance;
import io.liying.workbench.ui.kit.Palette;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AppearanceTest {

    private final Map<String, String> kept = new HashMap<>();

    @Test
    void it_follows_the_system_until_something_is_chosen() {
        Appearance appearance = appearance(true, Locale.GERMANY);

        assertThat(appearance.palette()).isEqualTo(Palette.DARK);
        assertThat(appearance.language()).isEqualTo(Language.GERMAN);
        assertThat(appearance.fontSize()).isEqualTo(11);
    }

    @Test
    void a_language_that_is_none_of_the_seven_means_english() {
        assertThat(appearance(false, Locale.forLanguageTag("pt-BR")).language()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void choices_are_kept() {
        appearance(false, Locale.US).choose(Appearance.Theme.DARK, Optional.of(Language.JAPANESE), 99);

        Appearance next = appearance(false, Locale.US);
        assertThat(next.dark()).isTrue();
        assertThat(next.language()).isEqualTo(Language.JAPANESE);
        assertThat(next.fontSize()).isEqualTo(24);
    }

    @Test
    void a_damaged_memory_means_the_usual() {
        kept.putAll(Map.of("theme", "PINK", "language", "tlh", "fontSize", "huge"));

        Appearance appearance = appearance(false, Locale.FRANCE);
        assertThat(appearance.theme()).isEqualTo(Appearance.Theme.SYSTEM);
        assertThat(appearance.language()).isEqualTo(Language.FRENCH);
        assertThat(appearance.fontSize()).isEqualTo(11);
    }

    private Appearance appearance(boolean systemDark, Locale locale) {
        return new Appearance(
                new Appearance.Memory() {
                    @Override
                    public String read(String key, String otherwise) {
                        return kept.getOrDefault(key, otherwise);
                    }

                    @Override
                    public void write(String key, String value) {
                        kept.put(key, value);
                    }
                },
                systemDark,
                locale);
    }
}
