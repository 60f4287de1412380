package io.liying.http.rest.turn;

import io.liying.conversation.api.Notice;
import io.liying.conversation.api.TurnEvent;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.IntentResult;
import io.liying.nlu.api.LanguageGuess;
import io.liying.nlu.api.Ranked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happens in a turn as JSON objects, the same for every door: maps of strings, numbers, booleans, lists and maps. */
public final class TurnDocuments {

    private TurnDocuments() {}

    /** The event's name on the wire. */
    public static String name(TurnEvent event) {
        return switch (event) {
            case TurnEvent.Heard heard -> "heard";
            case TurnEvent.Understood understood -> "understood";
            case TurnEvent.SkillChosen chosen -> "skill_chosen";
            case TurnEvent.Delta delta -> "delta";
            case TurnEvent.Sentence sentence -> "sentence";
            case TurnEvent.Completed completed -> "completed";
            case TurnEvent.Failed failed -> "failed";
            case TurnEvent.Interrupted interrupted -> "interrupted";
        };
    }

    /** Whether a turn ends with an event. */
    public static boolean isLast(TurnEvent event) {
        return event instanceof TurnEvent.Completed
                || event instanceof TurnEvent.Failed
                || event instanceof TurnEvent.Interrupted;
    }

    public static Map<String, Object> of(TurnEvent event) {
        Map<String, Object> document = new LinkedHashMap<>();
        fill(document, event);
        return document;
    }

    /** Adds an event's members to a document that a door has begun. */
    public static void fill(Map<String, Object> document, TurnEvent event) {
        document.put("session_id", event.sessionId());
        document.put("turn_id", event.turnId());
        switch (event) {
            case TurnEvent.Heard(var session, var turn, String text) -> document.put("text", text);
            case TurnEvent.Delta(var session, var turn, String text) -> document.put("text", text);
            case TurnEvent.Sentence(var session, var turn, String text) -> document.put("text", text);
            case TurnEvent.SkillChosen(var session, var turn, String skill) -> document.put("skill", skill);
            case TurnEvent.Interrupted(var session, var turn, String heard) -> document.put("heard", heard);
            case TurnEvent.Failed(var session, var turn, String code, String message, Language language) -> {
                document.put("code", code);
                document.put("detail", message);
                document.put("language", language.code());
            }
            case TurnEvent.Understood understood -> {
                document.put("language", language(understood.language()));
                document.put("intent", intent(understood.intent()));
                document.put("confidence", rounded(understood.intent().confidence()));
                document.put("entities", entities(understood.entities()));
            }
            case TurnEvent.Completed completed -> fillCompleted(document, completed);
        }
    }

    private static void fillCompleted(Map<String, Object> document, TurnEvent.Completed completed) {
        document.put("text", completed.text());
        document.put("intent", intent(completed.intent()));
        document.put("confidence", rounded(completed.intent().confidence()));
        document.put("entities", entities(completed.entities()));
        document.put("language", language(completed.language()));
        document.put("needs_clarification", completed.needsClarification());
        document.put("data", completed.data());
        document.put("context", completed.context());
        document.put("timings_ms", millis(completed.timings()));
    }

    /** The name is null for "none of these". */
    private static Map<String, Object> intent(IntentResult intent) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", intent.intent().orElse(null));
        document.put("confidence", rounded(intent.confidence()));
        List<Object> alternatives = new ArrayList<>(intent.alternatives().size());
        for (Ranked<String> other : intent.alternatives()) {
            alternatives.add(ranked("name", other.value(), other.confidence()));
        }
        document.put("alternatives", alternatives);
        return document;
    }

    private static Map<String, Object> language(LanguageGuess guess) {
        Map<String, Object> document = ranked("code", guess.language().code(), guess.confidence());
        List<Object> alternatives = new ArrayList<>(guess.alternatives().size());
        for (Ranked<Language> other : guess.alternatives()) {
            alternatives.add(ranked("code", other.value().code(), other.confidence()));
        }
        document.put("alternatives", alternatives);
        return document;
    }

    private static Map<String, Object> ranked(String name, String value, double confidence) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(name, value);
        document.put("confidence", rounded(confidence));
        return document;
    }

    /** Entities, also those of stored messages. */
    public static List<Object> entities(List<Entity> entities) {
        List<Object> documents = new ArrayList<>(entities.size());
        for (Entity entity : entities) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("type", entity.type());
            document.put("value", entity.value());
            document.put("text", entity.text());
            document.put("start", entity.start());
            document.put("end", entity.end());
            document.put("confidence", rounded(entity.confidence()));
            if (!entity.alternatives().isEmpty()) {
                document.put("alternatives", entity.alternatives());
            }
            if (!entity.attributes().isEmpty()) {
                document.put("attributes", entity.attributes());
            }
            documents.add(document);
        }
        return documents;
    }

    /** Milliseconds with microseconds as fraction, in the order of the stages. */
    public static Map<String, Object> millis(Map<String, Duration> timings) {
        Map<String, Object> document = new LinkedHashMap<>();
        timings.forEach((stage, took) -> document.put(stage, Math.round(took.toNanos() / 1e3) / 1e3));
        return document;
    }

    /** More than four digits of a probability say nothing. */
    public static double rounded(double confidence) {
        return Math.round(confidence * 1e4) / 1e4;
    }

    public static Map<String, Object> of(Notice notice) {
        Map<String, Object> document = new LinkedHashMap<>();
        fill(document, notice);
        return document;
    }

    /** Adds a notice's members to a document that a door has begun. */
    public static void fill(Map<String, Object> document, Notice notice) {
        document.put("id", notice.id());
        document.put("kind", notice.kind());
        document.put("language", notice.language().code());
        document.put("text", notice.text());
        document.put("data", notice.data());
        document.put("at", notice.at().toString());
    }
}
