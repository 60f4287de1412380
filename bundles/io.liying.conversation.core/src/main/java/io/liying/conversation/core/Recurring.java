package io.liying.conversation.core;

import io.liying.nlu.api.Entity;
import java.util.Optional;
import java.util.Set;

/** Gives what comes again and again another time, or other days: "every weekday at six" and "no, seven". */
final class Recurring {

    private static final Set<String> NUMBERS = Set.of(Entity.NUMBER, Entity.ORDINAL);

    private final Carryover.Extraction extraction;

    Recurring(Carryover.Extraction extraction) {
        this.extraction = extraction;
    }

    /** The request's words with the new part in the recurrence; empty if that has no such part. */
    Optional<String> changed(SkillCall call, Entity recurrence, Entity fresh) {
        Optional<Entity> time = part(call, recurrence.text(), Entity.TIME);
        if (time.isEmpty()) {
            return Optional.empty();
        }
        return words(call, recurrence.text(), time.get(), fresh)
                .map(words -> call.text().substring(0, recurrence.start())
                        + words
                        + call.text().substring(recurrence.end()));
    }

    private Optional<String> words(SkillCall call, String old, Entity time, Entity fresh) {
        if (fresh.type().equals(Entity.TIME)) {
            return Optional.of(with(old, time.start(), time.end(), fresh.text()));
        }
        if (fresh.type().equals(Entity.RECURRENCE)) {
            boolean timed = part(call, fresh.text(), Entity.TIME).isPresent();
            return timed ? Optional.empty() : Optional.of(fresh.text() + " " + time.text());
        }
        if (NUMBERS.contains(fresh.type())) {
            return number(call, time)
                    .map(number -> with(old, time.start() + number.start(), time.start() + number.end(), fresh.text()));
        }
        return fresh.type().equals(Entity.DURATION) ? lasting(call, old, time, fresh) : Optional.empty();
    }

    /** In some languages "seven hours" is also the time: then it differs from the old one in nothing but its number. */
    private Optional<String> lasting(SkillCall call, String old, Entity time, Entity fresh) {
        Optional<Entity> before = number(call, time);
        Optional<Entity> now = number(call, fresh);
        if (before.isEmpty() || now.isEmpty()) {
            return Optional.empty();
        }
        String unit = time.text().substring(before.get().end());
        boolean same =
                !unit.isBlank() && unit.equals(fresh.text().substring(now.get().end()));
        return same
                ? Optional.of(with(
                        old,
                        time.start() + before.get().start(),
                        time.start() + before.get().end(),
                        now.get().text()))
                : Optional.empty();
    }

    /** The first number of a text, also where the words around it make it something else, such as a time. */
    private Optional<Entity> number(SkillCall call, Entity within) {
        String text = within.text();
        for (int start = 0; start < text.length(); start++) {
            for (int end = text.length(); begins(text, start) && end > start; end--) {
                String words = text.substring(start, end);
                int length = words.length();
                Optional<Entity> found = extraction.of(words, call.language(), call.intent()).stream()
                        .filter(entity ->
                                entity.type().equals(Entity.NUMBER) && entity.start() == 0 && entity.end() == length)
                        .findFirst();
                if (found.isPresent()) {
                    return Optional.of(new Entity(
                            Entity.NUMBER,
                            found.get().value(),
                            words,
                            start,
                            end,
                            found.get().confidence()));
                }
            }
        }
        return Optional.empty();
    }

    private static String with(String text, int start, int end, String words) {
        return text.substring(0, start) + words + text.substring(end);
    }

    /** The first entity of a type, also where the words around it make it something else, and its place in the text. */
    private Optional<Entity> part(SkillCall call, String text, String type) {
        for (int start = 0; start < text.length(); start++) {
            for (int end = text.length(); begins(text, start) && end > start; end--) {
                if (end < text.length() && !begins(text, end) && !Character.isWhitespace(text.charAt(end))) {
                    continue;
                }
                int from = start;
                Optional<Entity> found =
                        extraction.of(text.substring(start, end), call.language(), call.intent()).stream()
                                .filter(entity -> entity.type().equals(type) && entity.start() == 0)
                                .findFirst();
                if (found.isPresent()) {
                    Entity entity = found.get();
                    return Optional.of(new Entity(
                            type, entity.value(), entity.text(), from, from + entity.end(), entity.confidence()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean begins(String text, int at) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        return !Character.isWhitespace(text.charAt(at))
                && (!Character.isLetter(before)
                        || Character.isIdeographic(text.codePointAt(at))
                        || Character.isIdeographic(before)
                        || !Character.isLetter(text.charAt(at)));
    }
}
