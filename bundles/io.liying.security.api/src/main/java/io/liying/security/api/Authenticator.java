package io.liying.security.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Knows people by their tokens. Safe for use by many threads. */
@ProviderType
public interface Authenticator {

    /**
     * Finds whom a token belongs to, in a time that does not depend on how much of it is right.
     *
     * @return empty if nobody has this token
     */
    Optional<Person> byToken(String token);
}
