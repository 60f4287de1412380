package io.liying.speech.api;

import io.liying.i18n.api.Language;
import org.osgi.annotation.versioning.ProviderType;

/** Says in the seven languages what is wrong. Safe for use by many threads. */
@ProviderType
public interface SpeechTexts {

    /** What failed, with which thing, and what to do; the exception's own message if its code is unknown. */
    String text(SpeechException problem, Language reader);
}
