package io.liying.conversation.ui.model;

import io.liying.conversation.api.Conversations;
import io.liying.conversation.api.History;
import io.liying.conversation.api.Notices;
import io.liying.skill.api.Skills;
import io.liying.speech.api.SpeechTexts;
import io.liying.speech.api.voice.VoiceSessions;
import java.util.Optional;

/** The services behind the view, as far as they are there now. Safe for use by many threads. */
public interface Engine {

    Optional<Conversations> conversations();

    Optional<History> history();

    Optional<Notices> notices();

    Optional<Skills> skills();

    /** Whether there is somebody to talk with; answers at once. */
    boolean canTalk();

    /** Who talks. Blocks while the ears and the voice start, which nobody wants before the microphone is switched on. */
    Optional<VoiceSessions> voices();

    Optional<SpeechTexts> speechTexts();

    /** Calls back, by any thread, after a service came or went. */
    void listen(Runnable changed);
}
