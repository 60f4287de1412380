package io.liying.http.rest;

import io.liying.security.api.Authenticator;
import io.liying.security.api.Person;
import io.liying.testkit.http.Tokens;
import java.util.Optional;

/** Knows the test's two people, and as many others as are wanted. */
final class FakeAuthenticator implements Authenticator {

    /** The beginning of tokens that are also the names of their persons. */
    static final String AS = "as-";

    @Override
    public Optional<Person> byToken(String token) {
        return token.startsWith(AS) ? Optional.of(new Person(token, false)) : Tokens.person(token);
    }
}
