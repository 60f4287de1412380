package io.liying.speech.synthesis;

import io.liying.i18n.api.Language;
import io.liying.memory.api.Memory;
import io.liying.memory.api.Speaking;
import io.liying.speech.api.voice.Prosody;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How each person likes to be spoken to, where somebody remembers it. Safe for use by many threads. */
final class PersonalManner {

    private static final Logger log = LoggerFactory.getLogger(PersonalManner.class);

    private final AtomicReference<@Nullable Memory> memory = new AtomicReference<>();

    void set(Memory found) {
        memory.set(found);
    }

    void unset(Memory gone) {
        memory.compareAndSet(gone, null);
    }

    /** Asks the database once for each person. */
    Speaking of(String personId, Language language) {
        Memory known = memory.get();
        if (known == null) {
            return Speaking.NORMAL;
        }
        try {
            return known.preferences(personId).speaking(language);
        } catch (RuntimeException unreadable) {
            log.warn("How {} likes to be spoken to cannot be read; the voice speaks as usual", personId, unreadable);
            return Speaking.NORMAL;
        }
    }

    /** What was asked for; the person's own where nothing was. */
    static Prosody prosody(Prosody asked, Speaking own) {
        return new Prosody(
                asked.rate() == 1 ? own.rate() : asked.rate(),
                asked.volume() == 1 ? own.volume() : asked.volume(),
                asked.pitch() == 1 ? own.pitch() : asked.pitch());
    }
}
