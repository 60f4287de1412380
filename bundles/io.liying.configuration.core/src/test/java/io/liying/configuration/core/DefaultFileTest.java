package io.liying.configuration.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The file that everybody gets at the first start. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DefaultFileTest {

    private static final Pattern SECTION = Pattern.compile("(?m)^(\\w+):$");
    private static final Pattern KEY = Pattern.compile("(?m)^  #(\\w+): (.*)$");

    @Test
    void it_is_valid_and_changes_nothing() throws IOException {
        Problems problems = new Problems(new Texts(Language.ENGLISH));
        YamlText yaml = new YamlText(YamlConfigurations.SECTIONS, new Placeholders(name -> null), problems);

        assertThat(yaml.read("liying.yaml", file())).isEmpty();
        assertThat(problems.all()).isEmpty();
        assertThat(SECTION.matcher(file()).results().map(section -> section.group(1)))
                .containsExactlyElementsOf(YamlConfigurations.SECTIONS);
    }

    @Test
    void it_shows_every_key_of_every_bundle_with_its_default() throws IOException {
        Map<String, Map<String, String>> described = DescribedKeys.in(Path.of("..")).sections;
        described.keySet().retainAll(YamlConfigurations.SECTIONS);

        assertThat(shown()).isEqualTo(described);
    }

    @Test
    void its_keys_become_valid_settings_when_their_mark_is_taken_away() throws IOException {
        Problems problems = new Problems(new Texts(Language.ENGLISH));
        YamlText yaml = new YamlText(YamlConfigurations.SECTIONS, new Placeholders(name -> null), problems);
        List<Setting> settings = yaml.read("liying.yaml", KEY.matcher(file()).replaceAll("  $1: $2"));

        assertThat(problems.all()).isEmpty();
        assertThat(settings).hasSizeGreaterThan(40).noneMatch(setting -> setting.value() instanceof Value.Nothing);
    }

    private static Map<String, Map<String, String>> shown() throws IOException {
        Map<String, Map<String, String>> shown = new TreeMap<>();
        String text = file();
        for (MatchResult section : SECTION.matcher(text).results().toList()) {
            int end = text.indexOf("\n\n", section.start());
            String part = text.substring(section.start(), end < 0 ? text.length() : end);
            Map<String, String> keys = new TreeMap<>();
            KEY.matcher(part)
                    .results()
                    .forEach(key -> keys.put(key.group(1), key.group(2).replaceAll("^\"(.+)\"$", "$1")));
            if (!keys.isEmpty()) {
                shown.put(section.group(1), keys);
            }
        }
        return shown;
    }

    private static String file() throws IOException {
        try (InputStream stream = DefaultFileTest.class.getResourceAsStream("liying.yaml")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
