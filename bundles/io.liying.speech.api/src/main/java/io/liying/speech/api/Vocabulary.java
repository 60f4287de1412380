package io.liying.speech.api;

import java.util.List;

/**
 * What a person will probably say.
 *
 * @param phrases whole phrases in the language of the utterance, without punctuation; may be empty
 * @param use what an engine makes of them
 */
public record Vocabulary(List<String> phrases, Use use) {

    /** How strictly phrases are meant. */
    public enum Use {
        /** Prefer them where the engine can; everything else is heard as well. */
        HINT,
        /** Hear these and nothing else: other speech gives an empty text. */
        ONLY
    }

    /** Nothing is known about what will be said. */
    public static final Vocabulary OPEN = new Vocabulary(List.of(), Use.HINT);

    public Vocabulary {
        phrases = List.copyOf(phrases);
    }
}
