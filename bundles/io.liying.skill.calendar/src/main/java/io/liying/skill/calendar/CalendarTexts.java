package io.liying.skill.calendar;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.Messages;
import io.liying.skill.api.Formality;
import io.liying.skill.api.PersonContext;
import io.liying.skill.api.PersonContext.TimeFormat;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Wording;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says events and times in a language. */
final class CalendarTexts {

    private final Messages messages;

    CalendarTexts(Messages messages) {
        this.messages = messages;
    }

    /** A sentence in the person's formality. */
    String text(SkillRequest request, String key, Map<String, ?> arguments) {
        return text(request.language(), request.person().formality(), key, arguments);
    }

    String text(SkillRequest request, String key) {
        return text(request, key, Map.of());
    }

    private String text(Language language, Formality formality, String key, Map<String, ?> arguments) {
        return Wording.text(messages, language, formality, key, arguments);
    }

    /** A sentence about one occurrence; further arguments may be added. */
    String about(SkillRequest request, String key, Occurrence occurrence, Map<String, ?> more) {
        Map<String, Object> arguments = new HashMap<>(more);
        arguments.put("title", occurrence.event().title());
        arguments.put("when", when(request, occurrence));
        arguments.put("place", occurrence.event().place());
        boolean placed = !occurrence.event().place().isEmpty() && messages.has(request.language(), key + ".place");
        return text(request, placed ? key + ".place" : key, arguments);
    }

    /** A headline and a line for each occurrence. */
    String list(SkillRequest request, String headline, List<Occurrence> occurrences, boolean withDays) {
        return headline
                + occurrences.stream()
                        .map(occurrence -> "\n- " + line(request, occurrence, withDays))
                        .collect(Collectors.joining());
    }

    private String line(SkillRequest request, Occurrence occurrence, boolean withDay) {
        String place = occurrence.event().place();
        String title = place.isEmpty()
                ? occurrence.event().title()
                : occurrence.event().title() + " (" + place + ")";
        return messages.text(
                request.language(),
                "line",
                Map.of("when", when(request, occurrence, withDay ? "format.bare" : ""), "title", title));
    }

    /** When an occurrence is, in the person's zone. */
    private String when(SkillRequest request, Occurrence occurrence) {
        return when(request, occurrence, "format.day");
    }

    /** With the day in a format, or without it. */
    private String when(SkillRequest request, Occurrence occurrence, String format) {
        Language language = request.language();
        LocalDate today = request.now().toLocalDate();
        Event event = occurrence.event();
        if (event.wholeDays()) {
            LocalDate first = occurrence.start().toLocalDate();
            LocalDate last =
                    occurrence.start().plus(event.length()).minusNanos(1).toLocalDate();
            return last.isAfter(first)
                    ? messages.text(
                            language,
                            "when.days",
                            Map.of("first", bareDay(language, first, today), "last", bareDay(language, last, today)))
                    : format.isEmpty()
                            ? messages.text(language, "whole.day")
                            : messages.text(language, "when.day", Map.of("day", day(language, first, today, format)));
        }
        LocalDateTime start = local(occurrence.begins(), request.now());
        String time = time(language, request.person(), start);
        return format.isEmpty()
                ? time
                : messages.text(
                        language,
                        "when.time",
                        Map.of("day", day(language, start.toLocalDate(), today, format), "time", time));
    }

    private static LocalDateTime local(ZonedDateTime moment, ZonedDateTime now) {
        return moment.withZoneSameInstant(now.getZone()).toLocalDateTime();
    }

    /** Such as "3:30 PM", "15:30 Uhr", "오후 3시 30분". */
    String time(Language language, PersonContext person, LocalDateTime moment) {
        return time(language, person.timeFormat(), moment);
    }

