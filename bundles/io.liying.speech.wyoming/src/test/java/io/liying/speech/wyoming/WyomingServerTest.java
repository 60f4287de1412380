package io.liying.speech.wyoming;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.Hearing;
import io.liying.speech.api.HearingEvent;
import io.liying.speech.api.HearingOptions;
import io.liying.speech.api.SpeechRecognition;
import io.liying.speech.api.Transcript;
import io.liying.speech.api.voice.Speech;
import io.liying.speech.api.voice.SpeechEvent;
import io.liying.speech.api.voice.SpeechRequest;
import io.liying.speech.api.voice.SpeechSynthesis;
import io.liying.speech.api.voice.Voice;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(20)
class WyomingServerTest {

    private WyomingServer server;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    @BeforeEach
    void connect() throws Exception {
        server = new WyomingServer("127.0.0.1", 0, 2, true);
        server.setEars(new Ears());
        server.setVoice(new Mouth());
        socket = new Socket("127.0.0.1", server.port());
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    @AfterEach
    void close() throws Exception {
        socket.close();
        server.close();
    }

    private WyomingEvent next() throws Exception {
        return WyomingEvent.read(in).orElseThrow();
    }

    private void say(String type, Map<String, Object> data, byte[] payload) throws Exception {
        new WyomingEvent(type, data, payload).write(out);
    }

    private static Map<String, Object> format() {
        return Map.of("rate", 16_000, "width", 2, "channels", 1);
    }

    @Test
    void it_describes_its_ears_and_voices() throws Exception {
        out.write("{\"type\": \"describe\"}\n".getBytes(StandardCharsets.UTF_8));

        WyomingEvent info = next();

        assertThat(info.type()).isEqualTo("info");
        assertThat(info.data().toString())
                .contains("models=[{", "languages=[de, en]", "name=vosk", "voices=[{", "name=fake/a", "languages=[en]");
        assertThat(info.data()).containsEntry("wake", List.of());
    }

    @Test
    void a_text_is_spoken_as_sound_in_chunks() throws Exception {
        say("synthesize", Map.of("text", "Hello.", "voice", Map.of("name", "fake/a", "language", "en")), new byte[0]);

        assertThat(next()).satisfies(start -> {
            assertThat(start.type()).isEqualTo("audio-start");
            assertThat(start.number("rate", 0)).isEqualTo(22_050);
        });
        assertThat(next()).satisfies(chunk -> {
            assertThat(chunk.type()).isEqualTo("audio-chunk");
            assertThat(chunk.payload()).hasSize(20);
        });
        assertThat(next().type()).isEqualTo("audio-stop");
    }

    @Test
    void sound_is_transcribed() throws Exception {
        say("transcribe", Map.of("language", "de"), new byte[0]);
        say("audio-start", format(), new byte[0]);
        say("audio-chunk", format(), new byte[640]);
        say("audio-chunk", format(), new byte[640]);
        say("audio-stop", Map.of(), new byte[0]);

        assertThat(next()).satisfies(transcript -> {
            assertThat(transcript.type()).isEqualTo("transcript");
            assertThat(transcript.data()).containsEntry("text", "640 samples").containsEntry("language", "de");
        });
    }

    @Test
    void a_wake_word_is_detected_once() throws Exception {
        say("detect", Map.of("names", List.of("hey_liying")), new byte[0]);
        say("audio-start", format(), new byte[0]);
        say("audio-chunk", format(), new byte[640]);
        say("audio-chunk", format(), new byte[640]);
        say("audio-stop", Map.of(), new byte[0]);
        say("ping", Map.of(), new byte[0]);

        assertThat(next()).satisfies(detection -> {
            assertThat(detection.type()).isEqualTo("detection");
            assertThat(detection.data()).containsEntry("name", "hey_liying");
        });
        assertThat(next().type()).isEqualTo("pong");
    }

    @Test
    void sound_of_another_form_is_refused_and_the_connection_goes_on() throws Exception {
        say("audio-chunk", Map.of("rate", 44_100, "width", 2, "channels", 1), new byte[10]);
        say("ping", Map.of(), new byte[0]);

        assertThat(next()).satisfies(error -> {
            assertThat(error.type()).isEqualTo("error");
            assertThat(error.data()).containsEntry("code", "voice.audio");
        });
        assertThat(next().type()).isEqualTo("pong");
    }

    @Test
    void without_ears_it_says_so() throws Exception {
        server.unsetEars(server.ears().orElseThrow());

        say("audio-stop", Map.of(), new byte[0]);

        assertThat(next().data()).containsEntry("code", "engine.none");
    }

    @Test
    void nonsense_ends_the_connection_and_no_other() throws Exception {
        try (Socket broken = new Socket("127.0.0.1", server.port())) {
            broken.getOutputStream()
                    .write("{\"type\":\"x\",\"payload_length\":2000000000}\n".getBytes(StandardCharsets.UTF_8));
            assertThat(broken.getInputStream().read()).isEqualTo(-1);
        }
        say("ping", Map.of(), new byte[0]);
        assertThat(next().type()).isEqualTo("pong");
    }

    @Test
    void without_a_port_nobody_is_let_in() throws Exception {
        WyomingServer closed = new WyomingServer("127.0.0.1", 0, 2, false);

        assertThat(closed.port()).isZero();
        closed.close();
    }

    private static final class Ears implements SpeechRecognition {

        @Override
        public List<Engine> engines() {
            return List.of(new Engine("vosk", Set.of(Language.ENGLISH, Language.GERMAN)));
        }

        @Override
        public Transcript transcribe(Audio sound, HearingOptions options) {
            return new Transcript(
                    sound.samples().length + " samples",
                    "",
                    options.language().orElseThrow(),
                    1,
                    List.of(),
                    "vosk",
                    List.of(),
                    List.of(),
                    Transcript.Certainty.SURE,
                    Duration.ZERO,
                    Duration.ZERO);
        }

        @Override
        public List<Transcript> utterances(Audio sound, HearingOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Hearing listen(HearingOptions options, Consumer<? super HearingEvent> listener) {
            String phrase = options.wakeWord().orElseThrow().getFirst();
            return new Hearing() {
                @Override
                public void accept(Audio sound) {
                    listener.accept(new HearingEvent.WakeWord(phrase, Duration.ZERO));
                }

                @Override
                public void asked() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void endUtterance() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public boolean finish(Duration limit) {
                    return true;
                }

                @Override
                public void close() {
                    // nothing is open
                }
            };
        }
    }

    private static final class Mouth implements SpeechSynthesis {

        private final Voice voice =
                new Voice("fake/a", "fake", Language.ENGLISH, Voice.Gender.FEMALE, Voice.Quality.CLEAR);

        @Override
        public List<Voice> voices() {
            return List.of(voice);
        }

        @Override
        public void prepare(SpeechRequest request) {
            // nothing takes time here
        }

        @Override
        public Speech begin(SpeechRequest request, Consumer<? super SpeechEvent> listener) {
            return new Speech() {
                @Override
                public boolean add(String text) {
                    return true;
                }

                @Override
                public void end() {
                    Thread.ofVirtual().start(() -> {
                        listener.accept(new SpeechEvent.Sentence("Hello.", "Hello.", voice));
                        listener.accept(new SpeechEvent.Sound(new Audio(22_050, new short[10])));
                        listener.accept(new SpeechEvent.Ended(false));
                    });
                }

                @Override
                public void close() {
                    // it has ended
                }

                @Override
                public CompletionStage<SpeechEvent> outcome() {
                    return CompletableFuture.completedFuture(new SpeechEvent.Ended(false));
                }
            };
        }
    }
}
