package io.liying.skill.calendar;

import io.liying.nlu.api.Entity;
import io.liying.nlu.api.TimeSpan;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells what is in a calendar and when nothing is. */
final class Agenda {

    private static final int MOST_SHOWN = 15;
    private static final int WEEK = 7;
    private static final Duration SHORTEST_GAP = Duration.ofMinutes(30);

    private final PersonCalendars calendars;
    private final CalendarTexts texts;
    private final CalendarWords words;
    private final EventSearch search;

    Agenda(PersonCalendars calendars, CalendarTexts texts, CalendarWords words, EventSearch search) {
        this.calendars = calendars;
        this.texts = texts;
        this.words = words;
        this.search = search;
    }

    SkillAnswer query(SkillRequest request) {
        Optional<TimeSpan> asked = span(request);
        if (asked.isEmpty()) {
            List<Occurrence> coming = search.coming(request, true);
            boolean next = words.has(request, "next");
            List<Occurrence> named =
                    next && request.entity("title").isEmpty() ? List.of() : search.named(request, coming);
            if (!named.isEmpty()) {
                return told(texts.about(request, "event", named.getFirst(), Map.of()), named.subList(0, 1));
            }
            if (request.entity("title").isPresent() && !next) {
                return SkillAnswer.of(texts.text(
                        request,
                        "unknown",
                        Map.of("title", request.entity("title").get().text())));
            }
            if (next) {
                return coming.isEmpty()
                        ? SkillAnswer.of(texts.text(request, "nothing.coming"))
                        : told(texts.about(request, "next", coming.getFirst(), Map.of()), coming.subList(0, 1));
            }
        }
        LocalDate today = request.now().toLocalDate();
        TimeSpan span = asked.orElseGet(() -> new TimeSpan(
                request.now().toLocalDateTime(), today.plusDays(WEEK).atStartOfDay()));
        List<Occurrence> found = within(request, span);
        String range = range(request, span, asked.isPresent());
        if (found.isEmpty()) {
            return told(texts.text(request, "agenda.none", Map.of("range", range)), List.of());
        }
        List<Occurrence> shown = found.subList(0, Math.min(MOST_SHOWN, found.size()));
        String headline = texts.text(request, "agenda", Map.of("range", range, "count", found.size()));
        boolean oneDay = span.firstDay().equals(span.lastDay());
        return told(texts.list(request, headline, shown, !oneDay), shown);
    }

    SkillAnswer free(SkillRequest request) {
        Optional<TimeSpan> asked = span(request);
        LocalDate today = request.now().toLocalDate();
        TimeSpan span = asked.orElseGet(
                () -> new TimeSpan(today.atStartOfDay(), today.plusDays(1).atStartOfDay()));
        if (span.length().compareTo(Duration.ofHours(3)) <= 0) {
            return freeAt(request, span);
        }
        List<String> lines = new ArrayList<>();
        for (LocalDate day = span.firstDay();
                !day.isAfter(span.lastDay()) && lines.size() < WEEK;
                day = day.plusDays(1)) {
            List<TimeSpan> gaps = gaps(request, day, span);
            if (!day.isBefore(today)) {
                lines.add(
                        gaps.isEmpty()
                                ? texts.text(request, "free.none", Map.of("day", day(request, day)))
                                : texts.text(
                                        request,
                                        "free.day",
                                        Map.of("day", day(request, day), "times", times(request, gaps))));
            }
        }
        String text = lines.isEmpty() ? texts.text(request, "past") : String.join("\n", lines);
        return SkillAnswer.of(text);
    }

    private SkillAnswer freeAt(SkillRequest request, TimeSpan span) {
        List<Occurrence> taken = within(request, span).stream()
                .filter(occurrence -> !occurrence.event().wholeDays())
                .toList();
        String when = texts.text(
                request,
                "when.time",
                Map.of(
                        "day", day(request, span.firstDay()),
                        "time", texts.time(request.language(), request.person(), span.start())));
        return taken.isEmpty()
                ? SkillAnswer.of(texts.text(request, "free.yes", Map.of("when", when)))
                : told(texts.about(request, "free.no", taken.getFirst(), Map.of("asked", when)), taken.subList(0, 1));
    }

