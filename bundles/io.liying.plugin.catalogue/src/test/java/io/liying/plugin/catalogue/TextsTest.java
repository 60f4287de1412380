package io.liying.plugin.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import java.util.Properties;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TextsTest {

    @ParameterizedTest
    @EnumSource
    void every_language_has_every_text(Language language) throws Exception {
        Properties english = texts(Language.ENGLISH);
        Properties own = texts(language);

        assertThat(own.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(own.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
            if (language != Language.ENGLISH) {
                assertThat(own.getProperty(key)).as(key).isNotEqualTo(english.getProperty(key));
            }
        }
    }

    private static java.util.Set<String> arguments(String text) {
        return java.util.regex.Pattern.compile("\\{\\w+}")
                .matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Properties texts(Language language) throws Exception {
        Properties texts = new Properties();
        try (var stream =
                        ConfiguredCatalogues.class.getResourceAsStream("messages_" + language.code() + ".properties");
                var reader = new java.io.InputStreamReader(stream, java.nio.charset.StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
