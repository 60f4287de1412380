package io.liying.speech.wyoming;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.Hearing;
import io.liying.speech.api.HearingEvent;
import io.liying.speech.api.HearingOptions;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.SpeechRecognition;
import io.liying.speech.api.voice.Prosody;
import io.liying.speech.api.voice.Speech;
import io.liying.speech.api.voice.SpeechEvent;
import io.liying.speech.api.voice.SpeechRequest;
import io.liying.speech.api.voice.SpeechSynthesis;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** One client. Used by one thread, except {@link #heard}. */
final class WyomingConnection {

    /** Ten minutes of sound. */
    private static final int LONGEST_RECORDING = 10 * 60 * Audio.HEARING_RATE * 2;

    private static final int MOST_WAITING = 32;
    private static final String OWNER = "owner";

    private final Senses senses;
    private final InputStream in;
    private final OutputStream out;
    private final ByteArrayOutputStream recording = new ByteArrayOutputStream();
    private Optional<Language> language = Optional.empty();
    private @Nullable Hearing spotting;
    private volatile boolean detected;

    WyomingConnection(Socket socket, Senses senses) throws IOException {
        this.senses = senses;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = new BufferedOutputStream(socket.getOutputStream());
    }

    void serve() throws IOException, InterruptedException {
        try {
            Optional<WyomingEvent> event = WyomingEvent.read(in);
            while (event.isPresent()) {
                answer(event.get());
                event = WyomingEvent.read(in);
            }
        } finally {
            stopSpotting();
        }
    }

    private void answer(WyomingEvent event) throws IOException, InterruptedException {
        try {
            switch (event.type()) {
                case "describe" -> send(Info.of(senses));
                case "ping" -> send(new WyomingEvent("pong", event.data()));
                case "synthesize" -> synthesize(event);
                case "transcribe" -> language = event.text("language").flatMap(Language::of);
                case "detect" -> detect(event);
                case "audio-start" -> recording.reset();
                case "audio-chunk" -> take(event);
                case "audio-stop" -> stop();
                default -> {
                    // later versions of the protocol may say more
                }
            }
        } catch (SpeechException failure) {
            send(new WyomingEvent(
                    "error", Map.of("text", String.valueOf(failure.getMessage()), "code", failure.code())));
        }
    }

    private synchronized void send(WyomingEvent event) throws IOException {
        event.write(out);
    }

    private void synthesize(WyomingEvent event) throws SpeechException, IOException, InterruptedException {
        SpeechSynthesis voice = senses.voice().orElseThrow(() -> new SpeechException("voice.none", Map.of()));
        Optional<String> wanted = event.text("voice", "name")
                .filter(name -> voice.voices().stream().anyMatch(one -> one.id().equals(name)));
        SpeechRequest request =
                new SpeechRequest(OWNER, event.text("voice", "language").flatMap(Language::of), wanted, Prosody.NORMAL);
        BlockingQueue<SpeechEvent> events = new LinkedBlockingQueue<>(MOST_WAITING);
        try (Speech speech = voice.begin(request, said -> put(events, said))) {
            speech.add(event.text("text").orElse(""));
            speech.end();
            int rate = 0;
            SpeechEvent said = events.take();
            while (!(said instanceof SpeechEvent.Ended)) {
                switch (said) {
                    case SpeechEvent.Failed(SpeechException problem) -> throw problem;
                    case SpeechEvent.Sound(Audio audio) -> {
                        if (rate == 0) {
                            rate = audio.sampleRate();
                            send(new WyomingEvent("audio-start", format(rate)));
                        }
                        send(new WyomingEvent("audio-chunk", format(rate), audio.littleEndian()));
                    }
                    default -> {
                        // words and sentences are not part of the protocol
                    }
                }
                said = events.take();
            }
            send(new WyomingEvent("audio-stop", Map.of()));
        }
    }

    private static void put(BlockingQueue<SpeechEvent> events, SpeechEvent said) {
        try {
            events.put(said);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, Object> format(int rate) {
        return Map.of("rate", rate, "width", 2, "channels", 1);
    }

    private SpeechRecognition ears() throws SpeechException {
        return senses.ears().orElseThrow(() -> new SpeechException("engine.none", Map.of()));
    }

    private void detect(WyomingEvent event) throws SpeechException {
        stopSpotting();
        detected = false;
        List<String> phrases = event.data().get("names") instanceof List<?> names
                ? names.stream()
                        .map(name -> String.valueOf(name).replace('_', ' '))
                        .toList()
                : List.of("hey liying");
        spotting = ears().listen(HearingOptions.DEFAULT.woken(phrases), this::heard);
    }

    /** The ears' thread. */
    private void heard(HearingEvent event) {
        if (event instanceof HearingEvent.WakeWord(String phrase, Duration at) && !detected) {
            detected = true;
            try {
                send(new WyomingEvent(
                        "detection", Map.of("name", phrase.replace(' ', '_'), "timestamp", at.toMillis())));
            } catch (IOException gone) {
                // the thread that reads notices it, too
                detected = false;
            }
        }
    }

    private void take(WyomingEvent event) throws SpeechException, InterruptedException {
        if (event.number("width", 2) != 2
                || event.number("channels", 1) != 1
                || event.number("rate", Audio.HEARING_RATE) != Audio.HEARING_RATE
                || event.payload().length % 2 != 0) {
            throw new SpeechException("voice.audio", Map.of("format", String.valueOf(event.data())));
        }
        Hearing listening = spotting;
        if (listening != null) {
            listening.accept(Audio.ofLittleEndian(Audio.HEARING_RATE, event.payload()));
        } else if (recording.size() + event.payload().length > LONGEST_RECORDING) {
            recording.reset();
            throw new SpeechException("audio.long", Map.of("seconds", 600));
        } else {
            recording.writeBytes(event.payload());
        }
    }

    private void stop() throws SpeechException, IOException, InterruptedException {
        if (spotting != null) {
            spotting.finish(Duration.ofSeconds(2));
            if (!detected) {
                send(new WyomingEvent("not-detected", Map.of()));
            }
            stopSpotting();
            return;
        }
        Audio sound = Audio.ofLittleEndian(Audio.HEARING_RATE, recording.toByteArray());
        recording.reset();
        var transcript = ears().transcribe(sound, HearingOptions.DEFAULT.in(language));
        send(new WyomingEvent(
                "transcript",
                Map.of(
                        "text", transcript.text(),
                        "language", transcript.language().code())));
    }

    private void stopSpotting() {
        Hearing listening = spotting;
        spotting = null;
        if (listening != null) {
            listening.close();
        }
    }
}
