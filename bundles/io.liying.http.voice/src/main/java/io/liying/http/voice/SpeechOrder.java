package io.liying.http.voice;

import io.liying.http.api.ProblemException;
import io.liying.i18n.api.Language;
import io.liying.speech.api.voice.Prosody;
import io.liying.speech.api.voice.SpeechRequest;
import java.util.Map;
import java.util.Optional;

/**
 * A text to be spoken, as a client asked for it.
 *
 * @param text not blank
 */
record SpeechOrder(String text, SpeechRequest request) {

    /** Reads and checks the fields of a JSON object. */
    record Reader(Map<String, Object> fields, Language reader, VoiceTexts texts, int longest) {

        SpeechOrder order(String textField, String rateField, String personId) throws ProblemException {
            String text = text(textField).orElse("");
            if (text.isBlank()) {
                throw problem("text.missing", Map.of("field", textField));
            }
            if (text.length() > longest) {
                throw texts.problem(413, "text.too_long", reader, Map.of("length", text.length(), "limit", longest));
            }
            Prosody prosody = new Prosody(
                    number(rateField, ProsodyRange.RATE),
                    number("volume", ProsodyRange.VOLUME),
                    number("pitch", ProsodyRange.PITCH));
            return new SpeechOrder(text, new SpeechRequest(personId, language(), text("voice"), prosody));
        }

        private Optional<Language> language() throws ProblemException {
            Optional<String> asked = text("language").filter(code -> !code.isBlank());
            if (asked.isEmpty()) {
                return Optional.empty();
            }
            Optional<Language> language = Language.of(asked.get());
            if (language.isEmpty()) {
                throw problem("language.unknown", Map.of("language", asked.get()));
            }
            return language;
        }

        /** A text field; empty if it is absent or null. */
        Optional<String> text(String field) throws ProblemException {
            Object value = fields.get(field);
            if (value == null) {
                return Optional.empty();
            }
            if (value instanceof String text) {
                return Optional.of(text);
            }
            throw problem("field.text", Map.of("field", field));
        }

        /** A number; 1 if it is absent or null. */
        double number(String field, ProsodyRange range) throws ProblemException {
            Object value = fields.get(field);
            if (value == null) {
                return 1;
            }
            if (value instanceof Number number && range.contains(number.doubleValue())) {
                return number.doubleValue();
            }
            throw problem("field.number", Map.of("field", field, "lowest", range.lowest(), "highest", range.highest()));
        }

        ProblemException problem(String code, Map<String, ?> arguments) {
            return texts.problem(400, code, reader, arguments);
        }
    }
}
