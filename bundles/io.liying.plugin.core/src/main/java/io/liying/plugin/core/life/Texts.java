package io.liying.plugin.core.life;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.Messages;
import io.liying.plugin.api.PluginDescriptor;
import io.liying.plugin.api.PluginException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Texts in every language at once: whoever reads a reason later may read another language than whoever asked. */
public final class Texts {

    private final Messages messages;

    public Texts(Messages messages) {
        this.messages = messages;
    }

    /** A text in every language. */
    public Map<Language, String> in(String key, Map<String, ?> arguments) {
        return in(key, language -> arguments);
    }

    /** A text in every language, with arguments that are texts themselves. */
    public Map<Language, String> in(String key, Function<Language, Map<String, ?>> arguments) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(language, messages.text(language, key, arguments.apply(language)));
        }
        return texts;
    }

    /** A text about a version of a plugin, in every language. */
    public Map<Language, String> about(String key, PluginDescriptor descriptor) {
        return in(key, Map.of("plugin", descriptor.id(), "version", descriptor.version()));
    }

    /** A refusal whose code is {@code plugin.} and the key. */
    public PluginException refusal(String key, Map<String, ?> arguments) {
        return refusal(key, arguments, null);
    }

    /** A refusal with what caused it. */
    public PluginException refusal(String key, Map<String, ?> arguments, @Nullable Throwable cause) {
        return new PluginException("plugin." + key, in(key, arguments), cause);
    }
}
