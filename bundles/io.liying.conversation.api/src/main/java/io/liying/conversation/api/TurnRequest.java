package io.liying.conversation.api;

import io.liying.i18n.api.Language;
import java.util.Optional;

/**
 * What a person said.
 *
 * @param personId who speaks
 * @param sessionId the session to go on with, or empty to begin a new one
 * @param input what was said
 * @param language the language if the person's door knows it, or empty to detect it
 */
public record TurnRequest(String personId, Optional<String> sessionId, TurnInput input, Optional<Language> language) {

    /** A text in a language to be detected. */
    public static TurnRequest text(String personId, Optional<String> sessionId, String text) {
        return new TurnRequest(personId, sessionId, new TurnInput.Text(text), Optional.empty());
    }
}
