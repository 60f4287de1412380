package io.liying.http.core.route;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.i18n.api.Language;
import io.liying.security.api.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A request that found its route. */
final class RoutedRequest implements Request {

    private final HttpServletRequest request;
    private final Person person;
    private final Language language;
    private final Map<String, String> parameters;
    private final Body body;
    private final Json json;

    RoutedRequest(
            HttpServletRequest request,
            Person person,
            Language language,
            Map<String, String> parameters,
            Body body,
            Json json) {
        this.request = request;
        this.person = person;
        this.language = language;
        this.parameters = parameters;
        this.body = body;
        this.json = json;
    }

    @Override
    public Person person() {
        return person;
    }

    @Override
    public Language language() {
        return language;
    }

    @Override
    public String path(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route's path has no {" + name + "}");
        }
        return value;
    }

    @Override
    public Optional<String> query(String name) {
        String query = request.getQueryString();
        if (query == null) {
            return Optional.empty();
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (decoded(equals < 0 ? pair : pair.substring(0, equals)).equals(name)) {
                return Optional.of(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return Optional.empty();
    }

    /** A malformed escape stays as it is: then it is not the value that the route expects, and the route says so. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    @Override
    public boolean accepts(String mediaType) {
        return Accept.prefers(request.getHeader("Accept"), mediaType);
    }

    @Override
    public Map<String, Object> json() throws ProblemException {
        return body.object(request, language, json);
    }

    @Override
    public void body(OutputStream out, long limit) throws ProblemException, IOException {
        body.copy(request, language, out, limit);
    }
}
