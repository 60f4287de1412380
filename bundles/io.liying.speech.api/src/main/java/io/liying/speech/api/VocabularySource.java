package io.liying.speech.api;

import io.liying.i18n.api.Language;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Knows what people may say: phrases of skills, names of contacts, titles of appointments. */
@ConsumerType
public interface VocabularySource {

    /** Phrases in a language, the likeliest first; asked before each utterance, so it answers at once. */
    List<String> phrases(Language language);
}
