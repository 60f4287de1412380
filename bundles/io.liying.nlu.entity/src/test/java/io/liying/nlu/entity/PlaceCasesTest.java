package io.liying.nlu.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlaceCasesTest {

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-21T10:00+09:00[Asia/Seoul]");
    private static final PlaceEntityExtractor PLACES = new PlaceEntityExtractor("", 1, Runnable::run);
    private static final LexiconEntityExtractor CITIES = new LexiconEntityExtractor();

    @TempDir
    Path folder;

    static Stream<CaseFiles.Case> cases() {
        return CaseFiles.all("places");
    }

    /** A country has a time zone as cities do; here only the country counts. */
    @ParameterizedTest
    @MethodSource("cases")
    void countries_and_cities_are_found_without_their_particles(CaseFiles.Case example) {
        List<Entity> found = new ArrayList<>(PLACES.extract(example.text(), example.language(), NOW));
        CITIES.extract(example.text(), example.language(), NOW).stream()
                .filter(entity -> entity.type().equals(Entity.CITY))
                .filter(city -> found.stream().noneMatch(country -> country.start() == city.start()))
                .forEach(found::add);
        found.sort(Comparator.comparingInt(Entity::start));

        assertThat(found.stream()
                        .map(entity -> entity.type() + "=" + entity.value())
                        .collect(Collectors.joining("; ")))
                .isEqualTo(example.expected());
    }

    @ParameterizedTest
    @EnumSource
    void each_language_has_60_cases_of_places(Language language) {
        assertThat(CaseFiles.of("places", language)).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void a_place_of_the_configured_file_has_its_zone_and_coordinates() throws IOException {
        PlaceEntityExtractor extractor = extractor(10, line("Gangneung", "Kangnung,강릉", "Asia/Seoul"));

        Entity place = extractor.extract("강릉은 어때", Language.KOREAN, NOW).getFirst();

        assertThat(place.type()).isEqualTo("city");
        assertThat(place.value()).isEqualTo("Asia/Seoul");
        assertThat(place.text()).isEqualTo("강릉");
        assertThat(place.attributes())
                .containsEntry("country", "KR")
                .containsEntry("latitude", "37.75")
                .containsEntry("longitude", "128.9");
        assertThat(extractor.extract("trains to Gangneung", Language.ENGLISH, NOW))
                .hasSize(1);
        assertThat(extractor.extract("trains to gangneung", Language.ENGLISH, NOW))
                .isEmpty();
    }

    @Test
    void no_more_places_are_read_than_configured() throws IOException {
        PlaceEntityExtractor extractor =
                extractor(1, line("Gangneung", "", "Asia/Seoul"), line("Sokcho", "", "Asia/Seoul"));

        assertThat(extractor.extract("Gangneung or Sokcho", Language.ENGLISH, NOW))
                .extracting(Entity::text)
                .containsExactly("Gangneung");
    }

    @Test
    void a_bad_line_is_named_with_what_is_wrong() throws IOException {
        Path file = write(line("Gangneung", "", "Asia/Seoul"), "1\tSokcho");

        assertThatThrownBy(() -> GeoNames.read(file, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the GeoNames file " + file + ", line 2, has 2 columns, not 19; take a file such as"
                        + " cities15000.txt from geonames.org");
        assertThatThrownBy(() -> GeoNames.read(write(line("Gangneung", "", "Asia/Nowhere")), 10))
                .hasMessage(
                        "the GeoNames file " + file + ", line 1, names no time zone but \"Asia/Nowhere\"; take a file"
                                + " such as cities15000.txt from geonames.org");
    }

    @Test
    void without_a_readable_file_countries_are_still_found() {
        PlaceEntityExtractor extractor =
                new PlaceEntityExtractor(folder.resolve("absent.txt").toString(), 10, Runnable::run);

        assertThat(extractor.extract("weather in Japan", Language.ENGLISH, NOW))
                .extracting(Entity::value)
                .containsExactly("JP");
    }

    @Test
    void a_limit_below_one_is_refused() {
        assertThatThrownBy(() -> new PlaceEntityExtractor("", 0, Runnable::run))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nlu: geonames_limit is 0; it must be at least 1");
    }

    private PlaceEntityExtractor extractor(int limit, String... lines) throws IOException {
        return new PlaceEntityExtractor(write(lines).toString(), limit, Runnable::run);
    }

    private Path write(String... lines) throws IOException {
        return Files.write(folder.resolve("places.txt"), List.of(lines));
    }

    private static String line(String name, String others, String zone) {
        return String.join(
                "\t",
                "1",
                name,
                name,
                others,
                "37.75",
                "128.9",
                "P",
                "PPL",
                "KR",
                "",
                "",
                "",
                "",
                "",
                "200000",
                "",
                "",
                zone,
                "2026-01-01");
    }
}
