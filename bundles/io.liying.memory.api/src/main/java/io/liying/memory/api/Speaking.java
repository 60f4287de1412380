package io.liying.memory.api;

import java.util.Optional;

/**
 * How a person likes to be spoken to in one language; the numbers are multiples of what is normal for the voice.
 *
 * @param voice the id of a voice, 1 to 200 characters; empty for the usual one
 * @param rate 0.25 to 4
 * @param volume 0 to 2, 0 is silent
 * @param pitch 0.5 to 2
 */
public record Speaking(Optional<String> voice, double rate, double volume, double pitch) {

    /** Of somebody who said nothing about it. */
    public static final Speaking NORMAL = new Speaking(Optional.empty(), 1, 1, 1);

    private static final int LONGEST_VOICE = 200;

    public Speaking {
        if (voice.isPresent() && (voice.get().isBlank() || voice.get().length() > LONGEST_VOICE)) {
            throw new IllegalArgumentException("the id of a voice has 1 to " + LONGEST_VOICE + " characters");
        }
        check("rate", rate, 0.25, 4);
        check("volume", volume, 0, 2);
        check("pitch", pitch, 0.5, 2);
    }

    private static void check(String name, double value, double lowest, double highest) {
        if (!(value >= lowest && value <= highest)) {
            throw new IllegalArgumentException("the %s is %s to %s, not %s".formatted(name, lowest, highest, value));
        }
    }
}
