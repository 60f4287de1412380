package io.liying.conversation.core;

import io.liying.conversation.core.Cue.Span;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes an earlier request up again with something new in it: "set a timer for 5 minutes" and "no, ten" become "set a timer
 * for ten minutes", "what time is it in London?" and "and in Tokyo?" become "what time is it in Tokyo?".
 */
final class Carryover {

    private static final Set<String> MOMENTS = Set.of(Entity.DATE, Entity.TIME, Entity.DATETIME);
    private static final Set<String> ADDED =
            Set.of(Entity.DATE, Entity.TIME, Entity.DATETIME, Entity.INTERVAL, Entity.RECURRENCE);
    private static final Pattern DIGITS = Pattern.compile("\\d+(?:[.,]\\d+)?");
    private static final Set<String> NUMBERS = Set.of(Entity.NUMBER, Entity.ORDINAL);

    /** Finds the entities of a text whose intent is known. */
    @FunctionalInterface
    interface Extraction {
        List<Entity> of(String text, Language language, String intent);
    }

    private final Extraction extraction;
    private final Recurring recurring;

    Carryover(Extraction extraction) {
        this.extraction = extraction;
        this.recurring = new Recurring(extraction);
    }

    /**
     * Puts what is new in the place of its counterpart.
     *
     * @param said the text with the new part
     * @param found what it mentions
     * @return empty if nothing in it has a counterpart
     */
    Optional<SkillCall> replaced(SkillCall earlier, String said, Span part, List<Entity> found) {
        List<Entity> fresh = outermost(found, part);
        SkillCall result = earlier;
        boolean changed = false;
        for (Entity entity : fresh) {
            Optional<SkillCall> next = replaced(result, entity);
            changed |= next.isPresent();
            result = next.orElse(result);
        }
        return changed ? Optional.of(result) : Optional.empty();
    }

    /** As {@link #replaced}; a place or a moment that has no counterpart is added. Empty if anything fits nowhere. */
    Optional<SkillCall> continued(SkillCall earlier, String said, Span part, List<Entity> found) {
        List<Entity> fresh = outermost(found, part);
        SkillCall result = earlier;
        for (Entity entity : fresh) {
            Optional<SkillCall> next = replaced(result, entity);
            if (next.isEmpty() && !ADDED.contains(entity.type()) && !References.PLACES.contains(entity.type())) {
                return Optional.empty();
            }
            SkillCall before = result;
            result = next.orElseGet(() -> added(before, entity));
        }
        return fresh.isEmpty() ? Optional.empty() : Optional.of(result);
    }

    /** The entities of a part that lie within no other, in the order of their start. */
    private static List<Entity> outermost(List<Entity> found, Span part) {
        List<Entity> inside = found.stream()
                .filter(entity -> part.holds(entity.start(), entity.end()))
                .sorted(Comparator.comparingInt((Entity entity) -> entity.start() - entity.end()))
                .toList();
        List<Entity> outermost = new ArrayList<>();
        for (Entity entity : inside) {
            if (outermost.stream().noneMatch(other -> overlap(other, entity))) {
                outermost.add(entity);
            }
        }
        outermost.sort(Comparator.comparingInt(Entity::start));
        return outermost;
    }

