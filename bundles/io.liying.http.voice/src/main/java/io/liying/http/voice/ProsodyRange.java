package io.liying.http.voice;

import io.liying.speech.api.voice.Prosody;
import java.util.List;

/** What a number of {@link Prosody} may be; both ends belong to it. */
record ProsodyRange(double lowest, double highest) {

    static final ProsodyRange RATE = new ProsodyRange(0.25, 4);
    static final ProsodyRange VOLUME = new ProsodyRange(0, 2);
    static final ProsodyRange PITCH = new ProsodyRange(0.5, 2);

    boolean contains(double value) {
        return value >= lowest && value <= highest;
    }

    /** As a document for the client. */
    List<Double> limits() {
        return List.of(lowest, highest);
    }
}
