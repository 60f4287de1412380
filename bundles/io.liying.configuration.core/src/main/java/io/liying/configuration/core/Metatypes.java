package io.liying.configuration.core;

import java.util.Map;
import java.util.Optional;

/** What the installed bundles say about the configuration. */
interface Metatypes {

    /** The keys of a section by property name without a leading dot, or empty if no bundle describes the section. */
    Optional<Map<String, Attribute>> section(String section);
}
