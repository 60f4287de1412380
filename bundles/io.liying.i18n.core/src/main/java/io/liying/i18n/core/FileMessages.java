package io.liying.i18n.core;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The messages of one bundle. A key that a translation lacks is answered in English, or whichever language has it. */
public final class FileMessages implements Messages {

    private static final Logger LOG = LoggerFactory.getLogger(FileMessages.class);

    private final String owner;
    private final Map<Language, Map<String, Pattern>> patterns;

    FileMessages(String owner, Map<Language, Map<String, Pattern>> patterns) {
        this.owner = owner;
        this.patterns = patterns;
    }

    static String fileName(Language language) {
        return "messages_" + language.code() + ".properties";
    }

    @Override
    public String text(Language language, String key, Map<String, ?> arguments) {
        Pattern pattern = pattern(language, key);
        try {
            return (pattern == null ? substitute(language, key) : pattern).format(arguments);
        } catch (IllegalArgumentException failure) {
            throw new IllegalArgumentException(
                    fileName(language) + " of " + owner + ", " + key + ": " + failure.getMessage(), failure);
        }
    }

    @Override
    public boolean has(Language language, String key) {
        return pattern(language, key) != null;
    }

    /**
     * What the translations forgot, for tests of the bundle that owns the files.
     *
     * @return such as {@code messages_de.properties lacks timer.set}, empty if every file has every key
     */
    public List<String> gaps() {
        Set<String> keys = new TreeSet<>();
        patterns.values().forEach(file -> keys.addAll(file.keySet()));
        List<String> gaps = new ArrayList<>();
        for (String key : keys) {
            for (Language language : Language.values()) {
                if (!has(language, key)) {
                    gaps.add(fileName(language) + " lacks " + key);
                }
            }
        }
        return gaps;
    }

    private @Nullable Pattern pattern(Language language, String key) {
        Map<String, Pattern> file = patterns.get(language);
        return file == null ? null : file.get(key);
    }

    private Pattern substitute(Language language, String key) {
        Pattern english = pattern(Language.ENGLISH, key);
        if (english != null) {
            LOG.warn("{} of {} lacks {}; the English text is used", fileName(language), owner, key);
            return english;
        }
        for (Map.Entry<Language, Map<String, Pattern>> file : patterns.entrySet()) {
            Pattern other = file.getValue().get(key);
            if (other != null) {
                LOG.warn("{} of {} lacks {}; {} is used", fileName(language), owner, key, fileName(file.getKey()));
                return other;
            }
        }
        throw new IllegalArgumentException("there is no such key in any language");
    }
}
