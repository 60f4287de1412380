package io.liying.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Looks at the texts of all bundles, {@code messages_<language>.properties} and the like. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TextsTest {

    private static final String ENGLISH = "en.properties";
    private static final List<String> OTHERS = List.of("ko", "zh", "ja", "es", "fr", "de");

    /** Another wording of a text, which a language has if it needs it. */
    private static final Pattern VARIANT = Pattern.compile("(.+)\\.(formal|informal|twelve|twentyfour)");

    private static final Pattern ARGUMENT = Pattern.compile("(?<!\\$)\\{(\\w+)[,}]");

    /** Dates, times, amounts and counted days are put together in each language of what it needs. */
    private static final Pattern PUT_TOGETHER = Pattern.compile("(date|when|time|currency|count)\\..+");

    static Stream<Path> english() {
        return Bundles.folders().stream()
                .map(folder -> folder.resolve("src/main/resources"))
                .filter(Files::isDirectory)
                .flatMap(TextsTest::englishIn);
    }

    private static Stream<Path> englishIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith("_" + ENGLISH))
                    .filter(file -> !file.endsWith("abbreviations_" + ENGLISH)) // each language has its own
                    .toList()
                    .stream();
        } catch (IOException failure) {
            throw new IllegalStateException(folder + " cannot be read", failure);
        }
    }

    @ParameterizedTest
    @MethodSource("english")
    void every_language_has_the_same_texts_with_the_same_arguments(Path english) throws IOException {
        Map<String, Set<String>> expected = arguments(english);
        for (String language : OTHERS) {
            String name = english.getFileName().toString().replace(ENGLISH, language + ".properties");

            assertThat(arguments(english.resolveSibling(name))).as(name).isEqualTo(expected);
        }
    }

    /** The keys of a file, each with the arguments of its text. */
    private static Map<String, Set<String>> arguments(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        Map<String, Set<String>> arguments = new TreeMap<>();
        for (String key : texts.stringPropertyNames()) {
            var variant = VARIANT.matcher(key);
            if (!variant.matches() || !texts.containsKey(variant.group(1))) {
                arguments.put(key, PUT_TOGETHER.matcher(key).matches() ? Set.of() : named(texts.getProperty(key)));
            }
        }
        return arguments;
    }

    private static Set<String> named(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
