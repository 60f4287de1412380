package io.liying.speech.sphinx;

import edu.cmu.sphinx.api.SpeechResult;
import edu.cmu.sphinx.result.WordResult;
import io.liying.speech.api.RecognitionResult;
import io.liying.speech.api.RecognizedWord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sphinx's results as LiYing's: with a grammar it gives no confidences, but says what was none of its phrases. */
final class Heard {

    /** Among so few phrases one that was preferred to a loop of all phones is right as a rule. */
    private static final int FEW = 20;

    private static final double PHRASE = 0.8;

    /** Below what is acted on: among hundreds of phrases other speech is often taken for one of them. */
    private static final double PHRASE_OF_MANY = 0.6;

    private static final double WORD = 0.9;
    private static final String UNKNOWN = "<unk>";

    private Heard() {}

    /** How sure a phrase is where so many could have been heard. */
    static double trust(int phrases) {
        return phrases <= FEW ? PHRASE : PHRASE_OF_MANY;
    }

    /** The phrases one after the other; what was none of them lowers the confidence by its share of the time. */
    static RecognitionResult result(List<SpeechResult> stretches, double trust) {
        List<RecognizedWord> words = new ArrayList<>();
        double known = 0;
        double unknown = 0;
        for (SpeechResult stretch : stretches) {
            for (WordResult word : stretch.getWords()) {
                Duration start = Duration.ofMillis(word.getTimeFrame().getStart());
                Duration end = Duration.ofMillis(Math.max(
                        word.getTimeFrame().getStart(), word.getTimeFrame().getEnd()));
                double seconds = end.minus(start).toMillis() / 1e3;
                if (word.getWord().getSpelling().equals(UNKNOWN)) {
                    unknown += Math.max(seconds, 0.3);
                } else if (!word.isFiller()) {
                    known += seconds;
                    words.add(new RecognizedWord(word.getWord().getSpelling(), start, end, trust));
                }
            }
        }
        if (words.isEmpty()) {
            return RecognitionResult.nothing();
        }
        String text = String.join(" ", words.stream().map(RecognizedWord::text).toList());
        double confidence = trust * (words.size() == 1 ? WORD : 1) * known / (known + unknown);
        return new RecognitionResult(text, confidence, words, List.of());
    }
}
