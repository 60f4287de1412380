package io.liying.http.rest.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MessageRateTest {

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void each_second_allows_its_number() {
        MessageRate rate = new MessageRate(2, nanos::get);
        assertThat(rate.allowsAnother()).isTrue();
        assertThat(rate.allowsAnother()).isTrue();
        assertThat(rate.allowsAnother()).isFalse();

        nanos.addAndGet(1_000_000_000);

        assertThat(rate.allowsAnother()).isTrue();
    }

    @Test
    void zero_allows_any_number() {
        MessageRate rate = new MessageRate(0, nanos::get);
        for (int i = 0; i < 1000; i++) {
            assertThat(rate.allowsAnother()).isTrue();
        }
    }
}
