package io.liying.network.api;

import java.io.IOException;

/** A service did not answer as it should. The message names the host and what happened, for the log. */
public final class WebException extends IOException {

    private static final long serialVersionUID = 1;

    /** What went wrong. */
    public enum Reason {
        /** No connection, or it broke. */
        UNREACHABLE,
        /** The answer was not there in time. */
        TIMEOUT,
        /** The answer is larger than was asked for. */
        TOO_LARGE
    }

    private final Reason reason;

    public WebException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