    private static boolean overlap(Entity one, Entity other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    private Optional<SkillCall> replaced(SkillCall earlier, Entity entity) {
        Optional<SkillCall> again = last(earlier, Set.of(Entity.RECURRENCE))
                .flatMap(recurrence -> recurring.changed(earlier, recurrence, entity))
                .map(text -> restated(earlier, text, Entity.RECURRENCE));
        if (again.isPresent()) {
            return again;
        }
        Optional<Entity> same = last(earlier, Set.of(entity.type()));
        if (same.isPresent() && !NUMBERS.contains(entity.type())) {
            return Optional.of(exchanged(earlier, same.get(), entity));
        }
        if (MOMENTS.contains(entity.type())) {
            return last(earlier, MOMENTS).map(old -> moved(earlier, old, entity));
        }
        Optional<Entity> hour = MomentParts.hour(entity);
        Optional<Entity> clock = last(earlier, MOMENTS).filter(MomentParts::hasMinutes);
        if (hour.isPresent() && clock.isPresent()) {
            return Optional.of(moved(earlier, clock.get(), hour.get()));
        }
        if (NUMBERS.contains(entity.type())) {
            return number(earlier).map(old -> exchanged(earlier, old, entity));
        }
        return Optional.empty();
    }

    private static Optional<Entity> last(SkillCall call, Set<String> types) {
        return call.entities().stream()
                .filter(entity -> types.contains(entity.type()))
                .reduce((one, other) ->
                        other.end() > one.end() || (other.end() == one.end() && other.start() < one.start())
                                ? other
                                : one);
    }

    /** The last number, or the one within the last entity that has one ("5 minutes", "fünf Minuten", "12 + 30"). */
    private Optional<Entity> number(SkillCall call) {
        Optional<Entity> last = call.entities().stream()
                .filter(entity -> !NUMBERS.contains(entity.type()))
                .filter(entity -> within(entity, call).isPresent())
                .reduce((one, other) -> other);
        return last.flatMap(entity -> within(entity, call)).or(() -> last(call, NUMBERS));
    }

    private Optional<Entity> within(Entity entity, SkillCall call) {
        Matcher digits = DIGITS.matcher(entity.text());
        int start = -1;
        int end = -1;
        while (digits.find()) {
            start = digits.start();
            end = digits.end();
        }
        if (start < 0) {
            start = 0;
            end = wordNumber(entity.text(), call);
        }
        return end <= 0
                ? Optional.empty()
                : Optional.of(new Entity(
                        Entity.NUMBER,
                        entity.text().substring(start, end),
                        entity.text().substring(start, end),
                        entity.start() + start,
                        entity.start() + end,
                        entity.confidence()));
    }

    /** The length of the longest beginning that is a number in words. */
    private int wordNumber(String text, SkillCall call) {
        for (int end = text.length() - 1; end > 0; end--) {
            int length = end;
            String beginning = text.substring(0, end);
            if (extraction.of(beginning, call.language(), call.intent()).stream()
                    .anyMatch(found ->
                            found.type().equals(Entity.NUMBER) && found.start() == 0 && found.end() == length)) {
                return end;
            }
        }
        return 0;
    }

    /** The request with other words in the place of an entity's, understood again. */
    private SkillCall exchanged(SkillCall call, Entity old, Entity fresh) {
        String text = call.text().substring(0, old.start())
                + fresh.text()
                + call.text().substring(old.end());
        return restated(call, text, fresh.type());
    }

    private SkillCall added(SkillCall call, Entity entity) {
        String text = call.text();
        int end = text.length();
        while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        return restated(call, text.substring(0, end) + " " + entity.text(), entity.type());
    }

    private SkillCall restated(SkillCall call, String text, String type) {
        List<Entity> entities = extraction.of(text, call.language(), call.intent());
        Map<String, Entity> slots = new HashMap<>(call.slots());
        slots.values()
                .removeIf(value -> value.type().equals(type)
                        || (MOMENTS.contains(type) && MOMENTS.contains(value.type()))
                        || NUMBERS.contains(type));
        return new SkillCall(call.intent(), text, call.language(), entities, slots, false, call.replaces());
    }

    /** A new time keeps the earlier day, a new day the earlier time. */
    private SkillCall moved(SkillCall call, Entity old, Entity fresh) {
        Entity merged = MomentParts.merged(old, fresh);
        SkillCall restated = exchanged(call, old, fresh);
        List<Entity> entities = new ArrayList<>(restated.entities());
        entities.removeIf(entity -> MOMENTS.contains(entity.type()) && overlap(entity, merged));
        entities.add(merged);
        entities.sort(Comparator.comparingInt(Entity::start));
        return restated.saying(restated.text(), call.language(), entities);
    }
}
