package io.liying.nlu.entity;

import io.liying.nlu.api.Entity;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes entities of moments: resolves what is relative and keeps what is ambiguous. */
final class MomentEntities {

    private static final double CERTAIN = 0.95;
    private static final double LIKELY = 0.8;

    private final Reference reference;

    MomentEntities(Reference reference) {
        this.reference = reference;
    }

    Entity of(Moment moment, Words words) {
        Map<String, String> attributes = new TreeMap<>();
        if (moment.bound() != null) {
            attributes.put("bound", moment.bound());
        }
        Days days = moment.days();
        Times.Found time = moment.time();
        if (time != null && time.approximate()) {
            attributes.put("approximate", "true");
        }
        if (days != null && time != null) {
            return dateTime(days, time, moment.part(), attributes, words);
        }
        if (time != null) {
            attributes.put("grain", time.grain());
            int seconds = Clock.upcoming(time, reference);
            List<String> others = time.ambiguous() ? List.of(Clock.text(Clock.other(seconds))) : List.of();
            return words.entity(
                    Entity.TIME, Clock.text(seconds), others, attributes, time.ambiguous() ? LIKELY : CERTAIN);
        }
        if (moment.part() != null) {
            return part(days, moment.part(), attributes, words);
        }
        if (days == null) {
            throw new IllegalArgumentException("a moment without a day or a time");
        }
        attributes.put("grain", days.grain());
        return words.entity(
                days.isDay() ? Entity.DATE : Entity.INTERVAL,
                days.value(),
                days.others().stream().map(Days::value).toList(),
                attributes,
                days.others().isEmpty() ? CERTAIN : LIKELY);
    }

    private Entity dateTime(
            Days days, Times.Found said, @Nullable Part part, Map<String, String> attributes, Words words) {
        Times.Found time = said.ambiguous() && part != null ? said.withSeconds(part.resolve(said.seconds())) : said;
        attributes.put("grain", time.grain());
        LocalDate day = days.start();
        int seconds = Clock.on(day, time, reference);
        List<String> others = new ArrayList<>();
        if (!days.others().isEmpty()) {
            LocalDate otherDay = days.others().getFirst().start();
            boolean past = day.equals(reference.today()) && seconds <= reference.seconds();
            if (past && otherDay.isAfter(day)) { // "Saturday at 9", said on a Saturday at 10
                otherDay = day;
                day = days.others().getFirst().start();
            }
            others.add(Clock.text(Clock.at(otherDay, seconds)));
        }
        LocalDateTime moment = Clock.at(day, seconds);
        String change = Clock.change(moment, reference);
        if (!change.isEmpty()) {
            attributes.put("dst", change);
            moment = Clock.existing(moment, reference);
        }
        if (time.ambiguous()) {
            others.addFirst(Clock.text(Clock.at(day, Clock.other(seconds))));
        } else if (seconds >= Clock.DAY) { // "tomorrow night at 12": the midnight after tomorrow, or before it
            others.add(Clock.text(Clock.at(day, seconds - Clock.DAY)));
        }
        return words.entity(
                Entity.DATETIME, Clock.text(moment), others, attributes, others.isEmpty() ? CERTAIN : LIKELY);
    }

    /** A part of a day: without a day the one to come; that of now stays possible. */
    private Entity part(@Nullable Days days, Part said, Map<String, String> attributes, Words words) {
        Part part = said.isStretch() ? said : said == Part.AM ? Part.MORNING : Part.AFTERNOON;
        attributes.put("grain", "part");
        attributes.put("part", part.code());
        if (days != null) {
            List<String> others = days.others().stream()
                    .map(other -> stretch(other.start(), part))
                    .toList();
            return words.entity(Entity.INTERVAL, stretch(days.start(), part), others, attributes, CERTAIN);
        }
        LocalDate today = reference.today();
        boolean begun = reference.seconds() >= part.firstHour() * 3600;
        boolean over = reference.seconds() >= part.lastHour() * 3600;
        boolean now = begun && !over;
        boolean late = part == Part.EVENING || part == Part.NIGHT;
        LocalDate day = begun && !(late && now) ? today.plusDays(1) : today;
        List<String> others = now && !late ? List.of(stretch(today, part)) : List.of();
        return words.entity(Entity.INTERVAL, stretch(day, part), others, attributes, LIKELY);
    }

    static String stretch(LocalDate day, Part part) {
        return Clock.text(Clock.at(day, part.firstHour() * 3600)) + "/"
                + Clock.text(Clock.at(day, part.lastHour() * 3600));
    }
}
