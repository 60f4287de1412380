package io.liying.nlu.api;

import io.liying.i18n.api.Language;
import java.time.ZonedDateTime;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Finds entities in a text. Safe for use by many threads. */
@ConsumerType
public interface EntityExtractor {

    /**
     * Finds what a text mentions.
     *
     * @param text what the person said, in Unicode NFC
     * @param language the text's language
     * @param reference "now" for relative dates and times, in the person's time zone
     * @return in the order of their start; entities of different types may overlap
     */
    List<Entity> extract(String text, Language language, ZonedDateTime reference);
}
