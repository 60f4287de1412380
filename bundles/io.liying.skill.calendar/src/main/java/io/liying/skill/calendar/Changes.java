package io.liying.skill.calendar;

import io.liying.nlu.api.Entity;
import io.liying.skill.api.Referent;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.calendar.EventSearch.Reach;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Moves and deletes events, and sets when a person is reminded of them. */
final class Changes {

    private static final int MOST_SHOWN = 10;

    private final PersonCalendars calendars;
    private final CalendarTexts texts;
    private final CalendarWords words;
    private final EventSearch search;

    Changes(PersonCalendars calendars, CalendarTexts texts, CalendarWords words, EventSearch search) {
        this.calendars = calendars;
        this.texts = texts;
        this.words = words;
        this.search = search;
    }

    /** The one occurrence that is meant, or the question or sentence that says why there is none. */
    private sealed interface Meant {
        record One(Occurrence occurrence, boolean daySaid) implements Meant {}

        record Not(SkillAnswer answer) implements Meant {}
    }

    SkillAnswer move(SkillRequest request) {
        List<Entity> moments = CalendarWords.moments(request);
        moments = moments.isEmpty() ? CalendarWords.bareHour(request) : moments;
        List<Entity> old = moments.size() > 1 ? moments.subList(0, moments.size() - 1) : List.of();
        return switch (meant(request, old, "move.which")) {
            case Meant.Not(var answer) -> answer;
            case Meant.One(var occurrence, var daySaid) ->
                moments.isEmpty()
                        ? SkillAnswer.ask("when", texts.about(request, "ask.move", occurrence, Map.of()))
                        : moved(request, occurrence, moments, daySaid);
        };
    }

    private SkillAnswer moved(SkillRequest request, Occurrence occurrence, List<Entity> moments, boolean daySaid) {
        Optional<LocalDateTime> start = newStart(request, occurrence, moments);
        if (start.isEmpty()) {
            return SkillAnswer.ask("when", texts.about(request, "ask.move", occurrence, Map.of()));
        }
        Event event = occurrence.event();
        if (start.get().isBefore(LocalDateTime.ofInstant(request.now().toInstant(), event.zone()))
                && !event.wholeDays()) {
            return SkillAnswer.of(texts.text(request, "past"));
        }
        Reach reach = reach(request, daySaid);
        boolean near = reach == Reach.UNSAID && isOnlyOneNear(request, event);
        if (event.recurs() && reach == Reach.UNSAID && !near) {
            return askReach(request, occurrence, "move.reach");
        }
        boolean single = event.recurs() && reach != Reach.ALL;
        Event changed = single
                ? event.once(UUID.randomUUID().toString(), start.get())
                : event.recurs()
                        ? event.at(
                                event.start().toLocalDate().atTime(start.get().toLocalTime()))
                        : event.at(start.get());
        if (!request.confirmed()) {
            Optional<SkillAnswer> clash =
                    NewEvents.clash(request, calendars, texts, changed, List.of(event.id()), "conflict.move");
            if (clash.isPresent()) {
                return clash.get();
            }
        }
        calendars.put(
                request.personId(), single ? List.of(event.leavingOut(occurrence.start()), changed) : List.of(changed));
        Occurrence now = new Occurrence(changed, start.get());
        String key = single && near ? "moved.once" : "moved";
        return SkillAnswer.of(texts.about(request, key, now, Map.of()), Map.of("event", now.data()))
                .about(List.of(EventSearch.referent(now)));
    }

    /** What was said last is the new time; what it leaves open stays as it was. */
    private Optional<LocalDateTime> newStart(SkillRequest request, Occurrence occurrence, List<Entity> moments) {
        Entity last = moments.getLast();
        LocalDateTime start = occurrence.start();
        try {
            if (last.type().equals(Entity.DURATION)) {
                boolean earlier = words.has(request, "earlier");
                Duration shift = last.value().contains("T")
                        ? Duration.parse(last.value())
                        : Duration.ofDays(Period.parse(last.value()).getDays());
                return Optional.of(earlier ? start.minus(shift) : start.plus(shift));
            }
            boolean fromTo = last.type().equals(Entity.INTERVAL) && last.value().startsWith(start.toLocalTime() + "/");
            if (fromTo) {
                String end = last.value().substring(last.value().indexOf('/') + 1);
                return Optional.of(start.toLocalDate().atTime(LocalTime.parse(end)));
            }
            AskedTime said = AskedTime.of(List.of(last), request.now().toLocalDateTime());
            boolean today = start.toLocalDate().equals(request.now().toLocalDate());
            AskedTime asked = said.day().isPresent() || today ? said : said.byDay(List.of(last));
            return asked.isEmpty()
                    ? Optional.empty()
                    : Optional.of(asked.day()
                            .orElse(start.toLocalDate())
                            .atTime(asked.time().orElse(start.toLocalTime())));
        } catch (DateTimeException unusable) {
            return Optional.empty();
        }
    }

    SkillAnswer delete(SkillRequest request) {
        return switch (meant(request, CalendarWords.moments(request), "delete.which")) {
            case Meant.Not(var answer) -> answer;
            case Meant.One(var occurrence, var daySaid) -> deleted(request, occurrence, daySaid);
        };
    }

