package io.liying.speech.api.voice;

import io.liying.speech.api.SpeechException;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An engine that turns text into sound: a service that may come and go at any time. Safe for use by many threads.
 */
@ConsumerType
public interface SpeechSynthesizer {

    /** Short and stable, such as {@code espeak}; at most one service with each. */
    String id();

    /** The voices that it has now, the preferred one of each language first; empty if it cannot work. Answers at once. */
    List<Voice> voices();

    /** Makes ready what the first words in a voice would wait for. May take a while. */
    default void prepare(Voice voice, Prosody prosody) {}

    /**
     * Speaks one sentence or clause. Gives out sound as soon as there is some; ends at once when its thread is
     * interrupted.
     *
     * @param text words without markup, numbers or symbols, not blank
     * @param voice one of {@link #voices}
     * @param prosody its volume is left to the caller
     * @throws SpeechException if the engine fails; sound may have been given out before
     * @throws InterruptedException if nobody listens any more
     */
    void synthesize(String text, Voice voice, Prosody prosody, SpeechSink sink)
            throws SpeechException, InterruptedException;
}
