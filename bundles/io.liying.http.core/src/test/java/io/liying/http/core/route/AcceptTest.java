package io.liying.http.core.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AcceptTest {

    private static final String EVENTS = "text/event-stream";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/event-stream",
                "Text/Event-Stream",
                "text/event-stream, application/json;q=0.5",
                "application/json;q=0.5, text/event-stream",
                "text/event-stream, application/json",
                "text/event-stream, */*"
            })
    void a_client_that_names_the_type_first_or_higher_prefers_it(String header) {
        assertThat(Accept.prefers(header, EVENTS)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/json",
                "application/json, text/event-stream",
                "text/event-stream;q=0",
                "text/event-stream;q=0.2, application/json;q=0.9",
                "text/event-stream;q=much"
            })
    void otherwise_it_gets_json(String header) {
        assertThat(Accept.prefers(header, EVENTS)).isFalse();
    }
}
