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
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases stand in {@code cases_<code>.tsv}: a text, a tab, and what is found in it as {@code type=value}, separated by
 * blanks; nothing after the tab means that nothing must be found. Other readings may follow behind {@code |} and attributes
 * in brackets; both are looked at only where they stand. A third column is the reference time, where it is not the usual.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EntityCasesTest {

    private static final ZonedDateTime SATURDAY = ZonedDateTime.parse("2026-11-21T10:00+09:00[Asia/Seoul]");

    private static final LexiconEntityExtractor EXTRACTOR = new LexiconEntityExtractor();

    record Case(Language language, String text, String expected, ZonedDateTime reference) {

        static Case of(Language language, String line) {
            String[] columns = line.split("\t", -1);
            ZonedDateTime reference = columns.length > 2 ? ZonedDateTime.parse(columns[2].strip()) : SATURDAY;
            return new Case(language, columns[0], columns[1].strip(), reference);
        }

        @Override
        public String toString() {
            return language.code() + ": " + text;
        }

        List<String> expectations() {
            return expected.isEmpty() ? List.of() : List.of(expected.split(" "));
        }

        boolean isOneOf(String types) {
            return expected.matches("(" + types + ")=\\S+");
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
            return lines.stream().map(line -> Case.of(language, line));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_a_text_mentions_is_found(Case example) {
        List<Entity> found = EXTRACTOR.extract(example.text(), example.language(), example.reference());

        List<String> expected = example.expectations();
        assertThat(found)
                .extracting(EntityCasesTest::plain)
                .containsExactlyElementsOf(
                        expected.stream().map(EntityCasesTest::plain).toList());
        for (int index = 0; index < expected.size(); index++) {
            check(found.get(index), expected.get(index));
        }
        assertThat(found)
                .allSatisfy(entity -> assertThat(example.text().substring(entity.start(), entity.end()))
                        .isEqualTo(entity.text()));
    }

    private static String plain(Entity entity) {
        return entity.type() + "=" + entity.value();
    }

    private static String plain(String expectation) {
        return expectation.replaceFirst("[|\\[].*", "");
    }

    private static void check(Entity entity, String expectation) {
        int bracket = expectation.indexOf('[');
        String values = bracket < 0 ? expectation : expectation.substring(0, bracket);
        if (values.indexOf('|') >= 0) {
            assertThat(entity.alternatives())
                    .containsExactly(values.substring(values.indexOf('|') + 1).split("\\|"));
        }
        if (bracket >= 0) {
            for (String attribute :
                    expectation.substring(bracket + 1, expectation.length() - 1).split(",")) {
                int equals = attribute.indexOf('=');
                assertThat(entity.attributes())
                        .containsEntry(attribute.substring(0, equals), attribute.substring(equals + 1));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_language_has_150_cases_of_days_and_times_60_of_numbers_and_durations_and_some_of_none(Language language) {
        assertThat(cases(language).filter(example -> example.isOneOf("date|time|datetime|interval|recurrence")))
                .hasSizeGreaterThanOrEqualTo(150);
        assertThat(cases(language).filter(example -> example.isOneOf("number|duration|ordinal|percentage|fraction")))
                .hasSizeGreaterThanOrEqualTo(60);
        assertThat(cases(language).filter(example -> example.expected().isEmpty()))
                .hasSizeGreaterThanOrEqualTo(12);
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
