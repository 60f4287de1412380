package io.liying.http.speech;

import io.liying.http.api.Request;
import io.liying.i18n.api.Language;
import io.liying.security.api.Person;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A request with a body. */
record FakeRequest(String type, byte[] body, Language language) implements Request {

    /** A form as browsers send it. */
    static FakeRequest form(Language language, byte[] file, String... fields) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < fields.length; i += 2) {
            write(
                    body,
                    "--XyZ\r\nContent-Disposition: form-data; name=\"" + fields[i] + "\"\r\n\r\n" + fields[i + 1]
                            + "\r\n");
        }
        write(
                body,
                "--XyZ\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n"
                        + "Content-Type: audio/wav\r\n\r\n");
        body.write(file);
        write(body, "\r\n--XyZ--\r\n");
        return new FakeRequest("multipart/form-data; boundary=XyZ", body.toByteArray(), language);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Person person() {
        return new Person(Person.OWNER, true);
    }

    @Override
    public String path(String name) {
        throw new IllegalArgumentException(name);
    }

    @Override
    public Optional<String> query(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<String> header(String name) {
        return name.equals("Content-Type") ? Optional.of(type) : Optional.empty();
    }

    @Override
    public boolean accepts(String mediaType) {
        return false;
    }

    @Override
    public Map<String, Object> json() {
        return Map.of();
    }

    @Override
    public void body(OutputStream out, long limit) throws IOException {
        out.write(body);
    }
}
