package io.liying.skill.timer;

import io.liying.i18n.api.Language;
import io.liying.job.api.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A timer as it is kept in a job.
 *
 * @param language the language in which it was set
 * @param before how it ran before it was last changed
 */
record Timer(
        String id, Optional<String> name, Duration duration, Instant dueAt, Language language, Optional<Run> before) {

    static final String KIND = "timer";

    /** How long a timer runs from its begin to its end. */
    record Run(Duration duration, Instant dueAt) {}

    static Timer of(Job job) {
        Map<String, String> payload = job.payload();
        return new Timer(
                job.id(),
                Optional.ofNullable(payload.get("name")),
                Duration.parse(payload.getOrDefault("duration", "PT0S")),
                job.dueAt(),
                Language.of(payload.getOrDefault("language", "")).orElse(Language.ENGLISH),
                Optional.ofNullable(payload.get("before.due"))
                        .map(due -> new Run(
                                Duration.parse(payload.getOrDefault("before.duration", "PT0S")), Instant.parse(due))));
    }

    static Map<String, String> payload(Optional<String> name, Duration duration, Language language) {
        Map<String, String> payload = new HashMap<>();
        payload.put("duration", duration.toString());
        payload.put("language", language.code());
        name.ifPresent(given -> payload.put("name", given));
        return payload;
    }

    /** What is kept of this timer when it runs for another duration from now on; its last run can be taken up again. */
    Map<String, String> changed(Run last, Duration longer) {
        Map<String, String> payload = payload(name, longer, language);
        payload.put("before.duration", last.duration().toString());
        payload.put("before.due", last.dueAt().toString());
        return payload;
    }

    Run run() {
        return new Run(duration, dueAt);
    }

    /** The timer's facts for programs; a timer without a name has no {@code name}. */
    Map<String, Object> data() {
        Map<String, Object> data = new HashMap<>();
        data.put("id", id);
        data.put("due_at", dueAt.toString());
        data.put("duration", duration.toString());
        name.ifPresent(given -> data.put("name", given));
        return data;
    }
}
