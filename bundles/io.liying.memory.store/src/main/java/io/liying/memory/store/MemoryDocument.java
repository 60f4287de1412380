package io.liying.memory.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.memory.api.Fact;
import io.liying.memory.api.Preferences;
import io.liying.memory.api.Speaking;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.Formality;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is remembered of a person as a document: for programs in JSON, for people in Markdown and in their language. */
final class MemoryDocument {

    private final MessageCatalogs catalogs;
    private final ZoneId zone;

    MemoryDocument(MessageCatalogs catalogs, ZoneId zone) {
        this.catalogs = catalogs;
        this.zone = zone;
    }

    String json(List<Fact> facts, Preferences preferences) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = PreferencesJson.JSON.createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter().withoutSpacesInObjectEntries());
            json.writeStartObject();
            json.writeStringField("format", "liying.memory.1");
            json.writeArrayFieldStart("facts");
            for (Fact fact : facts) {
                json.writeStartObject();
                json.writeStringField("id", fact.id());
                json.writeStringField("text", fact.text());
                json.writeStringField("language", fact.language().code());
                json.writeStringField("at", fact.at().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeFieldName("preferences");
            PreferencesJson.write(json, preferences);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.append('\n').toString();
    }

    String markdown(Language reader, List<Fact> facts, Preferences preferences) {
        Messages texts = catalogs.of(MemoryDocument.class);
        DateTimeFormatter time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(reader.locale())
                .withZone(zone);
        StringBuilder document = new StringBuilder(200 + 100 * facts.size());
        document.append("# ").append(texts.text(reader, "document.title")).append("\n\n");
        if (facts.isEmpty()) {
            document.append(texts.text(reader, "document.empty")).append('\n');
        }
        for (Fact fact : facts) {
            document.append("- ")
                    .append(fact.text().replace('\n', ' '))
                    .append(" (")
                    .append(time.format(fact.at()))
                    .append(")\n");
        }
        StringBuilder preferred = new StringBuilder();
        preferences
                .language()
                .ifPresent(language -> add(
                        preferred, texts, reader, "language", language.locale().getDisplayName(reader.locale())));
        for (Map.Entry<Language, Formality> formality : preferences.formality().entrySet()) {
            String value = texts.text(
                    reader, "formality." + formality.getValue().name().toLowerCase(Locale.ROOT));
            String language = formality.getKey().locale().getDisplayName(reader.locale());
            add(preferred, texts, reader, "formality", value + " (" + language + ")");
        }
        preferences
                .timeFormat()
                .ifPresent(format -> add(
                        preferred,
                        texts,
                        reader,
                        "time_format",
                        texts.text(reader, "time_format." + format.name().toLowerCase(Locale.ROOT))));
        preferences.place().map(Entity::text).ifPresent(place -> add(preferred, texts, reader, "place", place));
        for (Language spoken : Language.values()) {
            if (preferences.speaking().containsKey(spoken)) {
                preferred
                        .append("- ")
                        .append(speaking(texts, reader, spoken, preferences.speaking(spoken)))
                        .append('\n');
            }
        }
        if (!preferred.isEmpty()) {
            document.append("\n## ")
                    .append(texts.text(reader, "document.preferences"))
                    .append("\n\n")
                    .append(preferred);
        }
        return document.toString();
    }

    private static String speaking(Messages texts, Language reader, Language spoken, Speaking speaking) {
        return texts.text(
                reader,
                "preference.speaking",
                Map.of(
                        "language", spoken.locale().getDisplayName(reader.locale()),
                        "voice", speaking.voice().orElse("none"),
                        "rate", speaking.rate(),
                        "volume", speaking.volume(),
                        "pitch", speaking.pitch()));
    }

    private static void add(StringBuilder document, Messages texts, Language reader, String key, String value) {
        document.append("- ")
                .append(texts.text(reader, "preference." + key, Map.of("value", value)))
                .append('\n');
    }
}
