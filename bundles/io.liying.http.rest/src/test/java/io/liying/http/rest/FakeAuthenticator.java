package io.liying.http.rest;

import io.liying.security.api.Authenticator;
import io.liying.security.api.Person;
import java.util.Optional;

/** Knows one administrator and one other person. */
final class FakeAuthenticator implements Authenticator {

    static final String ADMINISTRATOR = "administrators-token";
    static final String GUEST = "guests-token";

    @Override
    public Optional<Person> byToken(String token) {
        return switch (token) {
            case ADMINISTRATOR -> Optional.of(new Person("admin", true));
            case GUEST -> Optional.of(new Person("guest", false));
            default -> Optional.empty();
        };
    }
}
