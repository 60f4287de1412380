package io.liying.skill.api;

/** A text was not translated. The message is for the log; the reason tells what to say to a person. */
public final class TranslationException extends Exception {

    private static final long serialVersionUID = 1;

    /** Why there is no translation. */
    public enum Reason {
        /** The owner has named no service. */
        OFF,
        /** What the owner named is no web address. */
        BAD_ADDRESS,
        UNREACHABLE,
        TIMEOUT,
        /** The service answered with an error or with nonsense. */
        STRANGE
    }

    private final Reason reason;

    public TranslationException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public TranslationException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
