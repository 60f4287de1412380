package io.liying.http.rest;

import io.liying.conversation.api.Message;
import io.liying.conversation.api.Session;
import io.liying.http.rest.turn.TurnDocuments;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Stored sessions and messages as JSON objects. */
final class SessionDocuments {

    private SessionDocuments() {}

    static Map<String, Object> of(Session session) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", session.id());
        document.put("title", session.title());
        document.put("language", session.language().code());
        document.put("created_at", session.createdAt().toString());
        document.put("updated_at", session.updatedAt().toString());
        document.put("messages", session.messages());
        return document;
    }

    static Map<String, Object> of(Message message) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("turn_id", message.turnId());
        document.put("role", message.role().name().toLowerCase(Locale.ROOT));
        document.put("text", message.text());
        document.put("language", message.language().code());
        document.put("intent", message.intent().orElse(null));
        document.put("confidence", TurnDocuments.rounded(message.confidence()));
        document.put("entities", TurnDocuments.entities(message.entities()));
        document.put("timings_ms", TurnDocuments.millis(message.timings()));
        document.put("at", message.at().toString());
        return document;
    }
}
