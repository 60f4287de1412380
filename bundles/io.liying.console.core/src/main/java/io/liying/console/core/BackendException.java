package io.liying.console.core;

/** LiYing did not do what was asked; the message can be shown as it is. */
final class BackendException extends Exception {

    private static final long serialVersionUID = 1;

    BackendException(String message) {
        super(message);
    }

    BackendException(String message, Throwable cause) {
        super(message, cause);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
