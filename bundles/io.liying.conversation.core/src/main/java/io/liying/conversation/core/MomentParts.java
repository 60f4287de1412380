package io.liying.conversation.core;

import io.liying.nlu.api.Entity;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The day and the time of a moment that was said. */
final class MomentParts {

    private static final int NOON = 12;

    /** An hour of the day as a bare number ("seven") or as hours ("sept heures"). */
    private static final Pattern HOUR = Pattern.compile("(?:PT)?(\\d|1\\d|2[0-3])(?:\\.0|H)?");

    private MomentParts() {}

    /** A number or a duration that can be an hour of the day, as a time; before noon it has two readings. */
    static Optional<Entity> hour(Entity said) {
        boolean possible = said.type().equals(Entity.NUMBER) || said.type().equals(Entity.DURATION);
        Matcher hour = HOUR.matcher(said.value());
        if (!possible || !hour.matches()) {
            return Optional.empty();
        }
        int hours = Integer.parseInt(hour.group(1));
        List<String> alternatives =
                hours == 0 || hours > NOON ? List.of() : List.of(onTheHour((hours + NOON) % (2 * NOON)));
        return Optional.of(new Entity(
                Entity.TIME,
                onTheHour(hours),
                said.text(),
                said.start(),
                said.end(),
                said.confidence(),
                alternatives,
                Map.of()));
    }

    private static String onTheHour(int hour) {
        return String.format(Locale.ROOT, "%02d:00", hour);
    }

    /** Whether it says a time that is not on the hour. */
    static boolean hasMinutes(Entity moment) {
        return time(moment).filter(time -> !time.endsWith(":00")).isPresent();
    }

    /** A new time with the earlier day, a new day with the earlier time; open readings of both stay open. */
    static Entity merged(Entity old, Entity fresh) {
        String day = day(fresh).or(() -> day(old)).orElse("");
        String time = nearest(fresh, time(old)).or(() -> time(old)).orElse("");
        String type = day.isEmpty() ? Entity.TIME : time.isEmpty() ? Entity.DATE : Entity.DATETIME;
        boolean open = fresh.type().equals(Entity.TIME) && !old.alternatives().isEmpty();
        List<String> alternatives = open
                ? readings(fresh)
                        .filter(reading -> !reading.equals(time))
                        .map(reading -> moment(day, reading))
                        .toList()
                : List.of();
        return new Entity(
                type,
                moment(day, time),
                fresh.text(),
                old.start(),
                old.start() + fresh.text().length(),
                fresh.confidence(),
                alternatives,
                Map.of());
    }

    private static String moment(String day, String time) {
        return day.isEmpty() ? time : time.isEmpty() ? day : day + "T" + time;
    }

    private static Stream<String> readings(Entity time) {
        return Stream.concat(Stream.of(time.value()), time.alternatives().stream());
    }

    /** Of two readings of "at eleven" that which is nearer to the earlier time. */
    private static Optional<String> nearest(Entity fresh, Optional<String> earlier) {
        if (!fresh.type().equals(Entity.TIME) || fresh.alternatives().isEmpty() || earlier.isEmpty()) {
            return time(fresh);
        }
        LocalTime before = LocalTime.parse(earlier.get());
        return readings(fresh)
                .min(Comparator.comparing(value ->
                        Duration.between(before, LocalTime.parse(value)).abs()));
    }

    private static Optional<String> day(Entity moment) {
        return switch (moment.type()) {
            case Entity.DATE -> Optional.of(moment.value());
            case Entity.DATETIME ->
                Optional.of(moment.value().substring(0, moment.value().indexOf('T')));
            default -> Optional.empty();
        };
    }

    private static Optional<String> time(Entity moment) {
        return switch (moment.type()) {
            case Entity.TIME -> Optional.of(moment.value());
            case Entity.DATETIME ->
                Optional.of(moment.value().substring(moment.value().indexOf('T') + 1));
            default -> Optional.empty();
        };
    }
}
