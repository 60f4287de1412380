package io.liying.plugin.core.tool;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/** Opens message files where there is no framework to ask for the service; placeholders are all they may hold. */
public final class PlainMessages implements MessageCatalogs {

    @Override
    public Messages of(Class<?> anchor) {
        return new Texts(anchor);
    }

    private static final class Texts implements Messages {

        private final Class<?> anchor;
        private final Map<Language, Properties> files = new EnumMap<>(Language.class);

        Texts(Class<?> anchor) {
            this.anchor = anchor;
        }

        @Override
        public String text(Language language, String key, Map<String, ?> arguments) {
            String pattern = file(language).getProperty(key);
            if (pattern == null) {
                throw new IllegalArgumentException("there is no text " + key + " beside " + anchor.getName());
            }
            StringBuilder text = new StringBuilder();
            int from = 0;
            for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
                int close = pattern.indexOf('}', open);
                Object value = close < 0 ? null : arguments.get(pattern.substring(open + 1, close));
                if (value == null) {
                    throw new IllegalArgumentException("an argument of " + key + " is missing");
                }
                text.append(pattern, from, open).append(value);
                from = close + 1;
            }
            return text.append(pattern.substring(from)).toString();
        }

        @Override
        public boolean has(Language language, String key) {
            return file(language).containsKey(key);
        }

        private synchronized Properties file(Language language) {
            return files.computeIfAbsent(language, this::load);
        }

        private Properties load(Language language) {
            String name = "messages_" + language.code() + ".properties";
            try (InputStream stream = anchor.getResourceAsStream(name)) {
                if (stream == null) {
                    throw new IllegalArgumentException(name + " is missing beside " + anchor.getName());
                }
                Properties properties = new Properties();
                properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
                return properties;
            } catch (IOException failure) {
                throw new UncheckedIOException(name + " cannot be read", failure);
            }
        }
    }
}
