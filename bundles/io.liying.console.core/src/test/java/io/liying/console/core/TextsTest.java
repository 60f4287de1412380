package io.liying.console.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TextsTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\w+}");

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_has_the_same_texts_with_the_same_arguments(Language language) throws IOException {
        assertSame("messages", language);
        assertSame("plugins", language);
        assertSame("training", language);
    }

    private static void assertSame(String group, Language language) throws IOException {
        Properties english = load(group, Language.ENGLISH);
        Properties own = load(group, language);

        assertThat(own.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(own.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    private static List<String> arguments(String pattern) {
        return ARGUMENT.matcher(pattern)
                .results()
                .map(match -> match.group())
                .sorted()
                .toList();
    }

    private static Properties load(String group, Language language) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                TextsTest.class.getResourceAsStream(group + "_" + language.code() + ".properties"),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
