package io.liying.speech.espeak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.voice.Prosody;
import io.liying.speech.api.voice.SpeechMark;
import io.liying.speech.api.voice.SpeechSink;
import io.liying.speech.api.voice.Voice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EspeakSynthesizerTest {

    private static final int LOUD = 2000;

    @TempDir
    private Path folder;

    private final EspeakSynthesizer espeak = new EspeakSynthesizer("espeak-ng", 2, 4);

    @AfterEach
    void stop() {
        espeak.deactivate();
    }

    private static final class Recorder implements SpeechSink {
        private final List<Audio> parts = new ArrayList<>();

        @Override
        public void sound(Audio audio) {
            parts.add(audio);
        }

        @Override
        public void mark(SpeechMark mark) {
            throw new AssertionError("eSpeak NG gives no marks");
        }

        double seconds() {
            return parts.stream().mapToLong(part -> part.duration().toMillis()).sum() / 1000.0;
        }

        int loudest() {
            int loudest = 0;
            for (Audio part : parts) {
                for (short sample : part.samples()) {
                    loudest = Math.max(loudest, Math.abs(sample));
                }
            }
            return loudest;
        }
    }

    private static Voice voice(EspeakSynthesizer engine, Language language) {
        return engine.voices().stream()
                .filter(one -> one.language() == language)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "KOREAN, 타이머를 오 분으로 맞췄어요.",
        "ENGLISH, Your timer for five minutes is set.",
        "CHINESE, 五分钟的计时器已经设好了。",
        "JAPANESE, 五分のタイマーを設定しました。",
        "SPANISH, El temporizador de cinco minutos está listo.",
        "FRENCH, Le minuteur de cinq minutes est lancé.",
        "GERMAN, Der Timer für fünf Minuten ist gestellt."
    })
    void every_language_is_spoken(Language language, String text) throws Exception {
        assumeTrue(!espeak.voices().isEmpty(), "espeak-ng is not installed");
        Recorder recorder = new Recorder();

        espeak.synthesize(text, voice(espeak, language), Prosody.NORMAL, recorder);

        assertThat(recorder.seconds()).isBetween(1.0, 6.0);
        assertThat(recorder.loudest()).isGreaterThan(LOUD);
        assertThat(recorder.parts).hasSizeGreaterThan(5);
    }

    @Test
    void chinese_characters_are_not_spelt_in_english() throws Exception {
        assumeTrue(!espeak.voices().isEmpty(), "espeak-ng is not installed");
        Recorder recorder = new Recorder();

        espeak.synthesize("你好，很高兴", voice(espeak, Language.CHINESE), Prosody.NORMAL, recorder);

        assertThat(recorder.seconds())
                .as("five syllables, not \"nee three hao three\"")
                .isLessThan(2.2);
        Process asked =
                new ProcessBuilder("espeak-ng", "-q", "-x", "-v", new Mandarin("espeak-ng").voice(), "好").start();
        assertThat(new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .doesNotContain("(en)");
    }

    @ParameterizedTest
    @EnumSource
    void every_voice_of_a_language_sounds_different(Language language) throws Exception {
        assumeTrue(!espeak.voices().isEmpty(), "espeak-ng is not installed");
        List<Voice> voices = espeak.voices().stream()
                .filter(voice -> voice.language() == language)
                .toList();
        Set<Integer> sounds = new HashSet<>();
        for (Voice voice : voices) {
            Recorder recorder = new Recorder();
            espeak.synthesize("1 2 3", voice, Prosody.NORMAL, recorder);
            sounds.add(recorder.parts.stream()
                    .map(part -> Arrays.hashCode(part.samples()))
                    .toList()
                    .hashCode());
        }

        assertThat(sounds).hasSameSizeAs(voices).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void a_higher_rate_is_shorter() throws Exception {
        assumeTrue(!espeak.voices().isEmpty(), "espeak-ng is not installed");
        Recorder normal = new Recorder();
        Recorder fast = new Recorder();
        Voice voice = voice(espeak, Language.ENGLISH);

        espeak.synthesize("one two three four five", voice, Prosody.NORMAL, normal);
        espeak.synthesize("one two three four five", voice, new Prosody(2, 1, 1), fast);

        assertThat(fast.seconds()).isLessThan(normal.seconds() * 0.75);
    }

    @Test
    void an_interrupted_sentence_ends_at_once() {
        assumeTrue(!espeak.voices().isEmpty(), "espeak-ng is not installed");
        SpeechSink impatient = new SpeechSink() {
            @Override
            public void sound(Audio audio) throws InterruptedException {
                throw new InterruptedException();
            }

            @Override
            public void mark(SpeechMark mark) {}
        };

        assertThatThrownBy(() -> espeak.synthesize(
                        "a very long sentence ".repeat(100),
                        voice(espeak, Language.ENGLISH),
                        Prosody.NORMAL,
                        impatient))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void without_the_program_there_are_no_voices() {
        EspeakSynthesizer missing = new EspeakSynthesizer("espeak-that-nobody-has", 1, 1);

        assertThat(missing.voices()).isEmpty();
        assertThat(new EspeakSynthesizer("", 1, 1).voices()).isEmpty();
        missing.deactivate();
    }

    @Test
    void a_program_that_fails_is_an_error_and_not_silence() throws IOException {
        Path broken = folder.resolve("broken");
        Files.writeString(broken, "#!/bin/sh\ncat >/dev/null\nexit 3\n");
        Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("rwx------"));
        EspeakSynthesizer engine = new EspeakSynthesizer(broken.toString(), 1, 1);

        assertThatThrownBy(() ->
                        engine.synthesize("Hello", voice(engine, Language.ENGLISH), Prosody.NORMAL, new Recorder()))
                .isInstanceOfSatisfying(
                        SpeechException.class,
                        problem -> assertThat(problem.details()).containsEntry("reason", "it ended with 3"));
        engine.deactivate();
    }

    @Test
    void no_more_processes_wait_than_are_allowed() throws Exception {
        assumeTrue(!espeak.voices().isEmpty(), "espeak-ng is not installed");
        WarmProcesses warm = new WarmProcesses(2);

        for (String voice : List.of("en-us", "de", "es")) {
            warm.warm(List.of("espeak-ng", "-v", voice, "--stdin", "--stdout"));
        }

        assertThat(warm.count()).isEqualTo(2);
        warm.close();
        assertThat(warm.count()).isZero();
    }
}
