package io.liying.speech.whisper;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.RecognitionResult;
import io.liying.speech.api.RecognizedWord;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.SpeechRecognizer;
import io.liying.speech.api.Vocabulary;
import io.liying.speech.api.model.InstalledModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One utterance, heard when it is over. */
final class WhisperStream implements SpeechRecognizer.Stream {

    /** The binding tells no probabilities: enough to be acted on alone, not enough against a sure engine. */
    private static final double UNTOLD = 0.75;

    /** Whisper reads the last 224 tokens of a prompt. */
    private static final int PROMPT_CHARS = 600;

    /** Whisper refuses less than a tenth of a second. */
    private static final int SHORTEST = Audio.HEARING_RATE / 10;

    private final WhisperModels models;
    private final InstalledModel model;
    private final Language language;
    private final Vocabulary vocabulary;
    private final List<short[]> parts = new ArrayList<>();

    WhisperStream(WhisperModels models, InstalledModel model, Language language, Vocabulary vocabulary) {
        this.models = models;
        this.model = model;
        this.language = language;
        this.vocabulary = vocabulary;
    }

    @Override
    public void accept(Audio sound) {
        parts.add(sound.samples());
    }

    @Override
    public RecognitionResult finish() throws SpeechException {
        float[] samples = samples();
        if (samples.length < SHORTEST) {
            return RecognitionResult.nothing();
        }
        try {
            List<LoadedWhisper.Segment> segments = models.hear(model, samples, language.code(), prompt());
            List<RecognizedWord> words = new ArrayList<>();
            for (LoadedWhisper.Segment segment : segments) {
                if (!segment.text().isEmpty()) {
                    words.add(new RecognizedWord(segment.text(), segment.start(), segment.end(), UNTOLD));
                }
            }
            String text =
                    String.join(" ", words.stream().map(RecognizedWord::text).toList());
            return text.isEmpty() ? RecognitionResult.nothing() : new RecognitionResult(text, UNTOLD, words, List.of());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new SpeechException("engine.failed", Map.of("engine", WhisperRecognizer.ID), hurried);
        }
    }

    private float[] samples() {
        float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (short[] part : parts) {
            for (short sample : part) {
                all[at++] = sample / 32768f;
            }
        }
        return all;
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
        parts.clear();
    }
}
