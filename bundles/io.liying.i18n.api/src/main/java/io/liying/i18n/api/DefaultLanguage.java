package io.liying.i18n.api;

import org.osgi.annotation.versioning.ProviderType;

/** The language that is assumed where nothing shows which one is spoken. Safe for use by many threads. */
@ProviderType
public interface DefaultLanguage {

    /** What the owner configured, or else the machine's language; it can change between two calls. */
    Language language();
}
