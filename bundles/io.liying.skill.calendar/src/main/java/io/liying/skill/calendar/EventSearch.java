package io.liying.skill.calendar;

import io.liying.nlu.api.Entity;
import io.liying.nlu.api.TimeSpan;
import io.liying.skill.api.Referent;
import io.liying.skill.api.SkillRequest;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds which event a person means. */
final class EventSearch {

    static final String EVENT = "event";

    private final PersonCalendars calendars;
    private final CalendarWords words;

    EventSearch(PersonCalendars calendars, CalendarWords words) {
        this.calendars = calendars;
        this.words = words;
    }

    static Referent referent(Occurrence occurrence) {
        return new Referent(EVENT, occurrence.reference(), occurrence.event().title());
    }

    /** How much of an event that recurs is meant. */
    enum Reach {
        UNSAID,
        ONLY,
        ALL
    }

    /** The question whether one occurrence or all are meant, as what the person may choose. */
    static Referent referent(Occurrence occurrence, Reach reach, String label) {
        return new Referent(EVENT, reach + "/" + occurrence.reference(), label);
    }

    /** What was chosen of an event that recurs. */
    static Reach reach(SkillRequest request) {
        String value = request.slot(EVENT).map(Entity::value).orElse("");
        return value.startsWith(Reach.ONLY + "/")
                ? Reach.ONLY
                : value.startsWith(Reach.ALL + "/") ? Reach.ALL : Reach.UNSAID;
    }

    /** The one that was chosen from a list or referred to. */
    Optional<Occurrence> chosen(SkillRequest request) {
        return request.slot(EVENT).map(Entity::value).flatMap(reference -> {
            int at = reference.indexOf('@');
            int start = reference.indexOf('/') < at ? reference.indexOf('/') + 1 : 0;
            return at < 0
                    ? Optional.empty()
                    : calendars
                            .event(request.personId(), reference.substring(at + 1))
                            .map(event -> new Occurrence(event, LocalDateTime.parse(reference.substring(start, at))));
        });
    }

    /** What is still to come within a year: of what recurs the next occurrence, or all. */
    List<Occurrence> coming(SkillRequest request, boolean all) {
        ZonedDateTime now = request.now();
        Set<String> seen = new HashSet<>();
        return calendars.between(request.personId(), now, now.plusYears(1)).stream()
                .filter(occurrence -> all || seen.add(occurrence.event().id()))
                .toList();
    }

    /** Those of some events that are best named by what was said; empty if none is named. */
    List<Occurrence> named(SkillRequest request, List<Occurrence> among) {
        String said = words.title(request).orElse("");
        String text = request.text();
        List<Integer> scores = among.stream()
                .map(occurrence -> Math.max(
                        said.isEmpty()
                                ? 0
                                : words.names(
                                        request.language(),
                                        said,
                                        occurrence.event().title()),
                        Math.min(
                                2,
                                words.names(
                                        request.language(),
                                        text,
                                        occurrence.event().title()))))
                .toList();
        int best = scores.stream().mapToInt(Integer::intValue).max().orElse(0);
        return best == 0
                ? List.of()
                : IntStream.range(0, among.size())
                        .filter(i -> scores.get(i) == best)
                        .mapToObj(among::get)
                        .toList();
    }

    /** Those that begin at a time or within a day that was said. */
    static List<Occurrence> at(Entity moment, SkillRequest request, List<Occurrence> among) {
        LocalDateTime now = request.now().toLocalDateTime();
        if (moment.type().equals(Entity.TIME)) {
            LocalTime time = LocalTime.parse(moment.value());
            return among.stream()
                    .filter(occurrence -> !occurrence.event().wholeDays()
                            && (is(occurrence, time)
                                    || moment.alternatives().stream()
                                            .anyMatch(other -> is(occurrence, LocalTime.parse(other)))))
                    .toList();
        }
        Optional<TimeSpan> span = TimeSpan.of(moment, now.toLocalDate());
        return span.isEmpty()
                ? List.of()
                : among.stream()
                        .filter(occurrence -> !occurrence
                                        .start()
                                        .isBefore(span.get().start())
                                && occurrence.start().isBefore(span.get().end()))
                        .toList();
    }

    private static boolean is(Occurrence occurrence, LocalTime time) {
        return occurrence.start().toLocalTime().equals(time);
    }
}
