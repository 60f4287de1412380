package io.liying.speech.api.voice;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.Transcript;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a person said, kept as sound if she asked for it, and only for as many days as she asked. Nobody reaches what
 * somebody else said. Safe for use by many threads; calls block on the disk.
 */
@ProviderType
public interface VoiceRecordings {

    /** For how many days a recording can be kept. */
    int MOST_DAYS = 3650;

    /** One utterance. */
    record Recording(String id, Instant at, Language language, String text, Duration length) {}

    /** For how many days what this person says is kept; 0 if nothing is. */
    int days(String personId);

    /**
     * From now on keeps what a person says for so many days; what is older is deleted at once. With 0 days nothing more is
     * kept, and what is there stays until its days are over.
     *
     * @param days 0 to {@link #MOST_DAYS}
     * @throws IOException if that could not be written down; nothing has changed then
     */
    void keep(String personId, int days) throws IOException;

    /** What is kept of a person, newest first. */
    List<Recording> of(String personId);

    /** A recording as a WAV file; empty if the person has none of this id. */
    Optional<Path> sound(String personId, String id);

    /** @return false if the person has no recording of this id */
    boolean delete(String personId, String id) throws IOException;

    void deleteAll(String personId) throws IOException;

    /** Somebody said something: it is kept in the background if she asked for it. Returns at once. */
    void heard(String personId, Transcript transcript, Audio sound);
}
