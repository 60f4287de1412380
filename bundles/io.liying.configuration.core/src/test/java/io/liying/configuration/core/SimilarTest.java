package io.liying.configuration.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SimilarTest {

    private static final List<String> KEYS = List.of("port", "host", "queue_capacity", "shutdown_seconds");

    @Test
    void a_slip_is_recognised() {
        assertThat(Similar.to("prot", KEYS)).contains("port");
        assertThat(Similar.to("hots", KEYS)).contains("host");
        assertThat(Similar.to("queueCapacity", KEYS)).contains("queue_capacity");
        assertThat(Similar.to("queue.capacty", KEYS)).contains("queue_capacity");
        assertThat(Similar.to("shutdown_second", KEYS)).contains("shutdown_seconds");
    }

    @Test
    void something_else_is_not_guessed() {
        assertThat(Similar.to("colour", KEYS)).isEmpty();
        assertThat(Similar.to("timeout", KEYS)).isEmpty();
    }
}
