package io.liying.nlu.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeasureCasesTest {

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-21T10:00+09:00[Asia/Seoul]");

    private static final MeasureEntityExtractor EXTRACTOR = new MeasureEntityExtractor();

    static Stream<CaseFiles.Case> cases() {
        return CaseFiles.all("measures");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_number_and_its_unit_are_a_measure(CaseFiles.Case example) {
        List<Entity> found = EXTRACTOR.extract(example.text(), example.language(), NOW);

        assertThat(found.stream()
                        .map(entity -> entity.type() + "=" + entity.value())
                        .collect(Collectors.joining("; ")))
                .isEqualTo(example.expected());
        assertThat(found)
                .allSatisfy(entity -> assertThat(example.text().substring(entity.start(), entity.end()))
                        .isEqualTo(entity.text()));
    }

    @ParameterizedTest
    @EnumSource
    void there_are_40_cases_of_measures_and_10_of_none_in_each_language(Language language) {
        assertThat(CaseFiles.of("measures", language)
                        .filter(example -> !example.expected().isEmpty()))
                .hasSizeGreaterThanOrEqualTo(40);
        assertThat(CaseFiles.of("measures", language)
                        .filter(example -> example.expected().isEmpty()))
                .hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void amount_and_unit_can_be_asked_for_by_themselves() {
        Entity costs = EXTRACTOR.extract("5,50 €", Language.GERMAN, NOW).getFirst();

        assertThat(costs.attribute("amount")).contains("5.5");
        assertThat(costs.attribute("unit")).contains("EUR");
    }

    @Test
    void any_text_is_read_without_an_error() {
        Random random = new Random(5);
        List<String> words = cases().map(CaseFiles.Case::text).toList();
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                String word = words.get(random.nextInt(words.size()));
                switch (random.nextInt(3)) {
                    case 0 -> text.append(word, 0, random.nextInt(word.length() + 1));
                    case 1 -> text.append("0123456789.,-$€ ".charAt(random.nextInt(16)));
                    default -> text.appendCodePoint(random.nextInt(0x3000));
                }
            }
            Language language = Language.values()[round % 7];

            assertThat(EXTRACTOR.extract(text.toString(), language, NOW))
                    .allSatisfy(entity -> assertThat(text.substring(entity.start(), entity.end()))
                            .isEqualTo(entity.text()));
        }
    }
}
