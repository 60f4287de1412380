package io.liying.http.rest.turn;

import io.liying.conversation.api.TurnInput;
import io.liying.conversation.api.TurnRequest;
import io.liying.http.api.ProblemException;
import io.liying.i18n.api.Language;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a person says from a JSON object. */
public final class ChatMessage {

    private static final String DETECT = "detect";

    private ChatMessage() {}

    /**
     * Reads a turn.
     *
     * @param textField where the words stand
     * @param reader the language for errors
     * @throws ProblemException if a field is missing, of the wrong type or unknown
     */
    public static TurnRequest read(
            Map<String, Object> json, String textField, String personId, Language reader, Texts texts)
            throws ProblemException {
        String words = text(json, textField, reader, texts)
                .orElseThrow(() -> texts.problem(400, "field.missing", reader, Map.of("field", textField)));
        if (words.isBlank()) {
            throw texts.problem(400, "message.empty", reader);
        }
        Optional<String> session = text(json, "session_id", reader, texts).filter(id -> !id.isBlank());
        return new TurnRequest(personId, session, new TurnInput.Text(words), language(json, reader, texts));
    }

    private static Optional<Language> language(Map<String, Object> json, Language reader, Texts texts)
            throws ProblemException {
        Optional<String> tag =
                text(json, "language", reader, texts).filter(given -> !given.isBlank() && !given.equals(DETECT));
        if (tag.isEmpty()) {
            return Optional.empty();
        }
        Optional<Language> found = Language.of(tag.get());
        if (found.isEmpty()) {
            throw texts.problem(400, "language.unknown", reader, Map.of("language", shortened(tag.get())));
        }
        return found;
    }

    /** A text field; empty if it is absent or null. */
    public static Optional<String> text(Map<String, Object> json, String field, Language reader, Texts texts)
            throws ProblemException {
        @Nullable Object value = json.get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        throw texts.problem(400, "field.type", reader, Map.of("field", field));
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + '…' : text;
    }
}
