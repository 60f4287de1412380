package io.liying.conversation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.workbench.ui.kit.Appearance;
import io.liying.workbench.ui.kit.Texts;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TextsTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_has_every_text_of_the_window(Language language) throws Exception {
        assertThat(keys(Appearance.class, language)).isEqualTo(keys(Appearance.class, Language.ENGLISH));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_has_every_text_of_the_conversation(Language language) throws Exception {
        assertThat(keys(ConversationPart.class, language)).isEqualTo(keys(ConversationPart.class, Language.ENGLISH));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void gaps_are_filled_also_beside_apostrophes(Language language) {
        Texts texts = new Texts(ConversationPart.class, language);

        assertThat(texts.text("delete.question", "L'été")).contains("L'été").doesNotContain("{0}");
        assertThat(texts.text("export.failed", "talk.md")).contains("talk.md");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void menu_marks_are_left_out_elsewhere(Language language) {
        assertThat(new Texts(Appearance.class, language).text("command.new")).doesNotContain("&", "(N)");
    }

    private static Set<String> keys(Class<?> owner, Language language) throws Exception {
        String suffix = language == Language.ENGLISH ? "" : "_" + language.code();
        Properties texts = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                owner.getResourceAsStream("/OSGI-INF/l10n/bundle" + suffix + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts.stringPropertyNames();
    }
}
