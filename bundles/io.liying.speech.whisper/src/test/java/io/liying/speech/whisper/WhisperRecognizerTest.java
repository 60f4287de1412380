package io.liying.speech.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.Vocabulary;
import io.liying.speech.api.model.InstalledModel;
import io.liying.speech.api.model.SpeechModels;
import io.liying.testkit.ManualClock;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No model of Whisper can be had where LiYing is built, so this goes up to the model's door. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WhisperRecognizerTest {

    @TempDir
    private Path folder;

    private final List<InstalledModel> models = new ArrayList<>();
    private final List<List<String>> probed = new ArrayList<>();
    private final WhisperRecognizer whisper = new WhisperRecognizer(
            new SpeechModels() {
                @Override
                public List<InstalledModel> of(String engine) {
                    return engine.equals("whisper") ? models : List.of();
                }

                @Override
                public List<Path> folders() {
                    return List.of();
                }
            },
            this::probe,
            new WhisperModels(ManualClock.at("2026-11-21T12:00:00Z[UTC]"), 1, 1),
            Duration.ofMinutes(15));

    @AfterEach
    void stop() {
        whisper.stop();
    }

    /** A file that begins like a model of the size "tiny". */
    private static byte[] header() {
        ByteBuffer header = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0x67676d6c);
        for (int size : new int[] {51865, 1500, 384, 6, 4, 448, 384, 6, 4, 80}) {
            header.putInt(size);
        }
        return header.putInt(1).array();
    }

    /** Filters, a vocabulary of ten words and one tensor of a name that Whisper does not have. */
    private static byte[] whole() {
        ByteBuffer model = ByteBuffer.allocate(100_000).order(ByteOrder.LITTLE_ENDIAN);
        model.put(header()).putInt(80).putInt(201).position(model.position() + 4 * 80 * 201);
        model.putInt(10);
        for (int i = 0; i < 10; i++) {
            model.putInt(1).put((byte) ('a' + i));
        }
        model.putInt(1).putInt(4).putInt(0).putInt(2).put("nope".getBytes(StandardCharsets.US_ASCII));
        model.putFloat(1).putFloat(2);
        return Arrays.copyOf(model.array(), model.position());
    }

    private void install(byte[] file) throws Exception {
        Files.write(folder.resolve("ggml-tiny.bin"), file);
        models.add(new InstalledModel("whisper-tiny", "whisper", Set.of(), folder, Map.of("file", "ggml-tiny.bin")));
    }

    /** Tries in a process of its own, as the product does: whisper.cpp ends its process over what it cannot read. */
    private void probe(InstalledModel model, List<Path> jars, String program, List<String> arguments)
            throws SpeechException, InterruptedException {
        probed.add(arguments);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-CreateCoredumpOnCrash",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                program));
        command.addAll(arguments);
        try {
            int status = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (status != 0) {
                throw ModelFile.broken(model, "status " + status, null);
            }
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    private void assertBroken(String why) {
        assertThatThrownBy(() -> whisper.open(Language.KOREAN, Vocabulary.OPEN, text -> {}))
                .isInstanceOfSatisfying(SpeechException.class, problem -> {
                    assertThat(problem.code()).isEqualTo("model.broken");
                    assertThat(problem.details())
                            .isEqualTo(Map.of("model", "whisper-tiny", "folder", folder.toString(), "why", why));
                });
    }

    @Test
    void without_a_model_it_hears_nothing() {
        assertThat(whisper.languages()).isEmpty();
        assertThatThrownBy(() -> whisper.open(Language.KOREAN, Vocabulary.OPEN, text -> {}))
                .hasMessage("language.unheard{language=ko}");
    }

    @Test
    void a_model_without_languages_hears_all_and_an_english_one_english() throws Exception {
        install(whole());
        assertThat(whisper.languages()).hasSize(7);

        models.set(0, new InstalledModel("whisper-tiny.en", "whisper", Set.of(Language.ENGLISH), folder, Map.of()));
        assertThat(whisper.languages()).containsExactly(Language.ENGLISH);
    }

    @Test
    void a_file_that_is_no_model_is_refused_before_native_code_sees_it() throws Exception {
        install("this is no model, however long it may be, and must not crash".getBytes(StandardCharsets.US_ASCII));

        assertBroken("its file is no ggml model of Whisper");
        assertThat(probed).isEmpty();
    }

    @Test
    void an_empty_file_a_damaged_header_and_a_missing_file_are_clear_errors() throws Exception {
        install(new byte[0]);
        assertBroken("its file is cut short");

        byte[] damaged = header();
        damaged[7] = (byte) 0x80;
        Files.write(folder.resolve("ggml-tiny.bin"), damaged);
        assertBroken("its file is damaged or of another version");

        Files.delete(folder.resolve("ggml-tiny.bin"));
        assertBroken("its .bin file is missing");
    }

    @ParameterizedTest
    @ValueSource(ints = {48, 60, 64_400, 64_420, 64_440})
    void a_model_cut_short_anywhere_is_refused_before_native_code_sees_it(int length) throws Exception {
        install(Arrays.copyOf(whole(), length));

        assertBroken("its file is cut short");
        assertThat(probed).isEmpty();
    }

    @Test
    void a_whole_file_that_whisper_refuses_ends_the_process_that_tries_it_and_not_this_one() throws Exception {
        install(whole());

        assertThatThrownBy(() -> whisper.open(Language.KOREAN, Vocabulary.OPEN, text -> {}))
                .isInstanceOfSatisfying(SpeechException.class, problem -> {
                    assertThat(problem.code()).isEqualTo("model.broken");
                    assertThat(problem.details()).containsEntry("model", "whisper-tiny");
                });
        assertThat(probed)
                .containsExactly(List.of(folder.resolve("ggml-tiny.bin").toString()));
    }

    @Test
    void after_it_was_stopped_nobody_is_heard() throws Exception {
        install(whole());
        whisper.stop();

        assertThatThrownBy(() -> whisper.open(Language.KOREAN, Vocabulary.OPEN, text -> {}))
                .hasMessage("engine.gone{engine=whisper}");
        assertThat(probed).isEmpty();
    }
}
