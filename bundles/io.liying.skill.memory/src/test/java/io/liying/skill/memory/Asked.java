package io.liying.skill.memory;

import io.liying.http.api.Request;
import io.liying.i18n.api.Language;
import io.liying.security.api.Person;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/** What a person asks of a resource; {@code fact} stands for whatever the path or query names. */
record Asked(String who, Language language, String fact, Map<String, Object> json) implements Request {

    @Override
    public Person person() {
        return new Person(who, false);
    }

    @Override
    public String path(String name) {
        return fact;
    }

    @Override
    public Optional<String> query(String name) {
        return Optional.of(fact);
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
