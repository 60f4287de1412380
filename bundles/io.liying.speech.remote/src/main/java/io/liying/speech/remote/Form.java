package io.liying.speech.remote;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A body of the kind {@code multipart/form-data} (RFC 7578). For one thread. */
final class Form {

    private final String boundary = "liying-" + UUID.randomUUID();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    String type() {
        return "multipart/form-data; boundary=" + boundary;
    }

    void field(String name, String value) {
        part("form-data; name=\"" + name + "\"", "text/plain; charset=utf-8", value.getBytes(StandardCharsets.UTF_8));
    }

    void file(String name, String file, String type, byte[] content) {
        part("form-data; name=\"" + name + "\"; filename=\"" + file + "\"", type, content);
    }

    private void part(String disposition, String type, byte[] content) {
        text("--" + boundary + "\r\nContent-Disposition: " + disposition + "\r\nContent-Type: " + type + "\r\n\r\n");
        body.writeBytes(content);
        text("\r\n");
    }

    private void text(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The whole body; nothing is added afterwards. */
    byte[] bytes() {
        text("--" + boundary + "--\r\n");
        return body.toByteArray();
    }
}
