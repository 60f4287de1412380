package io.liying.http.rest;

import io.liying.security.api.Authenticator;
import io.liying.security.api.Person;
import java.util.Optional;

/** Knows one administrator, one guest, and as many others as are wanted. */
final class FakeAuthenticator implements Authenticator {

    static final String ADMINISTRATOR = "administrators-token";
    static final String GUEST = "guests-token";

    /** The beginning of tokens that are also the names of their persons. */
    static final String AS = "as-";

    @Override
    public Optional<Person> byToken(String token) {
        return switch (token) {
            case ADMINISTRATOR -> Optional.of(new Person("admin", true));
            case GUEST -> Optional.of(new Person("guest", false));
            default -> token.startsWith(AS) ? Optional.of(new Person(token, false)) : Optional.empty();
        };
    }
}
