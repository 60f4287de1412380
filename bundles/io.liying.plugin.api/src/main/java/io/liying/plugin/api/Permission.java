package io.liying.plugin.api;

import io.liying.i18n.api.Language;
import java.util.Locale;
import java.util.Map;

/**
 * Something a plugin asks for.
 *
 * @param kind what is asked for
 * @param value which one: a host name ({@code *.example.org} for its subdomains too), a secret's name, megabytes; empty
 *     where the kind says it all
 * @param reasons why, in one sentence in each language that the plugin speaks
 */
public record Permission(Kind kind, String value, Map<Language, String> reasons) {

    /** Kinds of permission. */
    public enum Kind {
        /** Reach a host on the network. */
        NETWORK,
        /** Read a secret that the person entered for this plugin. */
        SECRET,
        /** Keep data, in MB. */
        STORAGE,
        /** Ask the language model. */
        LANGUAGE_MODEL,
        /** Hear the microphone. */
        MICROPHONE,
        /** Speak unasked. */
        SPEAKING,
        /** Notify people outside a turn. */
        NOTIFICATIONS,
        /** Receive the events of another plugin. */
        EVENTS,
        /** Read and write files outside its own folder. */
        FILES,
        /** Start programs. */
        PROCESSES,
        /** Load native code. */
        NATIVE_CODE,
        /** Look into other code by reflection, or define classes. */
        REFLECTION;

        /** As it is written in a descriptor, such as {@code language-model}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Permission {
        reasons = Map.copyOf(reasons);
    }

    /** As it is shown and approved, such as {@code network:api.example.org}. */
    public String code() {
        return value.isEmpty() ? kind.code() : kind.code() + ":" + value;
    }
}
