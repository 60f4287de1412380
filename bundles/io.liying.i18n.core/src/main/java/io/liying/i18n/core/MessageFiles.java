package io.liying.i18n.core;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Reads the seven message files that stand beside a class. */
@Component
public final class MessageFiles implements MessageCatalogs {

    @Activate
    public MessageFiles() {}

    @Override
    public FileMessages of(Class<?> anchor) {
        Map<Language, Map<String, Pattern>> patterns = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            patterns.put(language, read(anchor, language));
        }
        return new FileMessages(anchor.getName(), patterns);
    }

    private static Map<String, Pattern> read(Class<?> anchor, Language language) {
        String file = FileMessages.fileName(language);
        Properties properties = new Properties();
        try (InputStream stream = anchor.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalArgumentException(file + " is missing beside " + anchor.getName());
            }
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new IllegalArgumentException(file + " of " + anchor.getName() + " cannot be read", failure);
        }
        Map<String, Pattern> patterns = HashMap.newHashMap(properties.size());
        for (String key : properties.stringPropertyNames()) {
            patterns.put(key, Pattern.of(properties.getProperty(key), language.locale()));
        }
        return patterns;
    }
}
