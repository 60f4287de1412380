package io.liying.skill.calendar;

import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.io.WriteContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.io.text.ICalReader;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.ICalProperty;
import biweekly.property.RecurrenceRule;
import biweekly.property.TextProperty;
import biweekly.util.ICalDate;
import io.liying.i18n.api.Language;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads iCalendar files of others: what cannot be used is counted and left out, never a reason to fail. */
final class CalendarImport {

    private static final int LONGEST_ID = 255;
    private static final Duration LONGEST = Duration.ofDays(366);

    private final ZoneId zone;
    private final Language language;
    private final List<Event> events = new ArrayList<>();
    private int skipped;

    private CalendarImport(ZoneId zone, Language language) {
        this.zone = zone;
        this.language = language;
    }

    /**
     * What a file holds.
     *
     * @param skipped how many events could not be used, such as those without a start or with a rule by the hour
     */
    record Content(List<Event> events, int skipped) {}

    /**
     * Reads a file.
     *
     * @param zone the zone of times without one
     * @return empty if it is no iCalendar file
     */
    static Optional<Content> read(String text, ZoneId zone, Language language) {
        CalendarImport reading = new CalendarImport(zone, language);
        boolean any = false;
        try (ICalReader reader = new ICalReader(new StringReader(text))) {
            for (ICalendar calendar = reader.readNext(); calendar != null; calendar = reader.readNext()) {
                any = true;
                for (VEvent event : calendar.getEvents()) {
                    reading.add(event, calendar.getTimezoneInfo());
                }
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory could not be read", impossible);
        }
        return any ? Optional.of(new Content(List.copyOf(reading.events), reading.skipped)) : Optional.empty();
    }

    private void add(VEvent event, TimezoneInfo zones) {
        try {
            Optional<Event> read = event(event, zones);
            read.ifPresentOrElse(events::add, () -> skipped++);
        } catch (DateTimeException | IllegalArgumentException unusable) {
            skipped++;
        }
    }

    private Optional<Event> event(VEvent event, TimezoneInfo zones) {
        ICalDate start = value(event.getDateStart());
        if (start == null || event.getRecurrenceId() != null || cancelled(event)) {
            return Optional.empty();
        }
        boolean wholeDays = !start.hasTime();
        ZoneId own = wholeDays ? zone : zone(event.getDateStart(), zones);
        LocalDateTime begin = local(start, own);
        LocalDateTime end = end(event, begin, own, wholeDays);
        if (Duration.between(begin, end).compareTo(LONGEST) > 0 || begin.getYear() < 1900 || begin.getYear() > 9000) {
            return Optional.empty();
        }
        RecurrenceRule rule = event.getRecurrenceRule();
        String again = rule == null ? "" : rule(rule, own);
        if (rule != null && !Series.isUsable(again)) {
            return Optional.empty();
        }
        List<LocalDateTime> without = event.getExceptionDates().stream()
                .flatMap(left -> left.getValues().stream())
                .map(date -> local(date, own))
                .limit(Event.MOST_LEFT_OUT)
                .toList();
        String title = text(event.getSummary(), Event.LONGEST_TITLE);
        return Optional.of(new Event(
                id(event),
                title.isEmpty() ? "…" : title,
                begin,
                end,
                wholeDays,
                own,
                again,
                without,
                text(event.getLocation(), Event.LONGEST_PLACE),
                reminder(event),
                language));
    }

    private static boolean cancelled(VEvent event) {
        return event.getStatus() != null && event.getStatus().isCancelled();
    }

    private static @Nullable ICalDate value(@Nullable DateOrDateTimeProperty property) {
        return property == null ? null : property.getValue();
    }

    /** The zone that was written, UTC for times in UTC, the person's for times without a zone. */
    private ZoneId zone(ICalProperty property, TimezoneInfo zones) {
        TimezoneAssignment assigned = zones.getTimezone(property);
        if (assigned != null) {
            try {
                return assigned.getTimeZone().toZoneId();
            } catch (DateTimeException unnamed) {
                return zone;
            }
        }
        return zone;
    }

    /** A date without a time, and a time without a zone, are what was written; others are a moment. */
    private static LocalDateTime local(ICalDate date, ZoneId zone) {
        var raw = date.getRawComponents();
        boolean asWritten = !date.hasTime() || raw != null && !raw.isUtc();
        return asWritten && raw != null
                ? LocalDateTime.of(
                        raw.getYear(), raw.getMonth(), raw.getDate(), raw.getHour(), raw.getMinute(), raw.getSecond())
                : LocalDateTime.ofInstant(date.toInstant(), zone);
    }

    private static LocalDateTime end(VEvent event, LocalDateTime begin, ZoneId zone, boolean wholeDays) {
        ICalDate end = value(event.getDateEnd());
        if (end != null) {
            LocalDateTime written = local(end, zone);
            return written.isBefore(begin) ? begin : written;
        }
        if (event.getDuration() != null && event.getDuration().getValue() != null) {
            long millis = event.getDuration().getValue().toMillis();
            return begin.plus(Duration.ofMillis(Math.max(0, millis)));
        }
        return wholeDays ? begin.plusDays(1) : begin;
    }

    /** The rule as it is kept, its end in local time. */
    private static String rule(RecurrenceRule rule, ZoneId zone) {
        String text = new RecurrenceRuleScribe()
                .writeText(rule, new WriteContext(biweekly.ICalVersion.V2_0, new TimezoneInfo(), null));
        ICalDate until = rule.getValue().getUntil();
        if (until == null || !until.hasTime()) {
            return text;
        }
        String local = local(until, zone).toString();
        return text.replaceAll(
                "UNTIL=[^;]*", "UNTIL=" + (local.length() == 16 ? local + ":00" : local.substring(0, 19)));
    }

    private static OptionalInt reminder(VEvent event) {
        for (VAlarm alarm : event.getAlarms()) {
            var trigger = alarm.getTrigger();
            if (trigger != null
                    && trigger.getDuration() != null
                    && trigger.getDuration().isPrior()) {
                long minutes = Math.abs(trigger.getDuration().toMillis()) / 60_000;
                if (minutes > 0 && minutes <= Reminders.LONGEST_MINUTES) {
                    return OptionalInt.of(Math.toIntExact(minutes));
                }
            }
        }
        return OptionalInt.empty();
    }

    private static String id(VEvent event) {
        String id = event.getUid() == null || event.getUid().getValue() == null
                ? UUID.randomUUID().toString()
                : event.getUid().getValue().strip();
        return id.isEmpty() || id.length() > LONGEST_ID
                ? UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString()
                : id;
    }

    private static String text(@Nullable TextProperty property, int longest) {
        String text = property == null || property.getValue() == null
                ? ""
                : property.getValue().replaceAll("\\s+", " ").strip();
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
