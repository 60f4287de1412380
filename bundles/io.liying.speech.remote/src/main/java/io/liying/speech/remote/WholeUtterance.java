package io.liying.speech.remote;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.RecognitionResult;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.SpeechRecognizer;
import io.liying.speech.api.Vocabulary;
import java.io.ByteArrayOutputStream;

/** Sound that is sent when the utterance is over. */
final class WholeUtterance implements SpeechRecognizer.Stream {

    /** Whisper reads the last 224 tokens of a prompt; more would only cost. */
    private static final int PROMPT_CHARS = 600;

    private final RemoteServer server;
    private final Language language;
    private final Vocabulary vocabulary;
    private final ByteArrayOutputStream sound = new ByteArrayOutputStream();

    WholeUtterance(RemoteServer server, Language language, Vocabulary vocabulary) {
        this.server = server;
        this.language = language;
        this.vocabulary = vocabulary;
    }

    @Override
    public void accept(Audio heard) {
        sound.writeBytes(heard.littleEndian());
    }

    @Override
    public RecognitionResult finish() throws SpeechException {
        return server.hear(Audio.ofLittleEndian(Audio.HEARING_RATE, sound.toByteArray()), language, prompt());
    }

    private String prompt() {
        StringBuilder prompt = new StringBuilder();
        for (String phrase : vocabulary.phrases()) {
            if (prompt.length() + phrase.length() > PROMPT_CHARS) {
                break;
            }
            prompt.append(prompt.isEmpty() ? "" : ", ").append(phrase);
        }
        return prompt.toString();
    }

    @Override
    public void close() {
        sound.reset();
    }
}
