package io.liying.speech.api;

import java.util.List;

/**
 * What one engine heard in one utterance.
 *
 * @param text empty if it heard no words
 * @param confidence 0 to 1, as the engine means it; {@link SpeechRecognizer#reliability} makes it comparable
 * @param words with times from the begin of the utterance; empty if the engine has none
 * @param alternatives further readings, the best first, without {@code text}
 */
public record RecognitionResult(
        String text, double confidence, List<RecognizedWord> words, List<Alternative> alternatives) {

    /**
     * Another reading.
     *
     * @param confidence 0 to 1
     * @param engine whose reading it is
     */
    public record Alternative(String text, double confidence, String engine) {}

    public RecognitionResult {
        text = text.strip();
        words = List.copyOf(words);
        alternatives = List.copyOf(alternatives);
    }

    /** No words. */
    public static RecognitionResult nothing() {
        return new RecognitionResult("", 0, List.of(), List.of());
    }
}
