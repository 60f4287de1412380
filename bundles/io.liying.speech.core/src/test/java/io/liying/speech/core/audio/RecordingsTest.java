package io.liying.speech.core.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.liying.speech.api.Audio;
import io.liying.speech.api.SpeechException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordingsTest {

    private static final int SAMPLES = 4000;

    private final Recordings recordings = new Recordings(60);

    private Audio read(byte[] file) throws SpeechException, IOException {
        return recordings.read(new ByteArrayInputStream(file));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 24, 32})
    void every_bit_depth_sounds_the_same(int bits) throws Exception {
        Audio heard = read(WavFile.pcm(1, 16_000, bits, tone(16_000, bits, 1)).bytes());

        assertThat(heard.samples()).hasSize(SAMPLES);
        assertThat(loudness(heard)).isCloseTo(0.5 / Math.sqrt(2), within(0.01));
    }

    @Test
    void floats_are_read() throws Exception {
        ByteBuffer data = ByteBuffer.allocate(SAMPLES * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < SAMPLES; i++) {
            data.putFloat((float) (0.5 * Math.sin(i * 0.1)));
        }

        Audio heard = read(new WavFile(3, 1, 16_000, 32, SAMPLES * 4L, data.array()).bytes());

        assertThat(loudness(heard)).isCloseTo(0.5 / Math.sqrt(2), within(0.01));
    }

    @Test
    void telephone_encodings_are_read() throws Exception {
        byte[] loudest = {(byte) 0x80, 0x00, (byte) 0xFF};
        byte[] aLaw = {(byte) 0xAA, 0x2A, (byte) 0xD5};

        assertThat(read(new WavFile(7, 1, 16_000, 8, 3, loudest).bytes()).samples())
                .containsExactly(32124, -32124, 0);
        assertThat(read(new WavFile(6, 1, 16_000, 8, 3, aLaw).bytes()).samples())
                .containsExactly(32256, -32256, 8);
    }

    @Test
    void stereo_is_mixed_to_one_channel() throws Exception {
        Audio heard = read(WavFile.pcm(2, 16_000, 16, tone(16_000, 16, 2)).bytes());

        assertThat(heard.samples()).hasSize(SAMPLES);
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 11_025, 22_050, 44_100, 48_000, 96_000})
    void every_rate_becomes_16_khz_without_losing_the_tone(int rate) throws Exception {
        byte[] second = tone(rate, 16, 1, rate);

        Audio heard = read(WavFile.pcm(1, rate, 16, second).bytes());

        assertThat(heard.samples().length).isCloseTo(16_000, within(1));
        assertThat(loudness(heard)).isCloseTo(0.5 / Math.sqrt(2), within(0.01));
    }

    @Test
    void a_tone_that_16_khz_cannot_carry_is_filtered_out() {
        short[] high = new short[48_000];
        for (int i = 0; i < high.length; i++) {
            high[i] = (short) (16_000 * Math.sin(2 * Math.PI * 12_000 * i / 48_000));
        }

        Audio low = recordings.resample(new Audio(48_000, high), 16_000);

        assertThat(loudness(low)).isLessThan(0.002);
    }

    @Test
    void a_stream_of_unknown_size_is_read_to_its_end() throws Exception {
        WavFile file = WavFile.pcm(1, 16_000, 16, tone(16_000, 16, 1));

        assertThat(read(file.claiming(0).bytes()).samples()).hasSize(SAMPLES);
        assertThat(read(file.claiming(0xFFFFFFFFL).bytes()).samples()).hasSize(SAMPLES);
        assertThat(read(file.claiming(0x7FFFF000L).bytes()).samples()).hasSize(SAMPLES);
    }

    @Test
    void what_is_wrong_is_told() {
        byte[] tone = tone(16_000, 16, 1);
        refused(new byte[0], "audio.empty", Map.of());
        refused(WavFile.pcm(1, 16_000, 16, new byte[0]).bytes(), "audio.empty", Map.of());
        refused("<html>".getBytes(StandardCharsets.US_ASCII), "audio.format", Map.of("start", "3c68746d6c3e"));
        refused(WavFile.pcm(1, 0, 16, tone).bytes(), "audio.rate", Map.of("rate", 0L, "min", 1000, "max", 384_000));
        refused(WavFile.pcm(8, 16_000, 16, tone).bytes(), "audio.channels", Map.of("channels", 8L, "max", 6));
        refused(WavFile.pcm(1, 16_000, 12, tone).bytes(), "audio.encoding", Map.of("encoding", 1, "bits", 12));
        refused(new WavFile(85, 1, 16_000, 16, 10, tone).bytes(), "audio.encoding", Map.of("encoding", 85, "bits", 16));
        refused(WavFile.pcm(1, 16_000, 16, tone).claiming(3L << 30).bytes(), "audio.long", Map.of("seconds", 60));
        refused(
                WavFile.pcm(1, 16_000, 16, tone).claiming(tone.length + 100).bytes(),
                "audio.damaged",
                Map.of("part", "data"));
        refused("RIFF....WAVE".getBytes(StandardCharsets.US_ASCII), "audio.damaged", Map.of("part", "data"));
    }

    @Test
    void a_recording_longer_than_allowed_is_refused_whatever_its_header_says() {
        byte[] long61 = tone(1000, 8, 1, 61_000);

        refused(WavFile.pcm(1, 1000, 8, long61).claiming(0).bytes(), "audio.long", Map.of("seconds", 60));
    }

    private void refused(byte[] file, String code, Map<String, Object> details) {
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(SpeechException.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.details()).isEqualTo(details);
        });
    }

    private static byte[] tone(int rate, int bits, int channels) {
        return tone(rate, bits, channels, SAMPLES);
    }

    private static byte[] tone(int rate, int bits, int channels, int samples) {
        ByteBuffer data = ByteBuffer.allocate(samples * channels * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < samples * channels; i++) {
            double value = 0.5 * Math.sin(2 * Math.PI * 400 * (i / channels) / rate);
            switch (bits) {
                case 8 -> data.put((byte) Math.round(128 + value * 127));
                case 16 -> data.putShort((short) (value * 32767));
                case 24 -> {
                    int whole = (int) (value * 8388607);
                    data.put((byte) whole).put((byte) (whole >> 8)).put((byte) (whole >> 16));
                }
                default -> data.putInt((int) (value * Integer.MAX_VALUE));
            }
        }
        return data.array();
    }

    /** Root mean square of the middle half, where filters have settled. */
    private static double loudness(Audio sound) {
        double sum = 0;
        int from = sound.samples().length / 4;
        int to = sound.samples().length * 3 / 4;
        for (int i = from; i < to; i++) {
            sum += Math.pow(sound.samples()[i] / 32768.0, 2);
        }
        return Math.sqrt(sum / (to - from));
    }
}
