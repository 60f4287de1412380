package io.liying.http.voice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.liying.http.api.ProblemException;
import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.WavFile;
import io.liying.speech.api.voice.SpeechEvent;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One socket of {@code /tts-ws}. Its texts are spoken one after another by a thread of its own; each sentence is sent as a
 * WAV in base64 as soon as it has been synthesised.
 */
public final class SpeechSocket implements Session.Listener.AutoDemanding {

    private static final Logger log = LoggerFactory.getLogger(SpeechSocket.class);
    private static final JsonMapper JSON = new JsonMapper();

    /** Texts that may wait. */
    private static final int MOST_WAITING = 16;

    private final SpeechDoor door;
    private final String personId;
    private final Language language;
    private final Set<SpeechSocket> open;
    private final BlockingQueue<SpeechOrder> orders = new LinkedBlockingQueue<>(MOST_WAITING);
    private @Nullable Session session;
    private @Nullable Thread worker;

    SpeechSocket(SpeechDoor door, String personId, Language language, Set<SpeechSocket> open) {
        this.door = door;
        this.personId = personId;
        this.language = language;
        this.open = open;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        open.add(this);
        worker = Thread.ofVirtual().name("tts-ws").start(() -> work(opened));
    }

    @Override
    public void onWebSocketText(String text) {
        try {
            SpeechOrder order = door.reader(fields(text), language).order("text", "rate", personId);
            if (!orders.offer(order)) {
                throw door.texts().problem(429, "socket.busy", language, Map.of());
            }
        } catch (ProblemException problem) {
            Session opened = session;
            if (opened != null) {
                opened.sendText(error(problem), Callback.NOOP);
            }
        }
    }

    private Map<String, Object> fields(String text) throws ProblemException {
        try {
            if (JSON.readValue(text, Object.class) instanceof Map<?, ?> map) {
                Map<String, Object> fields = new HashMap<>();
                map.forEach((name, value) -> fields.put(String.valueOf(name), value));
                return fields;
            }
        } catch (JsonProcessingException malformed) {
            log.debug("A message is not JSON", malformed);
        }
        throw door.texts().problem(400, "socket.json", language, Map.of());
    }

    private void work(Session opened) {
        try {
            while (true) {
                speak(orders.take(), opened);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException gone) {
            log.debug("The client is gone", gone);
        }
    }

    private void speak(SpeechOrder order, Session opened) throws InterruptedException, ExecutionException {
        try (SpokenOrder spoken = door.begin(order, language)) {
            List<Audio> parts = new ArrayList<>();
            String sentence = "";
            while (true) {
                switch (spoken.event()) {
                    case SpeechEvent.Sentence(String text, String said, var voice) -> {
                        flush(sentence, parts, opened);
                        sentence = text.strip();
                    }
                    case SpeechEvent.Sound(Audio audio) -> parts.add(audio);
                    case SpeechEvent.Mark mark -> {}
                    case SpeechEvent.Ended ended -> {
                        flush(sentence, parts, opened);
                        send(Map.of("status", "complete"), opened);
                        return;
                    }
                    case SpeechEvent.Failed(var problem) -> {
                        flush(sentence, parts, opened);
                        send(error(door.texts().problem(problem, language)), opened);
                        return;
                    }
                }
            }
        } catch (ProblemException refused) {
            send(error(refused), opened);
        }
    }

    private static void flush(String sentence, List<Audio> parts, Session opened)
            throws InterruptedException, ExecutionException {
        if (!parts.isEmpty()) {
            byte[] wav = WavFile.of(parts.getFirst().sampleRate(), parts);
            parts.clear();
            send(
                    Map.of("status", "partial", "audio", Base64.getEncoder().encodeToString(wav), "text", sentence),
                    opened);
        }
    }

    private static String error(ProblemException problem) {
        return write(
                Map.of("status", "error", "code", problem.code(), "message", String.valueOf(problem.getMessage())));
    }

    private static void send(Map<String, Object> message, Session opened)
            throws InterruptedException, ExecutionException {
        send(write(message), opened);
    }

    /** Waits until the message is on its way: a client that does not read slows the voice down. */
    private static void send(String message, Session opened) throws InterruptedException, ExecutionException {
        Callback.Completable sent = Callback.Completable.with(done -> opened.sendText(message, done));
        sent.get();
    }

    private static String write(Map<String, Object> message) {
        try {
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException("A message of texts is always JSON", never);
        }
    }

    void leave() {
        Session opened = session;
        if (opened != null) {
            opened.close(StatusCode.SHUTDOWN, "server stopping", Callback.NOOP);
        }
        over();
    }

    @Override
    public void onWebSocketClose(int statusCode, String reason) {
        over();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        log.debug("A socket failed", cause);
        over();
    }

    private void over() {
        open.remove(this);
        Thread working = worker;
        if (working != null) {
            working.interrupt();
        }
    }
}