    private String time(Language language, Optional<TimeFormat> format, LocalDateTime moment) {
        String kind = moment.getMinute() == 0 ? "format.hour" : "format.minute";
        String key = format.map(wanted -> kind + (wanted == TimeFormat.TWELVE_HOURS ? ".twelve" : ".twentyfour"))
                .filter(variant -> messages.has(language, variant))
                .orElse(kind);
        return moment.format(DateTimeFormatter.ofPattern(messages.text(language, key), language.locale()));
    }

    /** Such as "today", "Friday, November 27": as part of a stretch of days. */
    String bareDay(Language language, LocalDate day, LocalDate today) {
        return day(language, day, today, "format.bare");
    }

    /** Such as "today", "on Friday, November 27". */
    String day(Language language, LocalDate day, LocalDate today) {
        boolean near = day.getYear() == today.getYear() || Math.abs(ChronoUnit.DAYS.between(today, day)) < 180;
        return day(language, day, today, near ? "format.day" : "format.day.year");
    }

    private String day(Language language, LocalDate day, LocalDate today, String key) {
        long ahead = ChronoUnit.DAYS.between(today, day);
        if (ahead == 0 || ahead == 1) {
            return messages.text(language, ahead == 0 ? "day.today" : "day.tomorrow");
        }
        return day.format(DateTimeFormatter.ofPattern(messages.text(language, key), language.locale()));
    }

    /** How an event comes again, such as "every Monday"; empty if it does not. */
    Optional<String> again(Language language, Event event) {
        return Series.read(event.rule()).map(rule -> {
            var recurrence = rule.getValue();
            List<DayOfWeek> days = recurrence.getByDay().stream()
                    .map(byDay -> DayOfWeek.of((byDay.getDay().ordinal() + 6) % 7 + 1))
                    .distinct()
                    .sorted()
                    .toList();
            boolean every = recurrence.getInterval() == null || recurrence.getInterval() == 1;
            String key = switch (recurrence.getFrequency()) {
                case DAILY -> "every.day";
                case WEEKLY ->
                    days.equals(List.of(DayOfWeek.values()))
                            ? "every.day"
                            : days.equals(List.of(DayOfWeek.values()).subList(0, 5))
                                    ? "every.workday"
                                    : "every.weekday";
                case MONTHLY -> days.isEmpty() ? "every.month.date" : "every.month";
                default -> "every.year";
            };
            List<DayOfWeek> named = days.isEmpty() ? List.of(event.start().getDayOfWeek()) : days;
            return messages.text(
                    language,
                    every ? key : "every." + recurrence.getFrequency().name().toLowerCase(Locale.ROOT),
                    Map.of(
                            "days",
                            named.stream()
                                    .map(day -> day.getDisplayName(TextStyle.FULL, language.locale()))
                                    .collect(Collectors.joining(messages.text(language, "comma"))),
                            "date",
                            event.start().getDayOfMonth(),
                            "count",
                            every ? 1 : recurrence.getInterval()));
        });
    }

    /** A number of minutes as people say it, such as "2 hours". */
    String ahead(Language language, int minutes) {
        boolean days = minutes % (24 * 60) == 0;
        boolean hours = minutes % 60 == 0;
        return messages.text(
                language,
                days ? "days" : hours ? "hours" : "minutes",
                Map.of("count", days ? minutes / (24 * 60) : hours ? minutes / 60 : minutes));
    }

    /** What a reminder says. */
    String reminder(Occurrence occurrence, Instant now) {
        Event event = occurrence.event();
        Language language = event.language();
        LocalDate today = now.atZone(event.zone()).toLocalDate();
        String day = day(language, occurrence.start().toLocalDate(), today);
        String when = event.wholeDays()
                ? messages.text(language, "when.day", Map.of("day", day))
                : messages.text(
                        language,
                        "when.time",
                        Map.of("day", day, "time", time(language, Optional.empty(), occurrence.start())));
        String key = event.place().isEmpty() ? "reminder" : "reminder.place";
        return messages.text(language, key, Map.of("title", event.title(), "when", when, "place", event.place()));
    }
}
