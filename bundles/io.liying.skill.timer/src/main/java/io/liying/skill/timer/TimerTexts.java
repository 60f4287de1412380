package io.liying.skill.timer;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.Messages;
import io.liying.skill.api.Formality;
import io.liying.skill.api.Wording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says timers and durations in a language. */
final class TimerTexts {

    private final Messages messages;

    TimerTexts(Messages messages) {
        this.messages = messages;
    }

    /** The same texts in a formality. */
    TimerTexts in(Formality formality) {
        return new TimerTexts(Wording.in(messages, formality));
    }

    String text(Language language, String key) {
        return messages.text(language, key);
    }

    String text(Language language, String key, Duration duration) {
        return messages.text(language, key, Map.of("duration", spoken(language, duration)));
    }

    String unknown(Language language, String name) {
        return messages.text(language, "unknown.name", Map.of("name", name));
    }

    String cancelled(Language language, int count) {
        return messages.text(language, "cancelled.many", Map.of("count", count));
    }

    /** A sentence about one timer; with {@code .named} after its key if the timer has a name. */
    String about(Language language, String key, Timer timer, Duration remaining) {
        Map<String, String> arguments = Map.of(
                "name", timer.name().orElse(""),
                "duration", spoken(language, timer.duration()),
                "remaining", spoken(language, remaining));
        return messages.text(language, timer.name().isPresent() ? key + ".named" : key, arguments);
    }

    /** A timer has less left than it is to be shortened by. */
    String tooShort(Language language, Timer timer, Duration remaining, Duration by) {
        Map<String, String> arguments = Map.of(
                "name", timer.name().orElse(""),
                "remaining", spoken(language, remaining),
                "by", spoken(language, by));
        return messages.text(language, timer.name().isPresent() ? "change.short.named" : "change.short", arguments);
    }

    /** A headline with the number of timers, and a line for each of them. */
    String list(Language language, String key, List<Timer> timers, Function<Timer, Duration> remaining) {
        return messages.text(language, key, Map.of("count", timers.size()))
                + timers.stream()
                        .map(timer -> "\n- " + about(language, "item", timer, remaining.apply(timer)))
                        .collect(Collectors.joining());
    }

    /** Such as "1 hour and 30 minutes"; to the second. */
    String spoken(Language language, Duration duration) {
        List<String> parts = new ArrayList<>();
        add(parts, language, "days", duration.toDaysPart());
        add(parts, language, "hours", duration.toHoursPart());
        add(parts, language, "minutes", duration.toMinutesPart());
        add(parts, language, "seconds", duration.toSecondsPart());
        if (parts.isEmpty()) {
            parts.add(messages.text(language, "duration.seconds", Map.of("count", 0)));
        }
        String spoken = parts.getFirst();
        for (int i = 1; i < parts.size(); i++) {
            String join = i + 1 == parts.size() ? "duration.last" : "duration.next";
            spoken = messages.text(language, join, Map.of("before", spoken, "part", parts.get(i)));
        }
        return spoken;
    }

    private void add(List<String> parts, Language language, String unit, long count) {
        if (count > 0) {
            parts.add(messages.text(language, "duration." + unit, Map.of("count", Math.toIntExact(count))));
        }
    }
}
