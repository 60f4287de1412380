package io.liying.speech.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.liying.speech.api.Audio;
import io.liying.speech.api.AudioEncoder;
import io.liying.speech.api.SpeechException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read again; "yes-opus.ogg" is our own "yes.wav", written by libopus. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpusTest {

    private static final int RATE = 24_000;
    private static final int HERTZ = 440;

    private final OggOpusDecoder decoder = new OggOpusDecoder();

    private static byte[] opus(int samples) {
        short[] tone = new short[samples];
        for (int i = 0; i < samples; i++) {
            tone[i] = (short) (10_000 * Math.sin(2 * Math.PI * HERTZ * i / RATE));
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (AudioEncoder.Encoding encoding = new OggOpusEncoder().begin(RATE)) {
            for (int at = 0; at < samples; at += 1000) {
                file.writeBytes(encoding.add(
                        new Audio(RATE, Arrays.copyOfRange(tone, at, Math.min(at + 1000, samples)))));
            }
            file.writeBytes(encoding.end());
        }
        return file.toByteArray();
    }

    private PitchEar hear(byte[] file) throws SpeechException, IOException {
        PitchEar ear = new PitchEar();
        decoder.decode(new ByteArrayInputStream(file), ear);
        return ear;
    }

    @Test
    void a_tone_is_the_same_tone_after_it_was_written_and_read() throws Exception {
        byte[] file = opus(2 * RATE);

        PitchEar ear = hear(file);

        assertThat(decoder.reads(Arrays.copyOf(file, 64))).isTrue();
        assertThat(file.length).as("32 kbit/s").isBetween(4_000, 12_000);
        assertThat(ear.rate()).isEqualTo(48_000);
        assertThat(ear.channels()).isOne();
        assertThat(ear.ups()).isCloseTo(2 * HERTZ, within(12));
        assertThat(Math.sqrt(ear.energy() / 96_000) * 32_768).isCloseTo(10_000 / Math.sqrt(2), within(700.0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 479, 480, 481, 4_800, 23_999, 48_000})
    void as_much_is_read_as_was_written(int samples) throws Exception {
        assertThat(hear(opus(samples)).samples()).isEqualTo(2 * samples);
    }

    @Test
    void what_libopus_wrote_is_read() throws Exception {
        PitchEar ear = hear(DecodersTest.file("yes-opus.ogg"));

        assertThat(ear.rate()).isEqualTo(48_000);
        assertThat(ear.samples()).isEqualTo(3 * 24_800);
        assertThat(Math.sqrt(ear.energy() / ear.samples())).isCloseTo(loudness("yes-16.flac"), within(0.01));
    }

    private double loudness(String flac) throws Exception {
        PitchEar ear = new PitchEar();
        new FlacDecoder().decode(new ByteArrayInputStream(DecodersTest.file(flac)), ear);
        return Math.sqrt(ear.energy() / ear.samples());
    }

    @Test
    void sound_comes_out_long_before_the_end() {
        try (AudioEncoder.Encoding encoding = new OggOpusEncoder().begin(RATE)) {
            assertThat(encoding.add(new Audio(RATE, new short[RATE / 2])).length)
                    .isGreaterThan(200);
        }
    }

    @Test
    void a_file_cut_short_is_told() throws Exception {
        byte[] file = opus(RATE);
        for (double share : new double[] {0.01, 0.1, 0.5, 0.9}) {
            assertThatThrownBy(() -> hear(Arrays.copyOf(file, (int) (file.length * share))))
                    .isInstanceOfSatisfying(
                            SpeechException.class,
                            problem -> assertThat(problem.code()).isEqualTo("audio.damaged"));
        }
    }

    @Test
    void a_damaged_file_is_read_in_part_or_told_and_nothing_else() throws Exception {
        byte[] whole = opus(RATE);
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] file = whole.clone();
            for (int k = 0; k < 5; k++) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(hear(file).samples()).isLessThan(100 * RATE);
            } catch (SpeechException told) {
                assertThat(told.code()).isIn("audio.damaged", "audio.channels");
            }
        }
    }

    @Test
    void more_than_two_channels_are_refused() {
        byte[] file = opus(RATE);
        int head = new String(file, StandardCharsets.ISO_8859_1).indexOf("OpusHead");
        file[head + 9] = 6;
        checksum(file, head + 19);

        assertThatThrownBy(() -> hear(file))
                .isInstanceOfSatisfying(
                        SpeechException.class,
                        problem -> assertThat(problem.code()).isEqualTo("audio.channels"));
    }

    /** Of the first page (RFC 3533, section 6). */
    private static void checksum(byte[] file, int length) {
        Arrays.fill(file, 22, 26, (byte) 0);
        int crc = 0;
        for (int i = 0; i < length; i++) {
            crc ^= file[i] << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc << 1 ^ (crc < 0 ? 0x04C11DB7 : 0);
            }
        }
        for (int i = 0; i < 4; i++) {
            file[22 + i] = (byte) (crc >> 8 * i);
        }
    }
}
