package io.liying.skill.calendar;

import io.liying.i18n.api.Language;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Something in a calendar.
 *
 * @param id its iCalendar UID
 * @param start in the local time of {@code zone}; of an event of whole days midnight
 * @param end exclusive, not before the start
 * @param rule when it comes again as an RFC 5545 RRULE whose UNTIL is a local date or date-time; empty if it does not
 * @param without the starts of occurrences that are left out
 * @param place empty if there is none
 * @param reminderMinutes how long before each occurrence the person is reminded; empty for the usual time
 * @param language the language in which it is reminded of
 */
record Event(
        String id,
        String title,
        LocalDateTime start,
        LocalDateTime end,
        boolean wholeDays,
        ZoneId zone,
        String rule,
        List<LocalDateTime> without,
        String place,
        OptionalInt reminderMinutes,
        Language language) {

    static final int LONGEST_TITLE = 300;
    static final int LONGEST_PLACE = 300;
    static final int LONGEST_RULE = 500;
    static final int MOST_LEFT_OUT = 500;

    Event {
        without = List.copyOf(without);
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("an event cannot end at " + end + " before " + start);
        }
    }

    boolean recurs() {
        return !rule.isEmpty();
    }

    Duration length() {
        return Duration.between(start, end);
    }

    Event at(LocalDateTime newStart) {
        return new Event(
                id,
                title,
                newStart,
                newStart.plus(length()),
                wholeDays,
                zone,
                rule,
                without,
                place,
                reminderMinutes,
                language);
    }

    /** As an event of its own, for one occurrence that is moved away from its series. */
    Event once(String newId, LocalDateTime newStart) {
        return new Event(
                newId,
                title,
                newStart,
                newStart.plus(length()),
                wholeDays,
                zone,
                "",
                List.of(),
                place,
                reminderMinutes,
                language);
    }

    Event leavingOut(LocalDateTime occurrence) {
        List<LocalDateTime> all = new ArrayList<>(without);
        all.add(occurrence);
        return new Event(id, title, start, end, wholeDays, zone, rule, all, place, reminderMinutes, language);
    }

    Event reminding(int minutes) {
        return new Event(
                id, title, start, end, wholeDays, zone, rule, without, place, OptionalInt.of(minutes), language);
    }
}
