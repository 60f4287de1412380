package io.liying.testkit.http;

import io.liying.security.api.Person;
import java.util.Optional;

/** Two people that a test's server knows by their tokens. */
public final class Tokens {

    public static final String ADMINISTRATOR = "administrators-token";
    public static final String GUEST = "guests-token";

    private Tokens() {}

    /** What an {@link io.liying.security.api.Authenticator} answers. */
    public static Optional<Person> person(String token) {
        return switch (token) {
            case ADMINISTRATOR -> Optional.of(new Person("admin", true));
            case GUEST -> Optional.of(new Person("guest", false));
            default -> Optional.empty();
        };
    }
}
