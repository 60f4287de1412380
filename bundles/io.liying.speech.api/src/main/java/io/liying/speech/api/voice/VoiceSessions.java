package io.liying.speech.api.voice;

import io.liying.speech.api.SpeechException;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Talks with people: hears, answers in a turn, speaks, and stops when it is interrupted. What doors use. */
@ProviderType
public interface VoiceSessions {

    /**
     * Begins a conversation by voice.
     *
     * @param listener called by one thread at a time; returns soon, since barge-in waits for it
     * @throws SpeechException if there are as many as are allowed, or nobody can hear or speak the language
     */
    VoiceSession open(VoiceSettings settings, Consumer<? super VoiceEvent> listener) throws SpeechException;
}
