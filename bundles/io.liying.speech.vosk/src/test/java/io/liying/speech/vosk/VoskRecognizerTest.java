package io.liying.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.RecognitionResult;
import io.liying.speech.api.RecognizedWord;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.SpeechRecognizer;
import io.liying.speech.api.Vocabulary;
import io.liying.speech.api.model.InstalledModel;
import io.liying.speech.api.model.SpeechModels;
import io.liying.testkit.ManualClock;
import io.liying.testkit.speech.TinyVosk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VoskRecognizerTest {

    @TempDir
    private Path folder;

    private final ManualClock clock = ManualClock.at("2026-11-21T12:00:00Z[UTC]");
    private final List<InstalledModel> models = new ArrayList<>();
    private VoskRecognizer vosk;

    @BeforeEach
    void install() {
        for (String language : TinyVosk.LANGUAGES) {
            Path model = TinyVosk.model(language, folder);
            models.add(new InstalledModel(
                    model.getFileName().toString(),
                    "vosk",
                    Set.of(Language.of(language).orElseThrow()),
                    model,
                    Map.of()));
        }
        vosk = recognizer(2);
    }

    private VoskRecognizer recognizer(int most) {
        return new VoskRecognizer(
                new SpeechModels() {
                    @Override
                    public List<InstalledModel> of(String engine) {
                        return engine.equals("vosk") ? List.copyOf(models) : List.of();
                    }

                    @Override
                    public List<Path> folders() {
                        return List.of(folder);
                    }
                },
                (model, jars, program, arguments) -> {},
                clock,
                most,
                Duration.ofMinutes(15));
    }

    @AfterEach
    void stop() {
        vosk.stop();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void silence_and_noise_are_nothing_in_every_language(String language) throws Exception {
        for (String nothing : List.of("silence", "noise")) {
            RecognitionResult result =
                    hear(language, TinyVosk.recording("en", nothing), Vocabulary.OPEN, new ArrayList<>());

            assertThat(result.text()).as(nothing).isEmpty();
        }
    }

    private static List<String> languages() {
        return TinyVosk.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void recordings_are_heard_word_for_word(String language) throws Exception {
        for (TinyVosk.Recording recording : TinyVosk.recordings(language)) {
            if (!recording.text().contains("[unk]")) {
                RecognitionResult result = hear(language, recording, Vocabulary.OPEN, new ArrayList<>());

                assertThat(result.text()).as(recording.file()).isEqualTo(recording.text());
            }
        }
    }

    @Test
    void words_have_times_and_confidences() throws Exception {
        TinyVosk.Recording recording = TinyVosk.recording("en", "timer-five-minutes");

        List<RecognizedWord> words =
                hear("en", recording, Vocabulary.OPEN, new ArrayList<>()).words();

        assertThat(words)
                .extracting(RecognizedWord::text)
                .containsExactly("set", "a", "timer", "for", "five", "minutes");
        assertThat(words).isSortedAccordingTo(java.util.Comparator.comparing(RecognizedWord::start));
        assertThat(words).allSatisfy(word -> {
            assertThat(word.end()).isGreaterThan(word.start());
            assertThat(word.confidence()).isBetween(0.0, 1.0);
        });
    }

    @Test
    void the_text_so_far_is_told_while_somebody_speaks() throws Exception {
        List<String> partials = new ArrayList<>();

        hear("en", TinyVosk.recording("en", "timer-five-minutes"), Vocabulary.OPEN, partials);

        assertThat(partials).hasSizeGreaterThan(2).contains("set a timer");
    }

    @Test
    void a_strict_vocabulary_hears_nothing_else() throws Exception {
        Vocabulary only = new Vocabulary(List.of("turn on the lights", "stop"), Vocabulary.Use.ONLY);

        assertThat(hear("en", TinyVosk.recording("en", "lights-on"), only, new ArrayList<>())
                        .text())
                .isEqualTo("turn on the lights");
        assertThat(hear("en", TinyVosk.recording("en", "weather-today"), only, new ArrayList<>())
                        .text())
                .doesNotContain("weather");
    }

    @Test
    void speech_outside_of_the_vocabulary_is_not_believed() throws Exception {
        RecognitionResult result = hear("en", TinyVosk.recording("en", "oov"), Vocabulary.OPEN, new ArrayList<>());

        assertThat(vosk.reliability(result)).isLessThan(0.7);
        assertThat(result.text()).doesNotContain("[unk]");
    }

    @Test
    void models_are_loaded_when_needed_shared_and_unloaded_when_idle() throws Exception {
        assertThat(vosk.languages()).containsExactlyInAnyOrder(Language.values());
        assertThat(vosk.loaded().count()).isZero();

        SpeechRecognizer.Stream first = vosk.open(Language.ENGLISH, Vocabulary.OPEN, text -> {});
        SpeechRecognizer.Stream second = vosk.open(Language.ENGLISH, Vocabulary.OPEN, text -> {});
        assertThat(vosk.loaded().count()).isOne();

        first.close();
        clock.advance(Duration.ofMinutes(20));
        vosk.loaded().unloadIdle(Duration.ofMinutes(15));
        assertThat(vosk.loaded().count()).isOne();

        second.close();
        clock.advance(Duration.ofMinutes(20));
        vosk.loaded().unloadIdle(Duration.ofMinutes(15));
        assertThat(vosk.loaded().count()).isZero();
    }

    @Test
    void a_model_that_nobody_uses_makes_room_and_one_in_use_does_not() throws Exception {
        vosk.stop();
        vosk = recognizer(1);
        vosk.open(Language.ENGLISH, Vocabulary.OPEN, text -> {}).close();
        SpeechRecognizer.Stream korean = vosk.open(Language.KOREAN, Vocabulary.OPEN, text -> {});

        assertThatThrownBy(() -> vosk.open(Language.ENGLISH, Vocabulary.OPEN, text -> {}))
                .isInstanceOfSatisfying(SpeechException.class, problem -> {
                    assertThat(problem.code()).isEqualTo("model.memory");
                    assertThat(problem.details()).isEqualTo(Map.of("count", 1));
                });
        korean.close();
        vosk.open(Language.ENGLISH, Vocabulary.OPEN, text -> {}).close();
    }

    @Test
    void a_stream_is_finished_before_the_recognizer_goes() throws Exception {
        TinyVosk.Recording recording = TinyVosk.recording("en", "lights-on");
        SpeechRecognizer.Stream stream = vosk.open(Language.ENGLISH, Vocabulary.OPEN, text -> {});
        CountDownLatch gone = new CountDownLatch(1);
        Thread stopping = Thread.startVirtualThread(() -> {
            vosk.stop();
            gone.countDown();
        });
        while (stopping.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        stream.accept(Audio.heard(recording.samples()));
        assertThat(stream.finish().text()).isEqualTo("turn on the lights");
        assertThat(gone.getCount()).isOne();
        stream.close();
        gone.await();
        assertThatThrownBy(() -> vosk.open(Language.ENGLISH, Vocabulary.OPEN, text -> {}))
                .hasMessageContaining("engine.gone");
    }

    @Test
    void a_folder_that_is_no_model_is_a_clear_error() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("vosk-empty-de"));
        models.clear();
        models.add(new InstalledModel("vosk-empty-de", "vosk", Set.of(Language.GERMAN), empty, Map.of()));

        assertThatThrownBy(() -> vosk.open(Language.GERMAN, Vocabulary.OPEN, text -> {}))
                .isInstanceOfSatisfying(SpeechException.class, problem -> {
                    assertThat(problem.code()).isEqualTo("model.broken");
                    assertThat(problem.details()).containsEntry("model", "vosk-empty-de");
                });
    }

    @Test
    void two_hundred_loads_leave_no_memory_behind() throws Exception {
        hear("en", TinyVosk.recording("en", "yes"), Vocabulary.OPEN, new ArrayList<>());
        loadAndUnload(40);
        long before = resident();

        loadAndUnload(200);

        // A model of 1.8 MB that stayed each time would make 360 MB.
        assertThat(resident() - before).isLessThan(40L << 20);
    }

    private void loadAndUnload(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            try (SpeechRecognizer.Stream stream = vosk.open(Language.KOREAN, Vocabulary.OPEN, text -> {})) {
                stream.accept(Audio.heard(new short[1600]));
            }
            clock.advance(Duration.ofMinutes(20));
            vosk.loaded().unloadIdle(Duration.ofMinutes(15));
            assertThat(vosk.loaded().count()).isZero();
        }
    }

    /** Bytes of the process in memory; 0 where the system does not say. */
    private static long resident() throws Exception {
        Path status = Path.of("/proc/self/statm");
        return Files.exists(status) ? Long.parseLong(Files.readString(status).split(" ")[1]) * 4096 : 0;
    }

    private RecognitionResult hear(
            String language, TinyVosk.Recording recording, Vocabulary vocabulary, List<String> partials)
            throws SpeechException {
        short[] samples = recording.samples();
        try (SpeechRecognizer.Stream stream =
                vosk.open(Language.of(language).orElseThrow(), vocabulary, partials::add)) {
            for (int at = 0; at < samples.length; at += 1600) {
                stream.accept(Audio.heard(Arrays.copyOfRange(samples, at, Math.min(at + 1600, samples.length))));
            }
            return stream.finish();
        }
    }
}
