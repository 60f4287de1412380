package io.liying.nlu.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases stand in {@code cases_<code>.tsv}: a text, a tab, and what is found in it as {@code type=value}, separated by
 * blanks; nothing after the tab means that nothing must be found.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EntityCasesTest {

    private static final ZonedDateTime SATURDAY = ZonedDateTime.parse("2026-11-21T10:00+09:00[Asia/Seoul]");

    private static final LexiconEntityExtractor EXTRACTOR = new LexiconEntityExtractor();

    record Case(Language language, String text, String expected) {
        @Override
        public String toString() {
            return language.code() + ": " + text;
        }
    }

    static Stream<Case> cases() {
        return Arrays.stream(Language.values()).flatMap(EntityCasesTest::cases);
    }

    private static Stream<Case> cases(Language language) {
        String file = "cases_" + language.code() + ".tsv";
        try (InputStream stream = EntityCasesTest.class.getResourceAsStream(file)) {
            List<String> lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            return lines.stream().map(line -> {
                int tab = line.indexOf('\t');
                return new Case(
                        language,
                        line.substring(0, tab),
                        line.substring(tab + 1).strip());
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_a_text_mentions_is_found(Case example) {
        List<Entity> found = EXTRACTOR.extract(example.text(), example.language(), SATURDAY);

        assertThat(found.stream()
                        .map(entity -> entity.type() + "=" + entity.value())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(example.expected());
        assertThat(found)
                .allSatisfy(entity -> assertThat(example.text().substring(entity.start(), entity.end()))
                        .isEqualTo(entity.text()));
    }

    @ParameterizedTest
    @EnumSource
    void there_are_60_cases_of_days_and_times_and_30_of_numbers_and_durations_in_each_language(Language language) {
        assertThat(cases(language).filter(example -> example.expected().matches("(date|time|datetime)=\\S+")))
                .hasSizeGreaterThanOrEqualTo(60);
        assertThat(cases(language).filter(example -> example.expected().matches("(number|duration)=\\S+")))
                .hasSizeGreaterThanOrEqualTo(30);
    }

    @RepeatedTest(5)
    void any_text_is_read_without_an_error() {
        Random random = new Random(42);
        for (Language language : Language.values()) {
            for (int round = 0; round < 300; round++) {
                String text = noise(random, language);

                assertThat(EXTRACTOR.extract(text, language, SATURDAY)).isNotNull();
            }
        }
    }

    /** Words of the lexicon, digits, signs and random characters in any order. */
    private static String noise(Random random, Language language) {
        String signs = "0123456789+-*/^()%.,:' 년월일시분초点時分半年月日의を的hm²√１";
        StringBuilder text = new StringBuilder();
        List<String> words = cases(language).map(Case::text).toList();
        int length = random.nextInt(40);
        for (int index = 0; index < length; index++) {
            switch (random.nextInt(3)) {
                case 0 -> text.append(signs.charAt(random.nextInt(signs.length())));
                case 1 -> text.append(words.get(random.nextInt(words.size())).split(" ")[0]);
                default -> text.appendCodePoint(random.nextInt(0x3000));
            }
        }
        return text.toString();
    }
}
