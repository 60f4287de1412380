package io.liying.http.core.gate;

import io.liying.security.api.Person;
import java.util.Map;

/** What the gate says to a request. */
public sealed interface Verdict {

    /** It may come in; a remote client without token is a person with an empty id. */
    record Admitted(Person person) implements Verdict {}

    /**
     * It may not.
     *
     * @param code the stable code and the key of the reason's text
     * @param arguments for that text
     * @param retrySeconds when to try again, 0 for never
     */
    record Refused(int status, String code, Map<String, Object> arguments, long retrySeconds) implements Verdict {

        static Refused forever(int status, String code, Map<String, Object> arguments) {
            return new Refused(status, code, arguments, 0);
        }
    }
}
