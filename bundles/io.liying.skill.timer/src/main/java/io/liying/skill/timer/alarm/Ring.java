package io.liying.skill.timer.alarm;

import io.liying.i18n.api.Language;
import io.liying.job.api.Job;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An alarm or a reminder as it is kept in a job.
 *
 * @param text what to be reminded of, or an alarm's name; empty for a plain alarm
 * @param repeat when it comes again
 * @param language the language in which it was set
 */
record Ring(
        String id, boolean reminder, String text, Instant at, ZoneId zone, Optional<Repeat> repeat, Language language) {

    static final String KIND = "alarm";

    /** A job that stands for a ring of which one may still say "snooze"; it does nothing. */
    static final String RUNG = "alarm.rung";

    static Ring of(Job job) {
        Map<String, String> payload = job.payload();
        return new Ring(
                job.id(),
                Boolean.parseBoolean(payload.get("reminder")),
                payload.getOrDefault("text", ""),
                job.dueAt(),
                ZoneId.of(payload.getOrDefault("zone", "UTC")),
                Optional.ofNullable(payload.get("rule"))
                        .map(rule -> new Repeat(LocalDateTime.parse(payload.getOrDefault("first", "")), rule)),
                Language.of(payload.getOrDefault("language", "")).orElse(Language.ENGLISH));
    }

    static Map<String, String> payload(
            boolean reminder, String text, ZoneId zone, Optional<Repeat> repeat, Language language) {
        Map<String, String> payload = new HashMap<>();
        payload.put("reminder", Boolean.toString(reminder));
        payload.put("text", text);
        payload.put("zone", zone.getId());
        payload.put("language", language.code());
        repeat.ifPresent(again -> {
            payload.put("first", again.first().toString());
            payload.put("rule", again.rule());
        });
        return payload;
    }

    LocalDateTime local() {
        return LocalDateTime.ofInstant(at, zone);
    }

    /** The same as facts for programs. */
    Map<String, Object> data() {
        Map<String, Object> data = new HashMap<>();
        data.put("id", id);
        data.put("at", at.toString());
        data.put("reminder", reminder);
        if (!text.isEmpty()) {
            data.put("text", text);
        }
        repeat.ifPresent(again -> data.put("rule", again.rule()));
        return data;
    }
}
