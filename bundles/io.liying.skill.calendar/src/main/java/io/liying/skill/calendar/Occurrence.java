package io.liying.skill.calendar;

import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;

/**
 * One time at which an event takes place.
 *
 * @param start in the event's own zone
 */
record Occurrence(Event event, LocalDateTime start) {

    ZonedDateTime begins() {
        return start.atZone(event.zone());
    }

    ZonedDateTime ends() {
        return start.plus(event.length()).atZone(event.zone());
    }

    /** What the skill finds it again by. */
    String reference() {
        return start + "@" + event.id();
    }

    /** Whether both take time at once; events of whole days get in nobody's way. */
    boolean clashes(Occurrence other) {
        return !event.wholeDays()
                && !other.event.wholeDays()
                && begins().isBefore(other.ends())
                && other.begins().isBefore(ends());
    }

    Map<String, Object> data() {
        Map<String, Object> data = new HashMap<>();
        data.put("id", event.id());
        data.put("title", event.title());
        data.put(
                "start",
                event.wholeDays()
                        ? start.toLocalDate().toString()
                        : begins().toOffsetDateTime().toString());
        data.put(
                "end",
                event.wholeDays()
                        ? start.plus(event.length()).toLocalDate().toString()
                        : ends().toOffsetDateTime().toString());
        data.put("all_day", event.wholeDays());
        if (event.recurs()) {
            data.put("rule", event.rule());
        }
        if (!event.place().isEmpty()) {
            data.put("place", event.place());
        }
        return data;
    }
}
