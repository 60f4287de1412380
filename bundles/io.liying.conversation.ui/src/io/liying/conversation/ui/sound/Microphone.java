package io.liying.conversation.ui.sound;

import java.io.IOException;

/** An open microphone. Read by one thread; closed by any. */
public interface Microphone extends AutoCloseable {

    /** Samples of a full frame: 32 ms. */
    int FRAME_SAMPLES = 512;

    /**
     * Waits for the next sound.
     *
     * @return at most {@link #FRAME_SAMPLES} at 16 kHz; none after the microphone was closed
     * @throws IOException if it gives no more, such as because it was pulled out
     */
    short[] read() throws IOException;

    @Override
    void close();
}
