package io.liying.conversation.ui.sound;

import java.io.IOException;
import java.util.List;

/** What this machine hears and sounds with. Everything may block, so it is no work for the UI thread. */
public interface SoundDevices {

    /** The names of the microphones that are connected now; empty if there are none. */
    List<String> microphones();

    /**
     * Opens a microphone.
     *
     * @param name one of {@link #microphones}; the system's own choice if it is empty or no longer connected
     * @throws IOException if there is none or another program holds it
     */
    Microphone microphone(String name) throws IOException;

    /** Opens the system's loudspeaker; where there is none the sound passes unheard. */
    Loudspeaker loudspeaker();
}
