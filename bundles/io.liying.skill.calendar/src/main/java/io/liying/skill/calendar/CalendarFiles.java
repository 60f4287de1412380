package io.liying.skill.calendar;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalReader;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.Related;
import biweekly.property.ExceptionDates;
import biweekly.property.Trigger;
import biweekly.util.ICalDate;
import com.ibm.icu.util.VTimeZone;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;

/** Writes events as iCalendar (RFC 5545), each with the rules of its time zone. */
final class CalendarFiles {

    private static final String PRODUCT = "-//LiYing//LiYing//EN";

    private CalendarFiles() {}

    static String write(List<Event> events, Reminders reminders, Instant now) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        Map<ZoneId, Optional<TimezoneAssignment>> zones = new HashMap<>();
        for (Event event : events) {
            VEvent written = event(event, reminders, now);
            calendar.addEvent(written);
            if (!event.wholeDays()) {
                zones.computeIfAbsent(event.zone(), CalendarFiles::zone).ifPresent(zone -> {
                    calendar.getTimezoneInfo().setTimezone(written.getDateStart(), zone);
                    calendar.getTimezoneInfo().setTimezone(written.getDateEnd(), zone);
                    written.getExceptionDates()
                            .forEach(left -> calendar.getTimezoneInfo().setTimezone(left, zone));
                });
            }
        }
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.write(calendar);
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory could not be written", impossible);
        }
        return text.toString();
    }

    private static VEvent event(Event event, Reminders reminders, Instant now) {
        VEvent written = new VEvent();
        written.setUid(event.id());
        written.setDateTimeStamp(Date.from(now));
        written.setSummary(event.title());
        written.setDateStart(date(event, event.start()), !event.wholeDays());
        written.setDateEnd(date(event, event.end()), !event.wholeDays());
        if (!event.place().isEmpty()) {
            written.setLocation(event.place());
        }
        Series.read(event.rule()).ifPresent(written::setRecurrenceRule);
        if (!event.without().isEmpty()) {
            ExceptionDates left = new ExceptionDates();
            event.without()
                    .forEach(start -> left.getValues().add(new ICalDate(date(event, start), !event.wholeDays())));
            written.addExceptionDates(left);
        }
        reminders
                .minutes(event)
                .ifPresent(minutes -> written.addAlarm(VAlarm.display(
                        new Trigger(
                                biweekly.util.Duration.builder()
                                        .prior(true)
                                        .minutes(minutes)
                                        .build(),
                                Related.START),
                        event.title())));
        return written;
    }

    /** Whole days are written as the days of this machine's zone, for that is the one the library counts in. */
    private static Date date(Event event, LocalDateTime local) {
        ZoneId zone = event.wholeDays() ? ZoneId.systemDefault() : event.zone();
        return Date.from(local.atZone(zone).toInstant());
    }

    /** The rules of a zone as ICU knows them; a zone that iCalendar cannot describe is left out and UTC written. */
    private static Optional<TimezoneAssignment> zone(ZoneId zone) {
        VTimeZone rules = VTimeZone.create(zone.getId());
        if (rules == null) {
            return Optional.empty();
        }
        StringWriter text = new StringWriter();
        try {
            text.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
            rules.write(
                    text, Date.from(Instant.now().minusSeconds(366L * 86_400)).getTime());
            text.write("END:VCALENDAR\r\n");
            try (ICalReader reader = new ICalReader(new StringReader(text.toString()))) {
                ICalendar read = reader.readNext();
                return read == null
                        ? Optional.empty()
                        : read.getTimezoneInfo().getComponents().stream()
                                .findFirst()
                                .map(component -> assignment(zone, component));
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("the rules of " + zone + " cannot be written", impossible);
        }
    }

    private static TimezoneAssignment assignment(ZoneId zone, VTimezone component) {
        return new TimezoneAssignment(TimeZone.getTimeZone(zone), component);
    }
}
