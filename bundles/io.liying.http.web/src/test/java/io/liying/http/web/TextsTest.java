package io.liying.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks at the app's files as they are. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TextsTest {

    private static final Path APP = Path.of("src/main/resources/io/liying/http/web/static/app");
    private static final Pattern KEY = Pattern.compile("\\bt(?:extOr)?\\('([a-z][a-z.]*)'");
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
    private static final Pattern IMPORT = Pattern.compile("(?:from|import)\\s*\\(?['\"]([^'\"]+)['\"]");
    private final JsonNode english = read("en");

    private static JsonNode read(String language) {
        try {
            return new ObjectMapper()
                    .readTree(APP.resolve("i18n/" + language + ".json").toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending) && Files.isRegularFile(file))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en", "zh", "ja", "es", "fr", "de"})
    void every_language_has_all_texts_with_the_same_places(String language) {
        JsonNode texts = read(language);

        assertThat(texts.fieldNames()).toIterable().containsExactlyElementsOf(() -> english.fieldNames());
        english.fieldNames().forEachRemaining(key -> {
            assertThat(texts.get(key).asText()).as(key).isNotBlank();
            assertThat(places(texts.get(key).asText()))
                    .as(key)
                    .isEqualTo(places(english.get(key).asText()));
        });
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_key_that_the_modules_name_has_a_text() throws IOException {
        for (Path file : files(APP.resolve("js"), ".js")) {
            assertThat(KEY.matcher(Files.readString(file)).results().map(found -> found.group(1)))
                    .as(file.toString())
                    .allSatisfy(key -> assertThat(english.has(key)).as(key).isTrue());
        }
    }

    @Test
    void modules_are_short_and_import_nothing_that_the_server_does_not_have() throws IOException {
        StaticFiles served = new StaticFiles();
        for (Path file : files(Path.of("target/classes/io/liying/http/web/static"), "js")) {
            String module = Files.readString(file);
            String here =
                    "/" + Path.of("target/classes/io/liying/http/web/static").relativize(file);
            if (here.startsWith("/app/")) {
                assertThat(module.lines().count()).as(here).isLessThanOrEqualTo(300);
                assertThat(module).as(here).doesNotContain("http://", "https://");
            }
            for (var found : IMPORT.matcher(module).results().toList()) {
                String target = found.group(1);
                if (here.startsWith("/lib/") && !target.startsWith(".")) {
                    continue; // words in a comment; a bare import would fail in the browser tests
                }
                String path =
                        Path.of(here).getParent().resolve(target).normalize().toString();
                assertThat(served.find(path)).as(here + " imports " + target).isPresent();
            }
        }
    }

    @Test
    void the_page_has_nothing_inline() throws IOException {
        String page = Files.readString(APP.resolveSibling("index.html"));

        assertThat(page).doesNotContain("<style", "style=", "onclick", "://");
        assertThat(Pattern.compile("<script(?![^>]*src=)").matcher(page).find()).isFalse();
    }
}
