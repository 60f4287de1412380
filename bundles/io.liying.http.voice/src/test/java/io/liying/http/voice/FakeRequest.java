package io.liying.http.voice;

import io.liying.http.api.Request;
import io.liying.i18n.api.Language;
import io.liying.security.api.Person;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/** A request with a JSON body. */
record FakeRequest(Language language, Map<String, Object> json, String inPath) implements Request {

    FakeRequest(Language language, Map<String, Object> json) {
        this(language, json, "");
    }

    @Override
    public Person person() {
        return new Person(Person.OWNER, false);
    }

    @Override
    public String path(String name) {
        return inPath;
    }

    @Override
    public Optional<String> query(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.empty();
    }

    @Override
    public boolean accepts(String mediaType) {
        return false;
    }

    @Override
    public void body(OutputStream out, long limit) {
        throw new UnsupportedOperationException();
    }
}
