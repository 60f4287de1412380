package io.liying.speech.api.model;

import io.liying.i18n.api.Language;
import io.liying.speech.api.SpeechException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.osgi.annotation.versioning.ProviderType;

/** Models that can be had, and those that are here. Safe for use by many threads. */
@ProviderType
public interface ModelCatalogue {

    /**
     * A model that can be had.
     *
     * @param languages empty for all
     * @param bytes of the download
     * @param memoryMegabytes when loaded
     * @param quality what its makers measured, in words
     * @param source where it comes from: an address, or a file of the mirror
     * @param installed whether it is here
     */
    record Offer(
            String id,
            String engine,
            Set<Language> languages,
            long bytes,
            int memoryMegabytes,
            String licence,
            String quality,
            String source,
            boolean installed) {
        public Offer {
            languages = Set.copyOf(languages);
        }
    }

    /** Whether a model is still what was installed. */
    enum Integrity {
        /** It was not installed by LiYing, or is not here: nobody knows what it should be. */
        UNKNOWN,
        WHOLE,
        /** Files have changed or are missing. */
        DAMAGED
    }

    /** Compares a model's files with the SHA-256 that they had when it was installed; reads all of them the first time. */
    default Integrity integrity(String id) {
        return Integrity.UNKNOWN;
    }

    /** All that the index names, and what is here besides, in the order of their ids. */
    List<Offer> offers();

    /**
     * Fetches a model and puts it in its place. What an interrupted download left is gone on with.
     *
     * @param progress gets the bytes that have arrived, now and then; may throw to cancel
     * @throws SpeechException if the index does not know it, it cannot be fetched, is not what the index says, or there is
     *     no room
     * @throws InterruptedException if the thread is interrupted, which cancels
     */
    void install(String id, LongConsumer progress) throws SpeechException, InterruptedException;

    /**
     * Copies a folder with a model to the others.
     *
     * @return its id
     * @throws SpeechException if it is no model, is here already, or there is no room
     */
    String importFolder(Path folder) throws SpeechException;

    /** Deletes a model; false if there is none with this id in the data folder. */
    boolean remove(String id) throws SpeechException;
}
