package io.liying.console.core;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MachineLanguage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/**
 * The console's texts in one language. They are read without the message service, since the chat with a running server
 * is a program without services.
 */
final class Texts {

    private final Language language;
    private final Properties texts = new Properties();

    Texts(Language language) {
        this(language, "messages");
    }

    /** @param group the beginning of the file's name */
    Texts(Language language, String group) {
        this.language = language;
        String file = group + "_" + language.code() + ".properties";
        try (InputStream stream = Texts.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IOException(file + " is missing");
            }
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("the texts of the console cannot be read", failure);
        }
    }

    /** Texts in the language of the terminal, or in English if it is none of the seven. */
    static Texts ofMachine() {
        return new Texts(MachineLanguage.find());
    }

    Language language() {
        return language;
    }

    String text(String key) {
        return text(key, Map.of());
    }

    String text(String key, String name, Object value) {
        return text(key, Map.of(name, value));
    }

    /** A text in which names in braces are replaced. */
    String text(String key, Map<String, ?> arguments) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key + " in " + language);
        }
        for (Map.Entry<String, ?> argument : arguments.entrySet()) {
            text = text.replace("{" + argument.getKey() + "}", String.valueOf(argument.getValue()));
        }
        return text;
    }
}
