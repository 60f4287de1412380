package io.liying.plugin.core.tool.publish;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file cannot become part of a catalogue; the key names the text for the person. */
final class PublishException extends Exception {

    private static final long serialVersionUID = 1;

    private final String key;
    private final transient Map<String, String> arguments;

    PublishException(String key, Map<String, String> arguments) {
        this(key, arguments, null);
    }

    PublishException(String key, Map<String, String> arguments, @Nullable Throwable cause) {
        super(key + " " + arguments, cause);
        this.key = key;
        this.arguments = Map.copyOf(arguments);
    }

    String key() {
        return key;
    }

    Map<String, String> arguments() {
        return arguments;
    }
}
