package io.liying.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The microphone and LiYing's voice in a browser whose microphone is a recording. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VoiceTest extends BrowserTest {

    private static final int RATE = 16_000;
    private static final int FRAME_BYTES = 1024;

    @Override
    Browser startedBrowser() {
        return Browser.hearing(tone());
    }

    /** Two seconds of a loud tone. */
    private static Path tone() {
        byte[] samples = new byte[2 * RATE * 2];
        for (int index = 0; index < samples.length / 2; index++) {
            short sample = (short) (12_000 * Math.sin(2 * Math.PI * 440 * index / RATE));
            samples[2 * index] = (byte) sample;
            samples[2 * index + 1] = (byte) (sample >> 8);
        }
        try {
            Path file = Files.createTempFile("tone", ".wav");
            file.toFile().deleteOnExit();
            AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
            AudioSystem.write(
                    new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2),
                    AudioFileFormat.Type.WAVE,
                    file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Page listening() {
        return open().click("#microphone").await(".voice[data-phase=listening]");
    }

    @Test
    void the_microphone_goes_to_the_server_as_frames_of_pcm() {
        Page page = listening();

        page.awaitServer(() -> liYing.frames.size() > 20 && liYing.loudest.get() > 500);
        assertThat(liYing.frames).allMatch(bytes -> bytes == FRAME_BYTES);
        assertThat(liYing.voice).containsExactly("start");
        assertThat(page.text(".voice-words")).isEqualTo("Listening");
        assertThat(browser.readConsole()).isEmpty();

        page.click("#microphone").await("silence", () -> !page.shows(".voice"));
        page.awaitServer(() -> liYing.voice.equals(List.of("start", "stop")));
    }

    @Test
    void what_was_said_and_its_answer_are_shown_as_a_turn() {
        liYing.replies = said -> Reply.of("Your timer is set.");
        Page page = listening();

        liYing.tell(Map.of("type", "speech_started"));
        liYing.tell(Map.of("type", "hearing", "text", "set a timer"));
        page.await("the words", () -> page.text(".voice-words").equals("set a timer"));
        liYing.tell(Map.of("type", "transcript", "text", "set a timer for five minutes", "language", "en"));
        liYing.answerSpoken("set a timer for five minutes");

        page.awaitAnswer("Your timer is set.");
        assertThat(page.said()).containsExactly("set a timer for five minutes");
        assertThat(liYing.voice).as("the voice goes on in the new session").containsExactly("start");
    }

    @Test
    void the_answer_is_played_and_stops_at_once_when_the_person_speaks() {
        Page page = listening();
        page.script("""
                window.struck = 0; window.stopped = 0;
                const start = AudioBufferSourceNode.prototype.start, stop = AudioBufferSourceNode.prototype.stop;
                AudioBufferSourceNode.prototype.start = function (when) { window.struck++; return start.call(this, when); };
                AudioBufferSourceNode.prototype.stop = function () { window.stopped++; return stop.call(this); };""");

        liYing.tell(Map.of("type", "speaking", "turn_id", "t1", "text", "Hello.", "sample_rate", RATE));
        for (int index = 0; index < 20; index++) {
            liYing.sound(new byte[RATE]);
        }
        page.await(".voice[data-phase=speaking]");
        page.await("sound", () -> (Long) page.script("return window.struck") == 20);
        page.awaitServer(() -> liYing.voice.contains("played"));

        liYing.tell(Map.of("type", "hush", "turn_id", "t1", "heard", "Hello."));

        page.await("silence", () -> (Long) page.script("return window.stopped") >= 18);
        page.await(".voice[data-phase=listening]");
    }

    @Test
    void a_button_makes_it_quiet() {
        Page page = listening();
        liYing.tell(Map.of("type", "speaking", "turn_id", "t1", "text", "Hello.", "sample_rate", RATE));
        liYing.sound(new byte[RATE * 20]);

        page.click("#hush");

        page.await(".voice[data-phase=listening]");
        page.awaitServer(() -> liYing.voice.contains("hush"));
    }

    @Test
    void the_manner_of_talking_is_chosen_and_kept() {
        Page page = listening();

        page.script("const mode = document.getElementById('voice-mode');"
                + "mode.value = 'finish_then_listen'; mode.dispatchEvent(new Event('change'));");

        page.awaitServer(() -> liYing.voice.equals(List.of("start", "mode finish_then_listen")));
        page.click("#microphone").await("silence", () -> !page.shows(".voice"));
        page.click("#microphone").await(".voice[data-phase=listening]");
        assertThat(liYing.modes).containsExactly("stop_and_listen", "finish_then_listen");
        page.script("localStorage.clear()");
    }

    @Test
    void with_push_to_talk_only_what_is_said_while_the_button_is_held_leaves_the_page() {
        Page page = listening();
        page.script("const mode = document.getElementById('voice-mode');"
                + "mode.value = 'push_to_talk'; mode.dispatchEvent(new Event('change'));");
        page.await("#hold");
        page.awaitServer(() -> liYing.voice.contains("mode push_to_talk"));
        liYing.frames.clear();

        page.script("document.getElementById('hold').dispatchEvent(new PointerEvent('pointerdown'))");
        page.await("#hold[aria-pressed=true]");
        page.awaitServer(() -> liYing.frames.size() > 5);
        page.script("document.getElementById('hold').dispatchEvent(new PointerEvent('pointerup'))");

        page.await("#hold[aria-pressed=false]");
        page.awaitServer(() -> liYing.voice.getLast().equals("release"));
        assertThat(liYing.voice).containsExactly("start", "mode push_to_talk", "played", "press", "release");
        page.script("localStorage.clear()");
    }

    @Test
    void a_server_without_a_voice_says_so() {
        Page page = listening();

        liYing.tell(Map.of("type", "error", "code", "voice.missing", "detail", "This server cannot talk."));

        page.await(".voice-problem");
        assertThat(page.text(".voice-problem")).isEqualTo("This server cannot talk.");
    }
}
