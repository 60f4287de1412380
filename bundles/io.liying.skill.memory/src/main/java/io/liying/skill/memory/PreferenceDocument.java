package io.liying.skill.memory;

import io.liying.memory.api.Preferences;
import io.liying.memory.api.Speaking;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Preferences as a JSON object; what the person did not say is absent. */
final class PreferenceDocument {

    private PreferenceDocument() {}

    static Map<String, Object> of(Preferences preferences) {
        Map<String, Object> document = new LinkedHashMap<>();
        preferences.language().ifPresent(language -> document.put("language", language.code()));
        if (!preferences.formality().isEmpty()) {
            Map<String, String> formality = new LinkedHashMap<>();
            preferences.formality().forEach((language, value) -> formality.put(language.code(), lower(value)));
            document.put("formality", formality);
        }
        preferences.timeFormat().ifPresent(format -> document.put("time_format", lower(format)));
        preferences
                .place()
                .ifPresent(place -> document.put(
                        "place", Map.of("text", place.text(), "type", place.type(), "value", place.value())));
        if (!preferences.speaking().isEmpty()) {
            Map<String, Object> speaking = new LinkedHashMap<>();
            preferences.speaking().forEach((language, value) -> speaking.put(language.code(), speaking(value)));
            document.put("speaking", speaking);
        }
        return document;
    }

    private static Map<String, Object> speaking(Speaking speaking) {
        Map<String, Object> document = new LinkedHashMap<>();
        speaking.voice().ifPresent(voice -> document.put("voice", voice));
        document.put("rate", speaking.rate());
        document.put("volume", speaking.volume());
        document.put("pitch", speaking.pitch());
        return document;
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
