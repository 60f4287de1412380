package io.liying.skill.calendar;

import io.liying.skill.api.Referent;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Puts new events into a calendar. */
final class NewEvents {

    private static final Duration USUAL_LENGTH = Duration.ofHours(1);
    private static final Duration LOOKED_AHEAD = Duration.ofDays(60);

    private final PersonCalendars calendars;
    private final CalendarTexts texts;
    private final CalendarWords words;

    NewEvents(PersonCalendars calendars, CalendarTexts texts, CalendarWords words) {
        this.calendars = calendars;
        this.texts = texts;
        this.words = words;
    }

    SkillAnswer create(SkillRequest request) {
        String place = words.place(request).orElse("");
        Optional<String> title = place.isEmpty() ? words.title(request) : words.titleBeside(request, place);
        if (title.isEmpty()) {
            return SkillAnswer.ask("title", texts.text(request, "ask.title"));
        }
        LocalDateTime now = request.now().toLocalDateTime();
        AskedTime asked = AskedTime.of(CalendarWords.moments(request), now);
        if (asked.isEmpty()) {
            return SkillAnswer.ask("when", texts.text(request, "ask.when"));
        }
        boolean wholeDays = asked.time().isEmpty() && (asked.days() > 0 || words.has(request, "wholeday"));
        if (asked.time().isEmpty() && !wholeDays) {
            return SkillAnswer.ask("when", texts.text(request, "ask.time"));
        }
        Event event = event(request, title.get(), place, asked, wholeDays, now);
        if (!event.recurs() && event.end().isBefore(now)) {
            return SkillAnswer.of(texts.text(request, "past"));
        }
        if (event.recurs() && !Series.isUsable(event.rule())) {
            return SkillAnswer.of(texts.text(request, "rule"));
        }
        if (calendars.room(request.personId()) < 1) {
            return SkillAnswer.of(texts.text(request, "full", Map.of("limit", PersonCalendars.MOST_EVENTS)));
        }
        Optional<Occurrence> first = first(event, now);
        if (first.isEmpty()) {
            return SkillAnswer.of(texts.text(request, "past"));
        }
        List<String> replaced = request.replaces().stream()
                .map(Referent::value)
                .map(value -> value.substring(value.indexOf('@') + 1))
                .toList();
        Optional<SkillAnswer> clash = request.confirmed()
                ? Optional.empty()
                : clash(request, calendars, texts, event, replaced, "conflict.create");
        if (clash.isPresent()) {
            return clash.get();
        }
        replaced.forEach(id -> calendars.remove(request.personId(), id));
        calendars.put(request.personId(), List.of(event));
        return told(request, event, first.get());
    }

    private static Optional<Occurrence> first(Event event, LocalDateTime now) {
        LocalDateTime from = event.recurs() ? now : event.start().minusDays(1);
        return Series.between(event, from, event.start().plusYears(10), 1).stream()
                .findFirst();
    }

    private Event event(
            SkillRequest request, String title, String place, AskedTime asked, boolean wholeDays, LocalDateTime now) {
        LocalDate today = now.toLocalDate();
        LocalDateTime start = wholeDays
                ? asked.day().orElse(today).atStartOfDay()
                : asked.day()
                        .map(day -> day.atTime(asked.time().orElse(LocalTime.NOON)))
                        .orElseGet(() -> next(asked.time().orElse(LocalTime.NOON), now));
        Duration length = wholeDays
                ? Duration.ofDays(Math.max(1, asked.days()))
                : asked.length()
                        .filter(said -> said.compareTo(Duration.ofDays(1)) <= 0)
                        .orElse(USUAL_LENGTH);
        return new Event(
                UUID.randomUUID().toString(),
                title,
                start,
                start.plus(length),
                wholeDays,
                request.now().getZone(),
                asked.rule(),
                List.of(),
                place,
                OptionalInt.empty(),
                request.language());
    }

    private static LocalDateTime next(LocalTime time, LocalDateTime now) {
        LocalDateTime today = now.toLocalDate().atTime(time);
        return today.isAfter(now) ? today : today.plusDays(1);
    }

    /** The question whether an event shall stand beside another one that takes the same time. */
    static Optional<SkillAnswer> clash(
            SkillRequest request,
            PersonCalendars calendars,
            CalendarTexts texts,
            Event event,
            List<String> except,
            String key) {
        LocalDateTime from = event.recurs() ? request.now().toLocalDateTime() : event.start();
        for (Occurrence occurrence : Series.between(event, from, from.plus(LOOKED_AHEAD), 60)) {
            Optional<Occurrence> other =
                    calendars.between(request.personId(), occurrence.begins(), occurrence.ends()).stream()
                            .filter(kept -> !kept.event().id().equals(event.id())
                                    && !except.contains(kept.event().id())
                                    && kept.clashes(occurrence))
                            .findFirst();
            if (other.isPresent()) {
                return Optional.of(
                        SkillAnswer.confirm(texts.about(request, key, other.get(), Map.of("new", event.title())))
                                .with(Map.of("conflict", other.get().data())));
            }
        }
        return Optional.empty();
    }

    private SkillAnswer told(SkillRequest request, Event event, Occurrence first) {
        Map<String, Object> more = new HashMap<>();
        Optional<String> again = texts.again(request.language(), event);
        again.ifPresent(days -> more.put("again", days));
        String text = texts.about(request, again.isPresent() ? "created.again" : "created", first, more);
        return SkillAnswer.of(text, Map.of("event", first.data())).about(List.of(EventSearch.referent(first)));
    }
}
