package io.liying.speech.piper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.model.InstalledModel;
import io.liying.speech.api.model.NativeProbe;
import io.liying.speech.api.model.SpeechModels;
import io.liying.speech.api.voice.Prosody;
import io.liying.speech.api.voice.SpeechMark;
import io.liying.speech.api.voice.SpeechSink;
import io.liying.speech.api.voice.Voice;
import io.liying.testkit.Configurations;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a voice of our own making: no voice of Piper can be had where LiYing is built. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PiperSynthesizerTest {

    @TempDir
    private Path folder;

    private final List<InstalledModel> models = new ArrayList<>();
    private final List<List<String>> probed = new ArrayList<>();
    private PiperSynthesizer piper;

    @BeforeEach
    void start() {
        install("en_US-tiny-low");
        piper = piper("espeak-ng");
    }

    private void install(String name) {
        TinyVoice.write(folder.resolve(name), name);
        models.add(new InstalledModel(
                name, "piper", Set.of(Language.ENGLISH), folder.resolve(name), Map.of("file", name + ".onnx")));
    }

    private PiperSynthesizer piper(String command) {
        return new PiperSynthesizer(
                new SpeechModels() {
                    @Override
                    public List<InstalledModel> of(String engine) {
                        return engine.equals("piper") ? models : List.of();
                    }

                    @Override
                    public List<Path> folders() {
                        return List.of();
                    }
                },
                (model, jars, program, arguments) -> probed.add(arguments),
                Configurations.with(PiperConfig.class, Map.of("espeak_command", command, "piper_voices", 1)));
    }

    @AfterEach
    void stop() {
        piper.stop();
    }

    private static void assumeEspeak() {
        boolean installed = Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator, -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "espeak-ng")));
        Assumptions.assumeTrue(installed, "eSpeak NG is not on this machine");
    }

    private List<Audio> say(String text) throws Exception {
        List<Audio> sound = new ArrayList<>();
        piper.synthesize(text, piper.voices().getFirst(), Prosody.NORMAL, new SpeechSink() {
            @Override
            public void sound(Audio audio) {
                sound.add(audio);
            }

            @Override
            public void mark(SpeechMark mark) {
                throw new AssertionError("Piper gives no marks");
            }
        });
        return sound;
    }

    @Test
    void an_installed_voice_speaks_what_espeak_reads() throws Exception {
        assumeEspeak();

        List<Audio> sound = say("hello there");

        assertThat(piper.voices())
                .containsExactly(new Voice(
                        "piper/en_US-tiny-low",
                        "piper",
                        Language.ENGLISH,
                        Voice.Gender.NEUTRAL,
                        Voice.Quality.NATURAL));
        assertThat(sound).allMatch(part -> part.sampleRate() == TinyVoice.RATE && part.samples().length <= 1_600);
        int samples = sound.stream().mapToInt(part -> part.samples().length).sum();
        // About ten phonemes, each with a pad, and the signs of begin and end.
        assertThat(samples % TinyVoice.SAMPLES).isZero();
        assertThat(samples / TinyVoice.SAMPLES).isBetween(15, 40);
        assertThat(probed)
                .containsExactly(List.of(
                        folder.resolve("en_US-tiny-low/en_US-tiny-low.onnx").toString(),
                        "1",
                        probed.getFirst().get(2)));
    }

    @Test
    void phonemes_become_their_numbers_with_pads_between_begin_and_end() {
        Map<String, List<Long>> map =
                Map.of("_", List.of(0L), "^", List.of(1L), "$", List.of(2L), "a", List.of(7L), "\u0303", List.of(9L));

        assertThat(Phonemes.numbers("a\u00e3x", map)).containsExactly(1, 0, 7, 0, 7, 0, 9, 0, 2);
    }

    @Test
    void the_phonemes_of_every_language_are_those_of_espeak() throws Exception {
        assumeEspeak();
        Phonemes phonemes = new Phonemes("espeak-ng");

        assertThat(phonemes.of("Guten Tag?", "de")).contains("ɡ", "t").endsWith("?");
        assertThat(phonemes.of("bonjour", "fr-fr")).contains("ʒ").endsWith(".");
        assertThat(phonemes.of("你好", "cmn")).contains("χ", "ɑu");
        assertThat(phonemes.of("用 LiYing", "cmn")).contains("j");
        assertThat(phonemes.of("Der Timer läuft.", "de"))
                .as("where eSpeak NG reads English it says so, which is nothing to speak")
                .contains("aɪm")
                .doesNotContain("(", ")");
    }

    @Test
    void so_many_voices_are_in_memory_and_the_one_unused_longest_makes_room() throws Exception {
        assumeEspeak();
        say("one");
        models.clear();
        install("en_GB-tiny-low");

        say("two");

        assertThat(piper.loaded().count()).isOne();
    }

    @Test
    void two_hundred_loads_leave_no_memory_behind() throws Exception {
        loadAndUnload(40);
        long before = resident();

        loadAndUnload(200);

        assertThat(resident() - before).isLessThan(60L << 20);
    }

    private void loadAndUnload(int times) throws Exception {
        VoiceFile file = VoiceReader.read(models.getFirst());
        for (int i = 0; i < times; i++) {
            try (PiperVoice voice = new PiperVoice(file, 2)) {
                assertThat(voice.say(new long[] {4, 0, 5}, 1)).hasSize(3 * TinyVoice.SAMPLES);
            }
        }
    }

    /** Bytes of the process in memory; 0 where the system does not say. */
    private static long resident() throws Exception {
        Path status = Path.of("/proc/self/statm");
        return Files.exists(status) ? Long.parseLong(Files.readString(status).split(" ")[1]) * 4096 : 0;
    }

    @Test
    void a_network_cut_short_is_a_clear_error() throws Exception {
        Path network = folder.resolve("en_US-tiny-low/en_US-tiny-low.onnx");
        byte[] whole = Files.readAllBytes(network);
        Files.write(network, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> say("hello")).isInstanceOfSatisfying(SpeechException.class, problem -> {
            assertThat(problem.code()).isEqualTo("model.broken");
            assertThat(problem.details()).containsEntry("model", "en_US-tiny-low");
        });
    }

    @Test
    void settings_that_are_missing_or_useless_are_clear_errors() throws Exception {
        Path settings = folder.resolve("en_US-tiny-low/en_US-tiny-low.onnx.json");
        Files.writeString(settings, "{}");
        assertBroken("its .json file lacks phoneme_id_map, audio.sample_rate or espeak.voice");

        Files.delete(settings);
        assertBroken("en_US-tiny-low.onnx.json is missing");
    }

    private void assertBroken(String why) {
        assertThatThrownBy(() -> say("hello"))
                .isInstanceOfSatisfying(
                        SpeechException.class,
                        problem -> assertThat(problem.details()).containsEntry("why", why));
    }

    @Test
    void without_espeak_there_are_no_voices_and_after_it_was_stopped_nothing_is_said() {
        assertThat(piper("").voices()).isEmpty();

        piper.stop();
        assertThatThrownBy(() -> say("hello")).hasMessage("engine.gone{engine=piper}");
    }

    @Test
    void the_probe_says_a_pause_in_a_process_with_its_own_jars_only() throws Exception {
        String jars = NativeProbe.classPath(Probe.class, ai.onnxruntime.OrtEnvironment.class).stream()
                .map(Path::toString)
                .collect(Collectors.joining(java.io.File.pathSeparator));
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        jars,
                        Probe.class.getName(),
                        folder.resolve("en_US-tiny-low/en_US-tiny-low.onnx").toString(),
                        "1",
                        "3")
                .redirectErrorStream(true)
                .start();

        assertThat(new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(child.waitFor()).isZero();
    }
}
