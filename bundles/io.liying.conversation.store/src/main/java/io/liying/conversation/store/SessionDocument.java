package io.liying.conversation.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.liying.conversation.api.Message;
import io.liying.conversation.api.Session;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A session as a document to keep: for programs in JSON, for people in Markdown and in the session's language. */
final class SessionDocument {

    private final MessageCatalogs catalogs;
    private final ZoneId zone;

    SessionDocument(MessageCatalogs catalogs, ZoneId zone) {
        this.catalogs = catalogs;
        this.zone = zone;
    }

    String json(Session session, List<Message> messages) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = MessageJson.JSON.createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter().withoutSpacesInObjectEntries());
            json.writeStartObject();
            json.writeStringField("format", "liying.session.1");
            json.writeStringField("id", session.id());
            json.writeStringField("title", session.title());
            json.writeStringField("language", session.language().code());
            json.writeStringField("created_at", session.createdAt().toString());
            json.writeStringField("updated_at", session.updatedAt().toString());
            json.writeArrayFieldStart("messages");
            for (Message message : messages) {
                write(json, message);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.append('\n').toString();
    }

    private static void write(JsonGenerator json, Message message) throws IOException {
        json.writeStartObject();
        json.writeStringField("turn_id", message.turnId());
        json.writeStringField("role", message.role().name().toLowerCase(Locale.ROOT));
        json.writeStringField("text", message.text());
        json.writeStringField("language", message.language().code());
        json.writeStringField("at", message.at().toString());
        if (message.intent().isPresent()) {
            json.writeStringField("intent", message.intent().get());
            json.writeNumberField("confidence", message.confidence());
        }
        if (!message.entities().isEmpty()) {
            json.writeFieldName("entities");
            MessageJson.write(json, message.entities());
        }
        if (!message.timings().isEmpty()) {
            json.writeObjectFieldStart("timings_ms");
            for (Map.Entry<String, Duration> timing : message.timings().entrySet()) {
                json.writeNumberField(timing.getKey(), timing.getValue().toNanos() / 1e6);
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    String markdown(Session session, List<Message> messages) {
        Messages texts = catalogs.of(SessionDocument.class);
        DateTimeFormatter time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(session.language().locale())
                .withZone(zone);
        StringBuilder document = new StringBuilder(1_000 + 200 * messages.size());
        document.append("# ").append(session.title().replace('\n', ' ')).append("\n\n");
        document.append(texts.text(
                        session.language(),
                        "document.summary",
                        Map.of("date", time.format(session.createdAt()), "count", messages.size())))
                .append('\n');
        for (Message message : messages) {
            String who = message.role() == Message.Role.PERSON ? "document.person" : "document.assistant";
            document.append("\n## ")
                    .append(texts.text(session.language(), who))
                    .append(" · ")
                    .append(time.format(message.at()))
                    .append("\n\n");
            // Quoted line by line: headings and rules inside a message cannot break the document's structure.
            message.text()
                    .lines()
                    .forEach(line -> document.append("> ").append(line).append('\n'));
        }
        return document.toString();
    }
}
