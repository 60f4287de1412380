package io.liying.speech.core.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes confidences of different engines comparable: Platt scaling on the logit (J. Platt, 1999), p' = sigmoid(slope ·
 * logit(p) + offset). Without an entry an engine's own reliability is believed.
 */
public final class Calibrations {

    private record Line(double slope, double offset) {}

    private final Map<String, Line> lines;

    private Calibrations(Map<String, Line> lines) {
        this.lines = Map.copyOf(lines);
    }

    /**
     * Reads {@code engine=slope:offset}.
     *
     * @throws IllegalArgumentException if an entry is not of this form
     */
    public static Calibrations parse(List<String> entries) {
        Map<String, Line> lines = new HashMap<>();
        for (String entry : entries) {
            try {
                int equals = entry.indexOf('=');
                int colon = entry.indexOf(':', equals);
                lines.put(
                        entry.substring(0, equals).strip(),
                        new Line(
                                Double.parseDouble(entry.substring(equals + 1, colon)),
                                Double.parseDouble(entry.substring(colon + 1))));
            } catch (IndexOutOfBoundsException | NumberFormatException malformed) {
                throw new IllegalArgumentException(
                        "speech.calibration: \"%s\" is not of the form engine=slope:offset".formatted(entry),
                        malformed);
            }
        }
        return new Calibrations(lines);
    }

    /** The comparable confidence of an engine, 0 to 1. */
    public double of(String engine, double reliability) {
        Line line = lines.get(engine);
        double bounded = Math.clamp(reliability, 0.0, 1.0);
        if (line == null) {
            return bounded;
        }
        double inside = Math.clamp(bounded, 0.001, 0.999);
        return 1 / (1 + Math.exp(-(line.slope * Math.log(inside / (1 - inside)) + line.offset)));
    }
}
