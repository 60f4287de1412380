package io.liying.speech.api;

import java.io.IOException;
import java.io.InputStream;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/** Reads one format of recordings for {@link AudioReader}: a service. Safe for use by many threads. */
@ConsumerType
public interface AudioDecoder {

    /** Whether a recording that begins with these bytes (64, or fewer if it is shorter) is of its format. */
    boolean reads(byte[] head);

    /**
     * Reads a whole recording.
     *
     * @param recording from its first byte; not closed
     * @throws SpeechException if it is damaged, or the sink refuses it
     * @throws IOException if it cannot be read
     */
    void decode(InputStream recording, Sink sink) throws SpeechException, IOException;

    /** Takes sound. */
    @ProviderType
    interface Sink {

        /** Before the first sound. */
        void begin(int sampleRate, int channels) throws SpeechException;

        /** One moment of all channels, each -1 to 1; the array may be used again. */
        void add(float[] moment) throws SpeechException;
    }
}
