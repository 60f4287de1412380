package io.liying.skill.weather;

import io.liying.i18n.api.Language;
import io.liying.network.api.WebException;
import java.util.Optional;

/** A weather service. */
interface WeatherSource {

    /** The host that is asked, for people. */
    String host();

    /** Finds a place by its name in any language. */
    Optional<Place> find(String name, Language language)
            throws WebException, StrangeAnswerException, InterruptedException;

    /** The weather of a place now and on the next days. */
    Report report(Place place) throws WebException, StrangeAnswerException, InterruptedException;

    /** The service answered, but with an error or with what is no weather. */
    final class StrangeAnswerException extends Exception {

        private static final long serialVersionUID = 1;

        StrangeAnswerException(String message) {
            super(message);
        }

        StrangeAnswerException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
