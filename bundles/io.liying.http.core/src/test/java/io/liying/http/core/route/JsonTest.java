package io.liying.http.core.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JsonTest {

    private final Json json = new Json();

    private record Values(
            Duration tookSoLong, Instant at, Language language, Optional<String> given, Optional<String> absent) {}

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void records_are_written_in_snake_case_with_milliseconds_instants_and_language_codes() throws Exception {
        Values values = new Values(
                Duration.ofNanos(1_234_567),
                Instant.parse("2026-11-21T00:00:00Z"),
                Language.KOREAN,
                Optional.of("여기"),
                Optional.empty());

        assertThat(new String(json.write(values), StandardCharsets.UTF_8))
                .isEqualTo("{\"took_so_long\":1.235,\"at\":\"2026-11-21T00:00:00Z\",\"language\":\"ko\","
                        + "\"given\":\"여기\",\"absent\":null}");
    }

    @Test
    void an_object_is_read_as_maps_and_lists() throws Exception {
        assertThat(json.read(utf8("{\"a\":[1,true,null,{\"b\":\"c\"}]}")))
                .isEqualTo(Map.of("a", java.util.Arrays.asList(1, true, null, Map.of("b", "c"))));
        assertThat(json.read(utf8("[]"))).isEqualTo(List.of());
    }

    @Test
    void an_error_has_its_line_and_column_counted_in_characters() {
        assertThatThrownBy(() -> json.read(utf8("{\n  \"message\": \"안녕하세요\" x\n}")))
                .isInstanceOf(Json.Malformed.class)
                .hasMessage("line 2, column 22");
    }

    @Test
    void what_follows_the_value_is_an_error() {
        assertThatThrownBy(() -> json.read(utf8("{} {}"))).isInstanceOf(Json.Malformed.class);
    }

    @Test
    void deep_nesting_is_an_error_not_a_stack_overflow() {
        assertThatThrownBy(() -> json.read(utf8("[".repeat(100_000)))).isInstanceOf(Json.Malformed.class);
    }

    @Test
    void bytes_that_are_no_utf8_are_an_error() {
        assertThatThrownBy(() -> json.read(new byte[] {'"', (byte) 0xff, (byte) 0xfe, '"'}))
                .isInstanceOf(Json.Malformed.class);
    }

    @Test
    void forgetting_classes_changes_nothing_for_the_reader() throws Exception {
        json.write(Map.of("a", 1));

        json.forget();

        assertThat(new String(json.write(Map.of("a", 1)), StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":1}");
    }
}
