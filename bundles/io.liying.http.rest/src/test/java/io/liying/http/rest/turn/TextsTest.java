package io.liying.http.rest.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TextsTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\w+)[,}]");

    @ParameterizedTest
    @EnumSource(Language.class)
    void each_language_has_every_text_with_the_same_arguments(Language language) throws Exception {
        Properties english = texts(Language.ENGLISH);
        Properties other = texts(language);

        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(other.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    private static TreeSet<String> arguments(String text) {
        TreeSet<String> names = new TreeSet<>();
        ARGUMENT.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    private static Properties texts(Language language) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Texts.class.getResourceAsStream("messages_" + language.code() + ".properties"),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
