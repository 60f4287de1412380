package io.liying.speech.core.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.speech.api.VoiceActivityDetector;
import io.liying.testkit.speech.TinyVosk;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EnergyDetectorTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void speech_is_found_in_every_recording_of_words_and_in_none_of_silence_or_noise(String language) throws Exception {
        for (TinyVosk.Recording recording : TinyVosk.recordings(language)) {
            boolean speech = longest(probabilities(recording.samples())) >= 5;

            assertThat(speech).as(recording.file()).isEqualTo(!recording.text().isEmpty());
        }
    }

    @Test
    void white_noise_of_any_loudness_is_no_speech() throws Exception {
        for (int loudness : List.of(100, 1000, 8000)) {
            Random random = new Random(7);
            short[] noise = new short[16_000 * 5];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (short) (random.nextGaussian() * loudness);
            }

            assertThat(longest(probabilities(noise)))
                    .as("loudness %d", loudness)
                    .isLessThan(5);
        }
    }

    @Test
    void words_are_found_in_noise() throws Exception {
        Random random = new Random(7);
        short[] words = TinyVosk.recording("en", "timer-five-minutes").samples();
        short[] noisy = new short[words.length + 16_000];
        for (int i = 0; i < noisy.length; i++) {
            int word = i < 16_000 ? 0 : words[i - 16_000];
            noisy[i] = (short) (word + random.nextGaussian() * 300);
        }

        assertThat(longest(probabilities(noisy))).isGreaterThanOrEqualTo(5);
    }

    @Test
    void a_fixed_threshold_takes_what_is_loud_and_pitched() throws Exception {
        EnergyDetector fixed = new EnergyDetector(500, false);
        short[] words = TinyVosk.recording("en", "hello").samples();
        double loudest = 0;
        try (VoiceActivityDetector.Ear ear = fixed.open()) {
            for (double each : probabilities(ear, words)) {
                loudest = Math.max(loudest, each);
            }
        }

        assertThat(loudest).isGreaterThan(0.5);
        assertThat(new EnergyDetector(30_000, false).open().speech(new short[512]))
                .isZero();
    }

    private static List<Double> probabilities(short[] samples) throws Exception {
        try (VoiceActivityDetector.Ear ear = new EnergyDetector(60, true).open()) {
            return probabilities(ear, samples);
        }
    }

    private static List<Double> probabilities(VoiceActivityDetector.Ear ear, short[] samples)
            throws InterruptedException {
        List<Double> probabilities = new ArrayList<>();
        new Frames().accept(samples, frame -> probabilities.add(ear.speech(frame)));
        return probabilities;
    }

    /** The longest run of frames that count as speech. */
    private static int longest(List<Double> probabilities) {
        int longest = 0;
        int run = 0;
        for (double probability : probabilities) {
            run = probability >= 0.5 ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
