package io.liying.http.core.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.http.core.route.Traffic.Entry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TrafficTest {

    private final Traffic traffic = new Traffic();

    @Test
    void one_too_many_is_refused_until_another_ends() {
        assertThat(traffic.begin(2)).isEqualTo(Entry.BEGUN);
        assertThat(traffic.begin(2)).isEqualTo(Entry.BEGUN);
        assertThat(traffic.begin(2)).isEqualTo(Entry.TOO_MANY);

        traffic.end();

        assertThat(traffic.begin(2)).isEqualTo(Entry.BEGUN);
    }

    @Test
    void draining_waits_for_requests_in_work_and_lets_none_begin() throws Exception {
        traffic.begin(9);
        CompletableFuture<Boolean> drained = CompletableFuture.supplyAsync(() -> drain(Duration.ofMinutes(1)));
        while (traffic.begin(9) == Entry.BEGUN) {
            traffic.end();
        }
        assertThat(drained).isNotDone();

        traffic.end();

        assertThat(drained.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void draining_gives_up_after_its_limit() {
        traffic.begin(9);

        assertThat(drain(Duration.ofMillis(1))).isFalse();
    }

    @Test
    void an_endless_stream_does_not_hold_up_the_end() {
        traffic.begin(9);
        traffic.streamBegins();

        assertThat(drain(Duration.ofMinutes(5))).isTrue();
    }

    private boolean drain(Duration limit) {
        try {
            return traffic.drain(limit);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
