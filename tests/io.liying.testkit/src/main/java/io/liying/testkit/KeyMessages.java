package io.liying.testkit;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import java.util.Map;
import java.util.TreeMap;

/** Messages that read as language, key and arguments, such as {@code en:busy{skill=Timer}}. */
public final class KeyMessages implements MessageCatalogs, Messages {

    @Override
    public Messages of(Class<?> anchor) {
        return this;
    }

    @Override
    public String text(Language language, String key, Map<String, ?> arguments) {
        return language.code() + ":" + key + (arguments.isEmpty() ? "" : new TreeMap<>(arguments).toString());
    }

    @Override
    public boolean has(Language language, String key) {
        return true;
    }
}
