package io.liying.http.rest.socket;

import io.liying.conversation.api.Notice;
import io.liying.conversation.api.TurnEvent;
import io.liying.http.api.ProblemException;
import io.liying.http.rest.turn.ChatMessage;
import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.voice.Prosody;
import io.liying.speech.api.voice.VoiceEvent;
import io.liying.speech.api.voice.VoiceSession;
import io.liying.speech.api.voice.VoiceSessions;
import io.liying.speech.api.voice.VoiceSettings;
import io.liying.speech.api.voice.VoiceSettings.Mode;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The voice of one socket. Sound goes both ways as binary messages: 16 bits a sample, lower byte first, mono; from the client
 * at 16 kHz, to it at the rate of the last message {@code speaking}. Jetty calls by one thread at a time; events come from others.
 */
final class VoiceLine {

    private final ChatSocket socket;
    private final ChatSockets sockets;
    private volatile Optional<VoiceSession> session = Optional.empty();

    VoiceLine(ChatSocket socket, ChatSockets sockets) {
        this.socket = socket;
        this.sockets = sockets;
    }

    /** Takes a message {@code voice}, {@code voice_data} or {@code played}. */
    void control(String type, Map<String, Object> message) throws ProblemException {
        switch (type) {
            case "voice" -> act(text(message, "action").orElse(""), message);
            case "voice_data" -> hear(decoded(text(message, "audio").orElse("")));
            default -> {
                if (message.get("ms") instanceof Number milliseconds) {
                    session.ifPresent(open -> open.played(Duration.ofMillis(milliseconds.longValue())));
                }
            }
        }
    }

    private Optional<String> text(Map<String, Object> message, String field) throws ProblemException {
        return ChatMessage.text(message, field, socket.language(), sockets.texts());
    }

    private byte[] decoded(String audio) throws ProblemException {
        try {
            return Base64.getDecoder().decode(audio);
        } catch (IllegalArgumentException notBase64) {
            throw sockets.texts().problem(400, "voice.audio", socket.language());
        }
    }

    private void act(String action, Map<String, Object> message) throws ProblemException {
        switch (action) {
            case "start" -> start(message);
            case "stop" -> close();
            case "press" -> open().press();
            case "release" -> open().release();
            case "hush" -> open().hush();
            case "mode" -> open().use(mode(message));
            default -> throw sockets.texts().problem(400, "voice.action", socket.language());
        }
    }

    private VoiceSession open() throws ProblemException {
        return session.orElseThrow(() -> sockets.texts().problem(409, "voice.not_started", socket.language()));
    }

    private Mode mode(Map<String, Object> message) throws ProblemException {
        String name = text(message, "mode").orElse("stop_and_listen");
        try {
            return Mode.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw sockets.texts().problem(400, "voice.mode", socket.language());
        }
    }

    private void start(Map<String, Object> message) throws ProblemException {
        VoiceSessions voices =
                sockets.voices().orElseThrow(() -> sockets.texts().problem(503, "voice.missing", socket.language()));
        close();
        VoiceSettings settings = new VoiceSettings(
                socket.personId(),
                text(message, "session_id"),
                text(message, "language").flatMap(Language::of),
                text(message, "voice"),
                Prosody.NORMAL,
                mode(message));
        try {
            session = Optional.of(voices.open(settings, this::happened));
            socket.send(ChatSocket.message("voice_started"));
        } catch (SpeechException refused) {
            throw problem(refused);
        }
    }

    private ProblemException problem(SpeechException failure) {
        String detail = sockets.speechTexts()
                .map(texts -> texts.text(failure, socket.language()))
                .orElseGet(() -> String.valueOf(failure.getMessage()));
        return new ProblemException(503, failure.code(), detail);
    }

    void hear(byte[] sound) throws ProblemException {
        VoiceSession open = open();
        if (sound.length % 2 != 0) {
            throw sockets.texts().problem(400, "voice.audio", socket.language());
        }
        try {
            open.hear(Audio.ofLittleEndian(Audio.HEARING_RATE, sound));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    void follow(TurnEvent event) {
        session.ifPresent(open -> open.follow(event));
    }

    void say(Notice notice) {
        session.ifPresent(open -> open.say(notice.text(), notice.language()));
    }

    private void happened(VoiceEvent event) {
        switch (event) {
            case VoiceEvent.SpeechStarted started -> socket.send(ChatSocket.message("speech_started"));
            case VoiceEvent.SpeechEnded ended -> socket.send(ChatSocket.message("speech_ended"));
            case VoiceEvent.Partial(String text) -> send("hearing", Map.of("text", text));
            case VoiceEvent.Heard(var heard) ->
                send(
                        "transcript",
                        Map.of(
                                "text", heard.text(),
                                "language", heard.language().code(),
                                "confidence", heard.confidence(),
                                "engine", heard.engine()));
            case VoiceEvent.Unheard(String text) -> send("unheard", Map.of("text", text));
            case VoiceEvent.StopWord(String text) -> send("stop_word", Map.of("text", text));
            case VoiceEvent.InTurn(TurnEvent inTurn) -> socket.tellSpoken(inTurn);
            case VoiceEvent.Speaking(String turnId, String text, int sampleRate) ->
                send("speaking", Map.of("turn_id", turnId, "text", text, "sample_rate", sampleRate));
            case VoiceEvent.Sound(Audio audio) -> socket.send(audio.littleEndian());
            case VoiceEvent.Hush(String turnId, String heard) -> {
                Map<String, Object> message = ChatSocket.message("hush");
                message.put("turn_id", turnId);
                message.put("heard", heard);
                socket.sendInsteadOfSound(message);
            }
            case VoiceEvent.Spoken(String turnId) -> send("spoken", Map.of("turn_id", turnId));
            case VoiceEvent.Problem(SpeechException failure) -> socket.error(problem(failure), Map.of());
        }
    }

    private void send(String type, Map<String, Object> content) {
        Map<String, Object> message = ChatSocket.message(type);
        message.putAll(content);
        socket.send(message);
    }

    void close() {
        session.ifPresent(VoiceSession::close);
        session = Optional.empty();
    }
}
