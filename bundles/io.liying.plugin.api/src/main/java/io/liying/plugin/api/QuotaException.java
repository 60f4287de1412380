package io.liying.plugin.api;

/** A plugin wanted to keep more than it is permitted to. */
public final class QuotaException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public QuotaException(String message) {
        super(message);
    }
}
