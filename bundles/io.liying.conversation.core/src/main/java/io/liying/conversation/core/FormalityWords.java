package io.liying.conversation.core;

import io.liying.skill.api.Formality;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The words and endings that show how familiar somebody speaks. A line is a word in just that case ({@code Sie}); with a
 * {@code $} after it an ending of the text ({@code 요$}); with a {@code *} on both sides a part of it ({@code *您*}).
 */
final class FormalityWords {

    private final Marks informal;
    private final Marks formal;

    FormalityWords(List<String> informal, List<String> formal) {
        this.informal = new Marks(informal);
        this.formal = new Marks(formal);
    }

    /** The formality that the text shows; the formal one if it shows both, as "you" can also be several people. */
    Optional<Formality> of(String text) {
        if (formal.areIn(text)) {
            return Optional.of(Formality.FORMAL);
        }
        return informal.areIn(text) ? Optional.of(Formality.INFORMAL) : Optional.empty();
    }

    private static final class Marks {

        private final Set<String> words = new HashSet<>();
        private final List<String> endings;
        private final List<String> parts;

        Marks(List<String> lines) {
            endings = lines.stream()
                    .filter(line -> line.endsWith("$"))
                    .map(line -> line.substring(0, line.length() - 1))
                    .toList();
            parts = lines.stream()
                    .filter(line -> line.startsWith("*"))
                    .map(line -> line.substring(1, line.length() - 1))
                    .toList();
            lines.stream()
                    .filter(line -> !line.endsWith("$") && !line.startsWith("*"))
                    .forEach(words::add);
        }

        boolean areIn(String text) {
            int end = text.length();
            while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
                end--;
            }
            for (String ending : endings) {
                if (text.startsWith(ending, end - ending.length())) {
                    return true;
                }
            }
            for (String part : parts) {
                if (text.contains(part)) {
                    return true;
                }
            }
            return !words.isEmpty() && hasWord(text);
        }

        /** The first word of a sentence counts only in lower case: "Sie" may be anybody there. */
        private boolean hasWord(String text) {
            int start = 0;
            for (int i = 0; i <= text.length(); i++) {
                if (i == text.length() || !Character.isLetter(text.charAt(i))) {
                    if (i > start) {
                        String word = text.substring(start, i);
                        if (words.contains(start == 0 ? lowerFirst(word) : word)) {
                            return true;
                        }
                    }
                    start = i + 1;
                }
            }
            return false;
        }

        private static String lowerFirst(String word) {
            return Character.toLowerCase(word.charAt(0)) + word.substring(1);
        }
    }
}
