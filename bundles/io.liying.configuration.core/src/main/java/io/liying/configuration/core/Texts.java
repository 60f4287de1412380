package io.liying.configuration.core;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MachineLanguage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The texts of this bundle in the machine's language. They are read from files of its own, and only when something is
 * wrong: the message service needs a configuration first.
 */
final class Texts {

    private final Language language;
    private @Nullable Properties texts;

    Texts(Language language) {
        this.language = language;
    }

    /** Texts in the language of the machine, or in English if it is none of the seven. */
    static Texts ofMachine() {
        return new Texts(MachineLanguage.find());
    }

    /** A text in which {@code {0}}, {@code {1}} and so on are replaced by the arguments. */
    String text(String key, Object... arguments) {
        String pattern = load().getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no text " + key + " in " + language);
        }
        StringBuilder text = new StringBuilder(pattern.length() + 64);
        for (int i = 0; i < pattern.length(); i++) {
            char character = pattern.charAt(i);
            boolean argument = character == '{' && i + 2 < pattern.length() && pattern.charAt(i + 2) == '}';
            int number = argument ? pattern.charAt(i + 1) - '0' : -1;
            if (number >= 0 && number < arguments.length) {
                text.append(arguments[number]);
                i += 2;
            } else {
                text.append(character);
            }
        }
        return text.toString();
    }

    private synchronized Properties load() {
        Properties loaded = texts;
        if (loaded == null) {
            loaded = new Properties();
            String file = "messages_" + language.code() + ".properties";
            try (InputStream stream = Texts.class.getResourceAsStream(file)) {
                if (stream == null) {
                    throw new IOException(file + " is missing");
                }
                loaded.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            } catch (IOException failure) {
                throw new UncheckedIOException("the texts of the configuration cannot be read", failure);
            }
            texts = loaded;
        }
        return loaded;
    }
}
