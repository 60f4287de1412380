package io.liying.memory.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.liying.i18n.api.Language;
import io.liying.memory.api.Preferences;
import io.liying.memory.api.Speaking;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.Formality;
import io.liying.skill.api.PersonContext.TimeFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Preferences as a flat JSON object of strings. What a later version wrote and this one does not know is skipped. */
final class PreferencesJson {

    static final JsonFactory JSON = new JsonFactory();

    private PreferencesJson() {}

    static String write(Preferences preferences) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(json, preferences);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    static void write(JsonGenerator json, Preferences preferences) throws IOException {
        json.writeStartObject();
        if (preferences.language().isPresent()) {
            json.writeStringField("language", preferences.language().get().code());
        }
        for (Language language : Language.values()) {
            Formality formality = preferences.formality().get(language);
            if (formality != null) {
                json.writeStringField("formality_" + language.code(), lower(formality));
            }
        }
        if (preferences.timeFormat().isPresent()) {
            json.writeStringField("time_format", lower(preferences.timeFormat().get()));
        }
        if (preferences.place().isPresent()) {
            Entity place = preferences.place().get();
            json.writeStringField("place", place.text());
            json.writeStringField("place_type", place.type());
            json.writeStringField("place_value", place.value());
        }
        for (Language language : Language.values()) {
            Speaking speaking = preferences.speaking().get(language);
            if (speaking != null) {
                write(json, language.code(), speaking);
            }
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String language, Speaking speaking) throws IOException {
        if (speaking.voice().isPresent()) {
            json.writeStringField("voice_" + language, speaking.voice().get());
        }
        json.writeStringField("rate_" + language, Double.toString(speaking.rate()));
        json.writeStringField("volume_" + language, Double.toString(speaking.volume()));
        json.writeStringField("pitch_" + language, Double.toString(speaking.pitch()));
    }

    static Preferences read(String text) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                fields.put(name, json.getText());
            }
        } catch (IOException damaged) {
            throw new UncheckedIOException("stored preferences cannot be read: " + text, damaged);
        }
        Preferences read = new Preferences(
                Optional.ofNullable(fields.get("language")).flatMap(Language::of),
                Map.of(),
                Optional.ofNullable(fields.get("time_format")).map(name -> TimeFormat.valueOf(upper(name))),
                Optional.ofNullable(fields.get("place")).map(place -> place(place, fields)));
        for (Language language : Language.values()) {
            String formality = fields.get("formality_" + language.code());
            if (formality != null) {
                read = read.withFormality(language, Formality.valueOf(upper(formality)));
            }
            read = read.withSpeaking(language, speaking(language.code(), fields));
        }
        return read;
    }

    private static Speaking speaking(String language, Map<String, String> fields) {
        return new Speaking(
                Optional.ofNullable(fields.get("voice_" + language)),
                Double.parseDouble(fields.getOrDefault("rate_" + language, "1")),
                Double.parseDouble(fields.getOrDefault("volume_" + language, "1")),
                Double.parseDouble(fields.getOrDefault("pitch_" + language, "1")));
    }

    private static Entity place(String place, Map<String, String> fields) {
        return new Entity(
                fields.getOrDefault("place_type", Entity.CITY),
                fields.getOrDefault("place_value", place),
                place,
                0,
                place.length(),
                1);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
