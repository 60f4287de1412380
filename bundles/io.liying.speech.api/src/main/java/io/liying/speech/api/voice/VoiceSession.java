package io.liying.speech.api.voice;

import io.liying.conversation.api.TurnEvent;
import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/** One conversation by voice. Sound goes in by one thread at a time; everything else by any. */
@ProviderType
public interface VoiceSession extends AutoCloseable {

    /**
     * Takes sound of the microphone, of any length at {@link Audio#HEARING_RATE}. Waits while the recognizers are behind.
     *
     * @throws InterruptedException while waiting
     */
    void hear(Audio sound) throws InterruptedException;

    /** The button is pressed: LiYing stops and listens. */
    void press();

    /** The button is released: the utterance is over. */
    void release();

    /** Stops what is being said and the turn behind it. */
    void hush();

    /** How much of the current speech's sound the person has heard; without such reports it is taken from the clock. */
    void played(Duration heard);

    /** Speaks the answer of a turn that began elsewhere, such as of a written message: takes all of its events. */
    void follow(TurnEvent event);

    /** Says something that is no answer, such as a notice, after what is being said. */
    void say(String text, Language language);

    void use(VoiceSettings.Mode mode);

    /** Stops hearing and speaking. A turn that is running goes on. */
    @Override
    void close();
}
