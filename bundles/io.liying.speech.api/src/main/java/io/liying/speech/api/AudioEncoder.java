package io.liying.speech.api;

import java.util.OptionalInt;
import org.osgi.annotation.versioning.ConsumerType;

/** Writes one format of sound while the sound arises: a service. Safe for use by many threads. */
@ConsumerType
public interface AudioEncoder {

    /** Its name as clients ask for it, such as {@code mp3}. */
    String format();

    /** Such as {@code audio/mpeg}. */
    String mediaType();

    /** The only rate that its sound may have; empty where it takes any. */
    default OptionalInt sampleRate() {
        return OptionalInt.empty();
    }

    /**
     * Begins a file whose length nobody knows yet.
     *
     * @param sampleRate of all its sound, 8000 to 48000
     */
    Encoding begin(int sampleRate);

    /** One file. For one thread at a time. */
    @ConsumerType
    interface Encoding extends AutoCloseable {

        /** The bytes of the file that are ready after this sound; may be none. */
        byte[] add(Audio sound);

        /** The last bytes of the file; may be none. Nothing is added afterwards. */
        byte[] end();

        /** Gives up what the encoder holds, ended or not. */
        @Override
        void close();
    }
}
