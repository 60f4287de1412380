package io.liying.speech.api.voice;

/**
 * How to speak, in multiples of what is normal for the voice.
 *
 * @param rate 0.25 to 4
 * @param volume 0 to 2, 0 is silent
 * @param pitch 0.5 to 2
 */
public record Prosody(double rate, double volume, double pitch) {

    /** As the voice speaks by itself. */
    public static final Prosody NORMAL = new Prosody(1, 1, 1);

    public Prosody {
        check("rate", rate, 0.25, 4);
        check("volume", volume, 0, 2);
        check("pitch", pitch, 0.5, 2);
    }

    private static void check(String name, double value, double lowest, double highest) {
        if (!(value >= lowest && value <= highest)) {
            throw new IllegalArgumentException("The %s is %s to %s, not %s".formatted(name, lowest, highest, value));
        }
    }
}
