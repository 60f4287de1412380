package io.liying.speech.api.voice;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** Something that is being said. Safe for use by many threads. */
@ProviderType
public interface Speech extends AutoCloseable {

    /**
     * Adds text while it is being written; it is spoken as soon as a clause or sentence stands. Returns at once.
     *
     * @return false if the speech is over or holds as much text as is allowed: then the text is not spoken
     */
    boolean add(String text);

    /** No more text comes; what is there is still spoken. */
    void end();

    /** Stops at once; a second call does nothing. Returns when the engine has been told, not when it has ended. */
    @Override
    void close();

    /** Completed with the last event; never exceptionally. */
    CompletionStage<SpeechEvent> outcome();
}
