package io.liying.i18n.core;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The messages of one bundle. A key that a translation lacks is answered in English, or whichever language has it. */
public final class FileMessages implements Messages {

    private final String owner;
    private final Map<Language, MessageFile> files;

    FileMessages(String owner, Map<Language, MessageFile> files) {
        this.owner = owner;
        this.files = files;
    }

    @Override
    public String text(Language language, String key, Map<String, ?> arguments) {
        Pattern pattern = file(language).pattern(key);
        try {
            return (pattern == null ? substitute(language, key) : pattern).format(arguments);
        } catch (IllegalArgumentException failure) {
            throw new IllegalArgumentException(
                    file(language).name() + " of " + owner + ", " + key + ": " + failure.getMessage(), failure);
        }
    }

    @Override
    public boolean has(Language language, String key) {
        return file(language).messages().containsKey(key);
    }

    /**
     * What the translations forgot, for tests of the bundle that owns the files.
     *
     * @return such as {@code messages_de.properties lacks timer.set}, empty if every file has every key; wordings of one
     *     formality may be missing
     */
    public List<String> gaps() {
        Set<String> keys = new TreeSet<>();
        files.values().forEach(file -> keys.addAll(file.messages().keySet()));
        keys.removeIf(key -> isVariant(key, keys));
        List<String> gaps = new ArrayList<>();
        for (String key : keys) {
            for (MessageFile file : files.values()) {
                if (!file.messages().containsKey(key)) {
                    gaps.add(file.name() + " lacks " + key);
                }
            }
        }
        return gaps;
    }

    /** Whether a key is that of a formal or informal wording, which only some languages have. */
    private static boolean isVariant(String key, Set<String> keys) {
        int dot = key.lastIndexOf('.');
        return dot > 0
                && (key.endsWith(".formal") || key.endsWith(".informal"))
                && keys.contains(key.substring(0, dot));
    }

    private MessageFile file(Language language) {
        return Objects.requireNonNull(files.get(language));
    }

    private Pattern substitute(Language language, String key) {
        Pattern english = file(Language.ENGLISH).pattern(key);
        if (english != null) {
            warn(file(language), key, file(Language.ENGLISH));
            return english;
        }
        for (MessageFile file : files.values()) {
            Pattern other = file.pattern(key);
            if (other != null) {
                warn(file(language), key, file);
                return other;
            }
        }
        throw new IllegalArgumentException("there is no such key in any language");
    }

    private void warn(MessageFile incomplete, String key, MessageFile used) {
        logger().warn("{} of {} lacks {}; {} is used", incomplete.name(), owner, key, used.name());
    }

    /** Not a constant: a complete catalogue never needs the logger. */
    private static Logger logger() {
        return LoggerFactory.getLogger(FileMessages.class);
    }
}
