package io.liying.nlu.api.training;

import java.util.Map;

/**
 * An import or a training was refused or failed. {@link Training#explain} says it in a person's language; the message of the
 * exception itself is English and for the log.
 */
public final class TrainingException extends Exception {

    private static final long serialVersionUID = 1;

    private final String code;
    private final transient Map<String, Object> details;

    /**
     * @param code stable, such as {@code file.empty}: the key of the text that people read
     * @param details the text's named arguments: strings and numbers
     */
    public TrainingException(String code, Map<String, ?> details) {
        super(code + details);
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
