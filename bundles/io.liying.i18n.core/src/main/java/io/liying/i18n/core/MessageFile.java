package io.liying.i18n.core;

import io.liying.i18n.api.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * One language's messages. The file is read when it is first used and a pattern is parsed when it is first used, as the
 * server opens all bundles' files while it starts and then speaks one or two languages.
 */
final class MessageFile {

    private final Class<?> anchor;
    private final Language language;
    private volatile @Nullable Map<String, Message> messages;

    MessageFile(Class<?> anchor, Language language) {
        this.anchor = anchor;
        this.language = language;
        if (anchor.getResource(name(language)) == null) {
            throw new IllegalArgumentException(name(language) + " is missing beside " + anchor.getName());
        }
    }

    static String name(Language language) {
        return "messages_" + language.code() + ".properties";
    }

    String name() {
        return name(language);
    }

    @Nullable
    Pattern pattern(String key) {
        Message message = messages().get(key);
        return message == null ? null : message.pattern();
    }

    Map<String, Message> messages() {
        Map<String, Message> known = messages;
        if (known == null) {
            known = parse(read());
            messages = known;
        }
        return known;
    }

    private String read() {
        try (InputStream stream = anchor.getResourceAsStream(name())) {
            if (stream != null) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
            throw new IllegalArgumentException(name() + " beside " + anchor.getName() + " has gone");
        } catch (IOException failure) {
            throw new IllegalArgumentException(name() + " of " + anchor.getName() + " cannot be read", failure);
        }
    }

    /** Most files have no escapes and bare line ends; those are cut into lines without the JDK's slow reader. */
    private Map<String, Message> parse(String text) {
        Map<String, Message> parsed = new HashMap<>();
        if (text.indexOf('\\') < 0 && text.indexOf('\r') < 0) {
            for (String line : text.split("\n")) {
                add(line.stripLeading(), parsed);
            }
            return parsed;
        }
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException failure) {
            throw new IllegalArgumentException(name() + " of " + anchor.getName() + " cannot be read", failure);
        }
        for (String key : properties.stringPropertyNames()) {
            parsed.put(key, new Message(properties.getProperty(key), language));
        }
        return parsed;
    }

    private void add(String line, Map<String, Message> parsed) {
        if (line.isEmpty() || line.charAt(0) == '#' || line.charAt(0) == '!') {
            return;
        }
        int end = 0;
        while (end < line.length() && " \t\f=:".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        String rest = line.substring(end).stripLeading();
        boolean separated = rest.startsWith("=") || rest.startsWith(":");
        String value = separated ? rest.substring(1).stripLeading() : rest;
        parsed.put(line.substring(0, end), new Message(value, language));
    }

    /** A text whose pattern is parsed on demand. */
    static final class Message {

        private final String text;
        private final Language language;
        private volatile @Nullable Pattern pattern;

        Message(String text, Language language) {
            this.text = text;
            this.language = language;
        }

        Pattern pattern() {
            Pattern known = pattern;
            if (known == null) {
                known = Pattern.of(text, language.locale());
                pattern = known;
            }
            return known;
        }
    }
}
