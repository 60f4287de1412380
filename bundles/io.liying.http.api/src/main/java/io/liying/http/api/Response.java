package io.liying.http.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** What to answer. */
public sealed interface Response {

    /**
     * JSON.
     *
     * @param body maps, lists, strings, numbers, booleans, nulls, or records of these with names in snake case
     */
    record Json(int status, Object body) implements Response {}

    /** A text of any type, UTF-8. */
    record Text(int status, String mediaType, String body) implements Response {}

    /** A document to save as a file. */
    record Download(String mediaType, String fileName, String body) implements Response {}

    /** Nothing: 204. */
    record Empty() implements Response {}

    /**
     * Bytes of any type, written while they arise by the request's own virtual thread.
     *
     * @param headers further headers of the answer
     */
    record Stream(int status, String mediaType, Map<String, String> headers, Body body) implements Response {
        public Stream {
            headers = Map.copyOf(headers);
        }
    }

    /** Writes bytes and returns when there are no more. What is flushed is sent at once. */
    @FunctionalInterface
    interface Body {
        /** @throws IOException if the client is gone */
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    /** Server-sent events, written while they arise by the request's own virtual thread. */
    record Events(Source source) implements Response {}

    /** Writes server-sent events and returns when there are no more. */
    @FunctionalInterface
    interface Source {
        void stream(Sink sink) throws IOException, InterruptedException;

        /** Called instead if the client is gone before the first event. */
        default void abandoned() {}
    }

    /** Takes server-sent events. */
    interface Sink {

        /**
         * Sends one event at once.
         *
         * @param name the event's type
         * @param data written as JSON
         * @throws IOException if the client is gone
         */
        void send(String name, Object data) throws IOException;
    }

    static Response ok(Object body) {
        return new Json(200, body);
    }
}
