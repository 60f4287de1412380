package io.liying.skill.memory;

import io.liying.i18n.api.Language;
import io.liying.skill.api.Words;
import java.util.Optional;

/** Takes the fact out of an order to remember it: "remember that I park in P3" or "I park in P3, remember that". */
final class FactText {

    private final Words words;
    private final MemoryWords frames;

    FactText(Words words, MemoryWords frames) {
        this.words = words;
        this.frames = frames;
    }

    Optional<String> in(String text, Language language) {
        MemoryWords.Words known = frames.of(language);
        return beforeOrder(text, language)
                .map(fact -> known.fact(fact).orElse(MemoryWords.Words.trimmed(fact)))
                .or(() -> known.fact(text));
    }

    /** Whether the fact stands before the order. */
    boolean isBeforeOrder(String text, Language language) {
        return beforeOrder(text, language).isPresent();
    }

    private Optional<String> beforeOrder(String text, Language language) {
        return words.group(language, "remember.after", text)
                .filter(fact -> !words.has(language, "remember.order", fact));
    }
}
