package io.liying.conversation.ui.sound;

import io.liying.speech.api.Audio;
import java.time.Duration;

/** An open loudspeaker. Safe for use by many threads; nothing waits. */
public interface Loudspeaker extends AutoCloseable {

    /** What is played from now on counts as a new speech. */
    void begin();

    /** Plays sound after what waits already. */
    void play(Audio sound);

    /** Is silent at once and forgets what waits. */
    void hush();

    /** How much of the present speech was heard. */
    Duration played();

    boolean isPlaying();

    @Override
    void close();
}
