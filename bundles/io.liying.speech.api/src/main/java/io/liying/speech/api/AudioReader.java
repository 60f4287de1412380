package io.liying.speech.api;

import java.io.IOException;
import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;

/** Reads recordings: WAV of any bit depth and what decoders read. Safe for use by many threads. */
@ProviderType
public interface AudioReader {

    /**
     * Reads a whole recording, mixed to mono at {@link Audio#HEARING_RATE}. What is longer than the configured limit is
     * refused before it is read.
     *
     * @param recording is not closed
     * @throws SpeechException if it is empty, none of the formats, damaged, too long or has impossible figures in its header
     * @throws IOException if it cannot be read
     */
    Audio read(InputStream recording) throws SpeechException, IOException;

    /** The same sound at another rate; the sound itself if it has that rate. */
    Audio resample(Audio sound, int sampleRate);
}
