package io.liying.speech.silero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.speech.api.SpeechException;
import io.liying.speech.api.VoiceActivityDetector;
import io.liying.speech.api.model.InstalledModel;
import io.liying.speech.api.model.SpeechModels;
import io.liying.testkit.speech.TinyVosk;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SileroDetectorTest {

    private static final Path SHARED = Path.of(System.getenv().getOrDefault("LIYING_SHARED", "../../../shared"));

    private static SileroDetector with(List<InstalledModel> models) {
        return new SileroDetector(
                new SpeechModels() {
                    @Override
                    public List<InstalledModel> of(String engine) {
                        return engine.equals("silero") ? models : List.of();
                    }

                    @Override
                    public List<Path> folders() {
                        return List.of();
                    }
                },
                (model, jars, program, arguments) -> {});
    }

    private static SileroDetector real() {
        Path folder = SHARED.resolve("models/silero-vad");
        Assumptions.assumeTrue(Files.exists(folder), "the Silero model is not on this machine");
        return with(List.of(
                new InstalledModel("silero-vad", "silero", Set.of(), folder, Map.of("file", "silero_vad_v6.onnx"))));
    }

    @Test
    void without_its_model_it_is_not_ready() {
        assertThat(with(List.of()).ready()).isFalse();
        assertThatThrownBy(with(List.of())::open).hasMessage("detector.none{detector=silero}");
    }

    @Test
    void a_file_that_is_no_model_is_a_clear_error(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("silero_vad.onnx"), "nonsense");
        SileroDetector broken = with(List.of(new InstalledModel("broken", "silero", Set.of(), folder, Map.of())));

        assertThatThrownBy(broken::open).isInstanceOfSatisfying(SpeechException.class, problem -> {
            assertThat(problem.code()).isEqualTo("model.broken");
            assertThat(problem.details()).containsEntry("model", "broken");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void it_finds_our_own_recordings_of_words_and_nothing_in_silence_and_noise(String language) throws Exception {
        SileroDetector silero = real();
        for (TinyVosk.Recording recording : TinyVosk.recordings(language)) {
            double share = share(silero, recording.samples());

            if (recording.text().isEmpty()) {
                assertThat(share).as(recording.file()).isZero();
            } else {
                assertThat(share).as(recording.file()).isGreaterThan(0.1);
            }
        }
        silero.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"test.wav", "test_de.wav", "test_es.wav", "test_fr.wav", "test_ja.wav", "test_ko.wav"})
    void people_are_found_in_every_language(String file) throws Exception {
        SileroDetector silero = real();

        assertThat(share(silero, samples(file))).isGreaterThan(0.4);
        silero.stop();
    }

    @Test
    void a_clip_without_speech_has_none() throws Exception {
        SileroDetector silero = real();

        assertThat(share(silero, samples("empty.wav"))).isZero();
        silero.stop();
    }

    @Test
    void ears_do_not_hear_one_another() throws Exception {
        SileroDetector silero = real();
        short[] words = samples("test_ko.wav");
        List<Double> alone = probabilities(silero, words);
        List<Double> beside = new ArrayList<>();
        try (VoiceActivityDetector.Ear ear = silero.open();
                VoiceActivityDetector.Ear other = silero.open()) {
            for (int at = 0; at + 512 <= words.length; at += 512) {
                other.speech(new short[512]);
                beside.add(ear.speech(Arrays.copyOfRange(words, at, at + 512)));
            }
        }

        assertThat(beside).isEqualTo(alone);
        silero.stop();
    }

    @Test
    void nothing_is_heard_after_it_was_stopped_however_many_hear() throws Exception {
        SileroDetector silero = real();
        int count = 4;
        CountDownLatch hearing = new CountDownLatch(count);
        List<CompletableFuture<String>> refused = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            VoiceActivityDetector.Ear ear = silero.open();
            CompletableFuture<String> end = new CompletableFuture<>();
            refused.add(end);
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    ear.speech(new short[512]);
                    hearing.countDown();
                    for (int frame = 0; frame < 1_000_000; frame++) {
                        ear.speech(new short[512]);
                    }
                    end.complete("never refused");
                } catch (IllegalStateException closed) {
                    end.complete(closed.getMessage());
                }
            });
        }
        hearing.await();

        silero.stop();

        for (CompletableFuture<String> each : refused) {
            assertThat(each.get(10, TimeUnit.SECONDS)).isEqualTo("The Silero model is closed");
        }
        assertThatThrownBy(silero::open).hasMessage("engine.gone{engine=silero}");
        silero.stop();
    }

    @Test
    void two_hundred_loads_leave_no_memory_behind() throws Exception {
        loadAndUnload(40);
        long before = resident();

        loadAndUnload(200);

        // A model of 2.3 MB that stayed each time would make 460 MB.
        assertThat(resident() - before).isLessThan(60L << 20);
    }

    private static void loadAndUnload(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            SileroDetector silero = real();
            try (VoiceActivityDetector.Ear ear = silero.open()) {
                ear.speech(new short[512]);
            }
            silero.stop();
        }
    }

    /** Bytes of the process in memory; 0 where the system does not say. */
    private static long resident() throws Exception {
        Path status = Path.of("/proc/self/statm");
        return Files.exists(status) ? Long.parseLong(Files.readString(status).split(" ")[1]) * 4096 : 0;
    }

    private static short[] samples(String file) throws Exception {
        byte[] bytes = Files.readAllBytes(
                SHARED.resolve("data/speech/picovoice-leopard").resolve(file));
        short[] samples = new short[(bytes.length - 44) / 2];
        ByteBuffer.wrap(bytes, 44, samples.length * 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        return samples;
    }

    private static double share(SileroDetector silero, short[] samples) throws Exception {
        List<Double> probabilities = probabilities(silero, samples);
        return (double) probabilities.stream().filter(each -> each >= 0.5).count() / probabilities.size();
    }

    private static List<Double> probabilities(SileroDetector silero, short[] samples) throws Exception {
        List<Double> probabilities = new ArrayList<>();
        try (VoiceActivityDetector.Ear ear = silero.open()) {
            for (int at = 0; at + 512 <= samples.length; at += 512) {
                probabilities.add(ear.speech(Arrays.copyOfRange(samples, at, at + 512)));
            }
        }
        return probabilities;
    }
}
