package io.liying.skill.clock;

import io.liying.i18n.api.Messages;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.TimeSpan;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Words;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts the days until a day, since one, and between two. */
final class DayCount {

    private static final List<String> TYPES = List.of(Entity.DATE, Entity.DATETIME, Entity.INTERVAL);

    private final Words words = Words.beside(DayCount.class);
    private final MonthLength months = new MonthLength(words);
    private final RememberedDays remembered;

    DayCount(RememberedDays remembered) {
        this.remembered = remembered;
    }

    /** The answer; a question where no day was said or is remembered. */
    SkillAnswer answer(SkillRequest request, Messages texts, ClockFormats format) {
        return months.answer(request, texts, format).orElseGet(() -> counted(request, texts, format));
    }

    private SkillAnswer counted(SkillRequest request, Messages texts, ClockFormats format) {
        LocalDate today = request.now().toLocalDate();
        List<TimeSpan> said = spans(request, today);
        if (said.isEmpty()) {
            said = remembered.find(request).stream().toList();
        }
        if (said.isEmpty()) {
            return SkillAnswer.ask("day", texts.text(request.language(), "count.ask"));
        }
        TimeSpan span = said.getFirst();
        if (words.has(request.language(), "between", request.text())) {
            LocalDate last = said.size() > 1 ? said.get(1).firstDay() : span.lastDay();
            if (!last.equals(span.firstDay())) {
                return between(request, texts, format, span.firstDay(), last);
            }
        }
        LocalDate day = span.firstDay();
        if (words.has(request.language(), "since", request.text())) {
            day = past(request.text(), day, today);
        } else if (!day.isAfter(today) && span.lastDay().isAfter(today)) {
            return told(request, texts, "count.now", 0, day, arguments(format, day, span.lastDay()));
        }
        long days = ChronoUnit.DAYS.between(today, day);
        Map<String, Object> arguments = arguments(format, day, day);
        arguments.put("days", Math.abs(days));
        arguments.put("weeks", Math.abs(days) / 7);
        arguments.put("rest", Math.abs(days) % 7);
        boolean weeks = Math.abs(days) >= 7 && words.has(request.language(), "weeks", request.text());
        String key = days == 0 ? "count.today" : (days < 0 ? "count.since" : "count.until") + (weeks ? ".weeks" : "");
        return told(request, texts, key, days, day, arguments);
    }

    private List<TimeSpan> spans(SkillRequest request, LocalDate today) {
        return Stream.concat(request.slot("day").stream(), request.entities().stream())
                .distinct()
                .filter(entity -> TYPES.contains(entity.type()))
                .flatMap(entity -> TimeSpan.of(entity, today).map(span -> meant(request, entity, span)).stream())
                .distinct()
                .toList();
    }

    /** "How many days before Christmas" has also the day before Christmas in it. */
    private TimeSpan meant(SkillRequest request, Entity entity, TimeSpan span) {
        return words.has(request.language(), "days.before", entity.text())
                ? new TimeSpan(span.start().plusDays(1), span.end().plusDays(1))
                : span;
    }

    /** A day without a year that somebody counts from lies in the past. */
    private static LocalDate past(String text, LocalDate day, LocalDate today) {
        boolean year = text.contains(Integer.toString(day.getYear()));
        return day.isAfter(today) && !year ? day.minusYears(1) : day;
    }

    private static SkillAnswer between(
            SkillRequest request, Messages texts, ClockFormats format, LocalDate one, LocalDate other) {
        LocalDate first = one.isBefore(other) ? one : other;
        LocalDate last = one.isBefore(other) ? other : one;
        long days = ChronoUnit.DAYS.between(first, last);
        Map<String, Object> arguments = arguments(format, first, last);
        arguments.put("days", days);
        return told(request, texts, "count.between", days, last, arguments);
    }

    private static Map<String, Object> arguments(ClockFormats format, LocalDate first, LocalDate last) {
        return new HashMap<>(Map.of(
                "full", format.fullDate(first),
                "date", format.date(first),
                "weekday", format.weekday(first),
                "last", format.fullDate(last),
                "lastDate", format.date(last),
                "lastWeekday", format.weekday(last)));
    }

    private static SkillAnswer told(
            SkillRequest request, Messages texts, String key, long days, LocalDate day, Map<String, Object> arguments) {
        return SkillAnswer.of(
                texts.text(request.language(), key, arguments), Map.of("days", days, "date", day.toString()));
    }

    /** What an interval of days is called from its first to its last one, such as a holiday that lasts. */
    static Optional<String> told(
            SkillRequest request, Messages texts, ClockFormats format, Entity interval, LocalDate today) {
        boolean days = interval.attribute("grain").filter("day"::equals).isPresent()
                && interval.value().indexOf('T') < 0;
        return TimeSpan.of(interval, today)
                .filter(span -> days && span.lastDay().isAfter(span.firstDay()))
                .map(span -> texts.text(
                        request.language(), "date.span", arguments(format, span.firstDay(), span.lastDay())));
    }
}
