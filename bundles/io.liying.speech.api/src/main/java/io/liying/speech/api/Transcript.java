package io.liying.speech.api;

import io.liying.i18n.api.Language;
import java.time.Duration;
import java.util.List;

/**
 * What was said, as the best of the engines heard it.
 *
 * @param text as it was spoken; empty if there was no speech
 * @param written the same for understanding: numbers and times in digits
 * @param language in which it was heard
 * @param confidence 0 to 1, comparable between engines
 * @param words with times from the begin of the sound; empty if the engine has none
 * @param engine the id of the engine that was believed; empty if there was no speech
 * @param alternatives other readings of all engines, the best first
 * @param engines what each engine gave, for the inspector
 * @param certainty whether to act on it
 * @param audio how long the sound is
 * @param elapsed from the end of the sound to the text
 */
public record Transcript(
        String text,
        String written,
        Language language,
        double confidence,
        List<RecognizedWord> words,
        String engine,
        List<RecognitionResult.Alternative> alternatives,
        List<EngineReport> engines,
        Certainty certainty,
        Duration audio,
        Duration elapsed) {

    /** Whether to act on what was heard. */
    public enum Certainty {
        /** At or above the threshold. */
        SURE,
        /** Words, but better asked back. */
        UNSURE,
        /** No words: silence, noise, or words that an engine made up. */
        NOTHING
    }

    /**
     * What one engine gave.
     *
     * @param language in which it listened
     * @param raw its confidence as it means it
     * @param reliability its confidence as others can compare it
     * @param outcome what became of it
     * @param note why, if it was not believed; may be empty
     */
    public record EngineReport(
            String engine,
            Language language,
            String text,
            double raw,
            double reliability,
            Duration elapsed,
            Outcome outcome,
            String note) {}

    /** What became of an engine's result. */
    public enum Outcome {
        CHOSEN,
        AGREED,
        DISAGREED,
        REJECTED,
        TOO_SLOW,
        FAILED
    }

    public Transcript {
        words = List.copyOf(words);
        alternatives = List.copyOf(alternatives);
        engines = List.copyOf(engines);
    }

    /** The same with another text, such as its translation; the words stay those that were heard. */
    public Transcript saying(String other) {
        return new Transcript(
                other, other, language, confidence, words, engine, alternatives, engines, certainty, audio, elapsed);
    }

    public boolean sure() {
        return certainty == Certainty.SURE;
    }
}