    private SkillAnswer deleted(SkillRequest request, Occurrence occurrence, boolean daySaid) {
        Event event = occurrence.event();
        Reach reach = reach(request, daySaid);
        if (event.recurs() && reach == Reach.UNSAID) {
            return askReach(request, occurrence, "delete.reach");
        }
        boolean series = event.recurs() && reach == Reach.ALL;
        String key = series ? ".series" : "";
        boolean chosen = EventSearch.reach(request) != Reach.UNSAID;
        if (!request.confirmed() && !chosen) {
            return SkillAnswer.confirm(texts.about(request, "delete.confirm" + key, occurrence, Map.of()))
                    .about(List.of(EventSearch.referent(occurrence)));
        }
        if (event.recurs() && !series) {
            calendars.put(request.personId(), List.of(event.leavingOut(occurrence.start())));
        } else {
            calendars.remove(request.personId(), event.id());
        }
        return SkillAnswer.of(texts.about(request, "deleted" + key, occurrence, Map.of()));
    }

    private Reach reach(SkillRequest request, boolean daySaid) {
        Reach chosen = EventSearch.reach(request);
        if (chosen != Reach.UNSAID) {
            return chosen;
        }
        return words.has(request, "all") ? Reach.ALL : daySaid ? Reach.ONLY : Reach.UNSAID;
    }

    /** Whether an event takes place once within a week, so that nobody needs to say which time is meant. */
    private static boolean isOnlyOneNear(SkillRequest request, Event event) {
        LocalDateTime now = LocalDateTime.ofInstant(request.now().toInstant(), event.zone());
        return Series.between(event, now, now.plusWeeks(1), 2).size() == 1;
    }

    private SkillAnswer askReach(SkillRequest request, Occurrence occurrence, String question) {
        List<Referent> options = List.of(
                EventSearch.referent(occurrence, Reach.ONLY, texts.about(request, "reach.only", occurrence, Map.of())),
                EventSearch.referent(occurrence, Reach.ALL, texts.text(request, "reach.all")));
        return SkillAnswer.choose(
                texts.about(request, question, occurrence, Map.of())
                        + options.stream()
                                .map(option -> "\n- " + option.label())
                                .collect(Collectors.joining()),
                options);
    }

    SkillAnswer remind(SkillRequest request) {
        List<Entity> moments = CalendarWords.moments(request);
        Optional<Entity> ahead = moments.stream()
                .filter(entity -> entity.type().equals(Entity.DURATION))
                .findFirst();
        if (ahead.isEmpty()) {
            return SkillAnswer.ask("ahead", texts.text(request, "ask.ahead"));
        }
        long minutes = ahead.get().value().contains("T")
                ? Duration.parse(ahead.get().value()).toMinutes()
                : Period.parse(ahead.get().value()).getDays() * 24L * 60;
        if (minutes < 1 || minutes > Reminders.LONGEST_MINUTES) {
            return SkillAnswer.of(texts.text(request, "ahead.range"));
        }
        List<Entity> others =
                moments.stream().filter(entity -> !entity.equals(ahead.get())).toList();
        return switch (meant(request, others, "remind.which")) {
            case Meant.Not(var answer) -> answer;
            case Meant.One(var occurrence, var daySaid) -> {
                Event changed = occurrence.event().reminding(Math.toIntExact(minutes));
                calendars.put(request.personId(), List.of(changed));
                Occurrence kept = new Occurrence(changed, occurrence.start());
                yield SkillAnswer.of(
                                texts.about(
                                        request,
                                        "reminding",
                                        kept,
                                        Map.of("ahead", texts.ahead(request.language(), Math.toIntExact(minutes)))),
                                Map.of("event", kept.data(), "reminder_minutes", minutes))
                        .about(List.of(EventSearch.referent(kept)));
            }
        };
    }

    private Meant meant(SkillRequest request, List<Entity> moments, String question) {
        List<Occurrence> all = search.coming(request, true);
        List<Occurrence> named = search.named(request, all);
        Optional<Occurrence> chosen = search.chosen(request).filter(reference -> isLikely(request, reference, named));
        if (chosen.isPresent()) {
            return new Meant.One(chosen.get(), !moments.isEmpty());
        }
        if (all.isEmpty()) {
            return new Meant.Not(SkillAnswer.of(texts.text(request, "nothing.coming")));
        }
        List<Occurrence> found = named.isEmpty() ? all : named;
        boolean daySaid = false;
        for (Entity moment : moments) {
            List<Occurrence> then = EventSearch.at(moment, request, found);
            daySaid |= !then.isEmpty() && !moment.type().equals(Entity.TIME);
            found = then;
        }
        List<Occurrence> distinct = distinct(found);
        if (distinct.isEmpty()
                || named.isEmpty()
                        && moments.isEmpty()
                        && request.entity("title").isPresent()) {
            List<Occurrence> shown = shown(distinct(all));
            return new Meant.Not(SkillAnswer.of(texts.list(request, texts.text(request, "unknown.list"), shown, true))
                    .about(shown.stream().map(EventSearch::referent).toList()));
        }
        if (distinct.size() > 1) {
            List<Occurrence> shown = shown(distinct);
            return new Meant.Not(SkillAnswer.choose(
                    texts.list(request, texts.text(request, question), shown, true),
                    shown.stream().map(EventSearch::referent).toList()));
        }
        return new Meant.One(distinct.getFirst(), daySaid);
    }

    /** Whether what "it" or "the first" stands for is not contradicted by a title that was said. */
    private static boolean isLikely(SkillRequest request, Occurrence reference, List<Occurrence> named) {
        return request.entity("title").isEmpty()
                || named.isEmpty()
                || named.stream()
                        .anyMatch(occurrence ->
                                occurrence.event().id().equals(reference.event().id()));
    }

    private static List<Occurrence> distinct(List<Occurrence> occurrences) {
        Set<String> seen = new HashSet<>();
        return occurrences.stream()
                .filter(occurrence -> seen.add(occurrence.event().id()))
                .toList();
    }

    private static List<Occurrence> shown(List<Occurrence> occurrences) {
        return occurrences.subList(0, Math.min(MOST_SHOWN, occurrences.size()));
    }
}
