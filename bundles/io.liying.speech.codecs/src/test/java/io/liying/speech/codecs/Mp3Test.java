package io.liying.speech.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.liying.speech.api.Audio;
import io.liying.speech.api.AudioEncoder;
import io.liying.speech.api.SpeechException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one library writes another one reads. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Mp3Test {

    private static final int HERTZ = 440;

    private final Mp3Decoder decoder = new Mp3Decoder();

    private static Audio tone(int rate) {
        short[] samples = new short[2 * rate];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (10_000 * Math.sin(2 * Math.PI * HERTZ * i / rate));
        }
        return new Audio(rate, samples);
    }

    private static byte[] mp3(Audio sound) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (AudioEncoder.Encoding encoding = new Mp3Encoder().begin(sound.sampleRate())) {
            for (int at = 0; at < sound.samples().length; at += 1000) {
                short[] part = Arrays.copyOfRange(sound.samples(), at, Math.min(at + 1000, sound.samples().length));
                file.writeBytes(encoding.add(new Audio(sound.sampleRate(), part)));
            }
            file.writeBytes(encoding.end());
        }
        return file.toByteArray();
    }

    private PitchEar hear(byte[] file) throws Exception {
        PitchEar ear = new PitchEar();
        decoder.decode(new ByteArrayInputStream(file), ear);
        return ear;
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 16_000, 22_050, 24_000, 48_000})
    void a_tone_is_the_same_tone_after_it_was_written_and_read(int rate) throws Exception {
        byte[] file = mp3(tone(rate));

        PitchEar ear = hear(file);

        assertThat(decoder.reads(Arrays.copyOf(file, 64))).isTrue();
        assertThat(file.length).as("64 kbit/s").isBetween(14_000, 19_000);
        assertThat(ear.rate()).isEqualTo(rate);
        assertThat(ear.channels()).isOne();
        assertThat(ear.samples() / (double) rate).isCloseTo(2, within(0.4));
        assertThat(ear.ups()).isCloseTo(2 * HERTZ, within(12));
        assertThat(Math.sqrt(ear.energy() / (2.0 * rate)) * 32_768).isCloseTo(10_000 / Math.sqrt(2), within(500.0));
    }

    @Test
    void sound_comes_out_long_before_the_end() {
        try (AudioEncoder.Encoding encoding = new Mp3Encoder().begin(22_050)) {
            assertThat(encoding.add(new Audio(22_050, new short[22_050 / 4]))).isNotEmpty();
        }
    }

    @Test
    void nothing_is_an_empty_file() {
        try (AudioEncoder.Encoding encoding = new Mp3Encoder().begin(22_050)) {
            assertThat(encoding.add(new Audio(22_050, new short[0]))).isEmpty();
        }
    }

    @Test
    void a_tag_before_the_sound_is_skipped_and_one_that_claims_too_much_is_told() throws Exception {
        byte[] sound = mp3(tone(16_000));
        byte[] tagged = new byte[10 + 300 + sound.length];
        System.arraycopy(new byte[] {'I', 'D', '3', 4, 0, 0, 0, 0, 2, 44}, 0, tagged, 0, 10);
        System.arraycopy(sound, 0, tagged, 310, sound.length);
        byte[] greedy = new byte[] {'I', 'D', '3', 4, 0, 0, 127, 127, 127, 127, 1, 2, 3};

        assertThat(decoder.reads(Arrays.copyOf(tagged, 64))).isTrue();
        assertThat(hear(tagged).samples()).isEqualTo(hear(sound).samples());
        damaged(greedy);
    }

    @Test
    void what_is_no_mp3_is_told() {
        byte[] nonsense = new byte[5000];
        Arrays.fill(nonsense, (byte) 0x55);
        damaged(nonsense);
        damaged(new byte[] {(byte) 0xFF, (byte) 0xFB});

        assertThat(decoder.reads("fLaC and so on".getBytes())).isFalse();
        assertThat(decoder.reads("OggS and so on".getBytes())).isFalse();
        assertThat(decoder.reads(new byte[0])).isFalse();
        assertThat(decoder.reads(new byte[] {(byte) 0xFF, (byte) 0xF1, 0x50, 0x40}))
                .as("AAC in ADTS")
                .isFalse();
    }

    private void damaged(byte[] file) {
        assertThatThrownBy(() -> hear(file))
                .isInstanceOfSatisfying(
                        SpeechException.class,
                        problem -> assertThat(problem.code()).isEqualTo("audio.damaged"));
    }
}
