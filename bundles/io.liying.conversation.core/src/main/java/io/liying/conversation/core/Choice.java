package io.liying.conversation.core;

import io.liying.nlu.api.Entity;
import io.liying.skill.api.Referent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds which of some options a person means: by its place in the list, its number or its name. */
final class Choice {

    private Choice() {}

    static Optional<Referent> of(List<Referent> options, Heard heard, DialogueWords words) {
        if (options.isEmpty()) {
            return Optional.empty();
        }
        return named(options, heard.words())
                .or(() -> placed(options, words.ordinal(heard.words())))
                .or(() -> placed(options, number(heard)));
    }

    private static Optional<Referent> placed(List<Referent> options, OptionalInt place) {
        if (place.isEmpty()) {
            return Optional.empty();
        }
        int index = place.getAsInt() < 0 ? options.size() + place.getAsInt() : place.getAsInt();
        return index >= 0 && index < options.size() ? Optional.of(options.get(index)) : Optional.empty();
    }

    /** The place that a bare number or an ordinal names. */
    private static OptionalInt number(Heard heard) {
        for (Entity entity : heard.entities()) {
            boolean ordinal = entity.type().equals(Entity.ORDINAL);
            boolean alone = entity.type().equals(Entity.NUMBER)
                    && Plain.of(entity.text()).length() + 2 >= heard.words().length();
            if ((ordinal || alone) && entity.value().matches("[1-9][0-9]?")) {
                return OptionalInt.of(Integer.parseInt(entity.value()) - 1);
            }
        }
        return OptionalInt.empty();
    }

    /** The only option whose whole label was said, or that has most of the words in common. */
    private static Optional<Referent> named(List<Referent> options, String words) {
        int most = 0;
        Optional<Referent> best = Optional.empty();
        for (Referent option : options) {
            int common = common(Plain.of(option.label()), words);
            if (common > most) {
                most = common;
                best = Optional.of(option);
            } else if (common == most) {
                best = Optional.empty();
            }
        }
        return best;
    }

    /** Words in Latin letters count as a whole, "an" not in "thanks"; elsewhere particles may follow. */
    private static boolean isSaid(String word, String words) {
        return word.charAt(0) < 0x250 ? (" " + words + " ").contains(" " + word + " ") : words.contains(word);
    }

    /** How many letters of a label's words were said. */
    private static int common(String label, String words) {
        if (words.contains(label)) {
            return label.length() + 1;
        }
        int common = 0;
        for (String word : label.split(" ")) {
            if (word.length() > 1 && isSaid(word, words)) {
                common += word.length();
            }
        }
        return common;
    }
}
