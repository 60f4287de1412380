package io.liying.speech.api;

import java.util.Map;

/**
 * Hearing or speaking failed for a reason outside of the program. {@link SpeechTexts} says it in a person's language;
 * the message of the exception itself is English and for the log.
 */
public class SpeechException extends Exception {

    private static final long serialVersionUID = 1;

    private final String code;
    private final transient Map<String, Object> details;

    /**
     * @param code stable, such as {@code audio.empty}: the key of the text that people read
     * @param details the text's named arguments: strings and numbers
     */
    public SpeechException(String code, Map<String, ?> details) {
        super(code + details);
        this.code = code;
        this.details = Map.copyOf(details);
    }

    public SpeechException(String code, Map<String, ?> details, Throwable cause) {
        super(code + details, cause);
        this.code = code;
        this.details = Map.copyOf(details);
    }

    public String code() {
        return code;
    }

    public Map<String, Object> details() {
        return details;
    }
}
