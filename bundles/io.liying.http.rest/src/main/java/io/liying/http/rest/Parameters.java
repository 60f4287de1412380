package io.liying.http.rest;

import io.liying.http.api.ProblemException;
import io.liying.http.api.Request;
import io.liying.http.rest.turn.Texts;
import java.util.Map;
import java.util.Optional;

/** Reads query parameters. */
final class Parameters {

    private Parameters() {}

    /** A whole number, or the default if the parameter is absent. */
    static int number(Request request, String name, int otherwise, int min, int max, Texts texts)
            throws ProblemException {
        Optional<String> given = request.query(name).filter(text -> !text.isBlank());
        if (given.isEmpty()) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(given.get().strip());
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // answered like a number out of bounds
        }
        Map<String, Object> arguments = Map.of("name", name, "min", min, "max", max);
        throw texts.problem(400, "parameter.number", request.language(), arguments);
    }
}