    /** The stretches of a day, within the hours that count, in which nothing takes place. */
    private List<TimeSpan> gaps(SkillRequest request, LocalDate day, TimeSpan asked) {
        LocalDateTime now = request.now().toLocalDateTime();
        LocalDateTime at = later(later(calendars.dayBegins(day.atStartOfDay()), asked.start()), roundedUp(now));
        LocalDateTime end = calendars.dayEnds(day.atStartOfDay());
        end = asked.end().isBefore(end) ? asked.end() : end;
        List<TimeSpan> gaps = new ArrayList<>();
        for (Occurrence taken :
                within(request, new TimeSpan(day.atStartOfDay(), day.plusDays(1).atStartOfDay()))) {
            if (taken.event().wholeDays()) {
                continue;
            }
            LocalDateTime begins = local(taken.begins(), request);
            add(gaps, at, begins.isBefore(end) ? begins : end);
            at = later(at, local(taken.ends(), request));
        }
        add(gaps, at, end);
        return gaps;
    }

    private static void add(List<TimeSpan> gaps, LocalDateTime from, LocalDateTime to) {
        if (!from.plus(SHORTEST_GAP).isAfter(to)) {
            gaps.add(new TimeSpan(from, to));
        }
    }

    private static LocalDateTime roundedUp(LocalDateTime moment) {
        int past = moment.getMinute() % 15;
        LocalDateTime whole = moment.withSecond(0).withNano(0);
        return past == 0 ? whole : whole.plusMinutes(15 - past);
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private String times(SkillRequest request, List<TimeSpan> gaps) {
        return gaps.stream()
                .map(gap -> texts.text(
                        request,
                        "free.gap",
                        Map.of(
                                "from", texts.time(request.language(), request.person(), gap.start()),
                                "until", texts.time(request.language(), request.person(), gap.end()))))
                .collect(Collectors.joining(texts.text(request, "comma")));
    }

    private static Optional<TimeSpan> span(SkillRequest request) {
        LocalDate today = request.now().toLocalDate();
        List<Entity> moments = CalendarWords.moments(request);
        Optional<Entity> day = moments.stream()
                .filter(entity -> entity.type().equals(Entity.DATE))
                .findFirst();
        Optional<Entity> time = moments.stream()
                .filter(entity -> entity.type().equals(Entity.TIME)
                        || entity.type().equals(Entity.INTERVAL)
                                && entity.value().indexOf('T') < 0
                                && entity.value().indexOf(':') > 0)
                .findFirst();
        LocalDate base = day.flatMap(entity -> TimeSpan.of(entity, today))
                .map(TimeSpan::firstDay)
                .orElse(today);
        return time.or(() -> moments.stream()
                        .filter(entity -> !entity.type().equals(Entity.DURATION))
                        .findFirst())
                .flatMap(entity -> TimeSpan.of(entity, base));
    }

    private List<Occurrence> within(SkillRequest request, TimeSpan span) {
        ZonedDateTime from = span.start().atZone(request.now().getZone());
        ZonedDateTime to = span.end().atZone(request.now().getZone());
        return calendars.between(request.personId(), from, to.isAfter(from) ? to : from.plusMinutes(1));
    }

    private String range(SkillRequest request, TimeSpan span, boolean asked) {
        if (!asked) {
            return texts.text(request, "range.week");
        }
        return span.firstDay().equals(span.lastDay())
                ? texts.text(request, "range.day", Map.of("day", day(request, span.firstDay())))
                : texts.text(
                        request,
                        "range.days",
                        Map.of("first", bareDay(request, span.firstDay()), "last", bareDay(request, span.lastDay())));
    }

    private String day(SkillRequest request, LocalDate day) {
        return texts.day(request.language(), day, request.now().toLocalDate());
    }

    private String bareDay(SkillRequest request, LocalDate day) {
        return texts.bareDay(request.language(), day, request.now().toLocalDate());
    }

    private static LocalDateTime local(ZonedDateTime moment, SkillRequest request) {
        return moment.withZoneSameInstant(request.now().getZone()).toLocalDateTime();
    }

    private static SkillAnswer told(String text, List<Occurrence> occurrences) {
        return SkillAnswer.of(
                        text,
                        Map.of(
                                "events",
                                occurrences.stream().map(Occurrence::data).toList()))
                .about(occurrences.stream().map(EventSearch::referent).toList());
    }
}
