package io.liying.speech.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ResamplerTest {

    private static short[] tone(int rate, int hertz, int samples) {
        short[] tone = new short[samples];
        for (int i = 0; i < samples; i++) {
            tone[i] = (short) (12_000 * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return tone;
    }

    @ParameterizedTest
    @CsvSource({"22050, 24000", "24000, 16000", "48000, 16000", "16000, 48000", "44100, 22050", "8000, 16000"})
    void sound_that_comes_in_parts_is_the_same_as_the_whole(int from, int to) {
        short[] sound = tone(from, 440, from);
        Resampler resampler = new Resampler(from, to);
        short[] parts = new short[2 * to];
        int count = 0;
        for (int at = 0; at < sound.length; ) {
            int next = Math.min(sound.length, at + 1 + at % 777);
            short[] part = resampler.add(Arrays.copyOfRange(sound, at, next));
            System.arraycopy(part, 0, parts, count, part.length);
            count += part.length;
            at = next;
        }
        short[] rest = resampler.end();
        System.arraycopy(rest, 0, parts, count, rest.length);

        assertThat(Arrays.copyOf(parts, count + rest.length)).isEqualTo(Resampler.resample(sound, from, to));
        assertThat(rest.length).as("what it is behind").isLessThan(60);
    }

    @ParameterizedTest
    @CsvSource({"22050, 24000", "16000, 48000", "48000, 16000"})
    void a_tone_stays_a_tone_of_its_loudness(int from, int to) {
        short[] changed = Resampler.resample(tone(from, 1000, from), from, to);
        short[] ideal = tone(to, 1000, to);

        assertThat(changed).hasSize(to);
        double error = 0;
        for (int i = 100; i < to - 100; i++) {
            error = Math.max(error, Math.abs(changed[i] - ideal[i]));
        }
        assertThat(error).isLessThan(40);
    }

    @Test
    void what_the_new_rate_cannot_hold_is_gone() {
        short[] changed = Resampler.resample(tone(48_000, 11_000, 48_000), 48_000, 16_000);

        int loudest = 0;
        for (short sample : Arrays.copyOfRange(changed, 100, changed.length - 100)) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        assertThat(loudest).isLessThan(20);
    }

    @Test
    void no_rate_is_refused() {
        assertThatThrownBy(() -> new Resampler(0, 16_000)).isInstanceOf(IllegalArgumentException.class);
    }
}
