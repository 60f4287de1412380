package io.liying.plugin.catalogue;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.Messages;
import io.liying.plugin.api.PluginException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes texts in every language; the key of a refusal is its code. */
final class Refusals {

    private static final int LONGEST_SHOWN = 200;

    private final Messages messages;

    Refusals(Messages messages) {
        this.messages = messages;
    }

    PluginException refuse(String code, Map<String, String> arguments) {
        return refuse(code, arguments, null);
    }

    PluginException refuse(String code, Map<String, String> arguments, @Nullable Throwable cause) {
        return new PluginException(code, texts(code, arguments), cause);
    }

    /** @param arguments may come from a hostile index: they are shown short and without invisible characters */
    Map<Language, String> texts(String key, Map<String, String> arguments) {
        Map<String, String> shown = new HashMap<>();
        arguments.forEach((name, value) -> shown.put(name, shown(value)));
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(language, messages.text(language, key, shown));
        }
        return texts;
    }

    /** Texts with a further sentence each. */
    Map<Language, String> joined(Map<Language, String> texts, String key) {
        Map<Language, String> joined = new EnumMap<>(Language.class);
        texts.forEach((language, text) -> joined.put(language, text + " " + messages.text(language, key)));
        return joined;
    }

    private static String shown(String value) {
        StringBuilder text = new StringBuilder();
        value.codePoints().limit(LONGEST_SHOWN).forEach(c -> {
            int type = Character.getType(c);
            boolean invisible = Character.isISOControl(c) || type == Character.FORMAT || type == Character.SURROGATE;
            text.appendCodePoint(invisible ? '?' : c);
        });
        return text.length() < value.length() ? text + "…" : text.toString();
    }
}
