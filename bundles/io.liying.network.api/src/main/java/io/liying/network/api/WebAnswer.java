package io.liying.network.api;

/**
 * What a service answered.
 *
 * @param status the HTTP status
 * @param body decoded as UTF-8
 */
public record WebAnswer(int status, String body) {

    /** Whether the status says that the request succeeded. */
    public boolean succeeded() {
        return status >= 200 && status < 300;
    }
}
