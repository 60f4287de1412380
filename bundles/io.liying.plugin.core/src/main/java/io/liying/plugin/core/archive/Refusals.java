package io.liying.plugin.core.archive;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.Messages;
import io.liying.plugin.api.PluginException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes exceptions whose reasons are told in every language; the message's key is the exception's code. */
public final class Refusals {

    private static final int LONGEST_SHOWN = 160;

    private final Messages messages;

    public Refusals(Messages messages) {
        this.messages = messages;
    }

    /** @param arguments values of the message's named arguments; they may come from a hostile file */
    public PluginException refuse(String code, Map<String, String> arguments) {
        return refuse(code, arguments, null);
    }

    public PluginException refuse(String code, Map<String, String> arguments, @Nullable Throwable cause) {
        Map<String, String> shown = new LinkedHashMap<>();
        arguments.forEach((name, value) -> shown.put(name, shown(value)));
        Map<Language, String> reasons = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            reasons.put(language, messages.text(language, code, shown));
        }
        return new PluginException(code, reasons, cause);
    }

    /** A text of the file as it can be shown to a person: short, and without characters that move the cursor. */
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
