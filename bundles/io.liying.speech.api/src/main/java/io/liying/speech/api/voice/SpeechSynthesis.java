package io.liying.speech.api.voice;

import io.liying.speech.api.SpeechException;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * LiYing's voice: makes text speakable, cuts it into sentences, finds the voice, goes on with the next engine when one
 * fails. What doors use. Safe for use by many threads.
 */
@ProviderType
public interface SpeechSynthesis {

    /** The voices of all engines, the preferred ones first. */
    List<Voice> voices();

    /** Makes ready what the first words of such a speech would wait for. Returns at once. */
    void prepare(SpeechRequest request);

    /**
     * Begins to speak.
     *
     * @param listener called by one thread at a time, never by the caller's; while it does not return nothing more is
     *     synthesised, and its thread is interrupted when the speech is closed
     * @throws SpeechException {@code voice.unknown}, {@code voice.none} if no engine speaks the language, or
     *     {@code speech.busy} if as much is being said as is allowed
     */
    Speech begin(SpeechRequest request, Consumer<? super SpeechEvent> listener) throws SpeechException;
}
