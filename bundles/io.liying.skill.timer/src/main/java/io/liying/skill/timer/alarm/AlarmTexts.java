package io.liying.skill.timer.alarm;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.Messages;
import io.liying.skill.api.Formality;
import io.liying.skill.api.Wording;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says alarms and reminders in a language. */
final class AlarmTexts {

    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Messages messages;

    AlarmTexts(Messages messages) {
        this.messages = messages;
    }

    /** The same texts in a formality. */
    AlarmTexts in(Formality formality) {
        return new AlarmTexts(Wording.in(messages, formality));
    }

    String text(Language language, String key) {
        return messages.text(language, key);
    }

    String text(Language language, String key, Map<String, ?> arguments) {
        return messages.text(language, key, arguments);
    }

    /** A sentence about a ring; with {@code .named} after its key for an alarm with a name. */
    String about(Language language, String key, Ring ring, LocalDate today) {
        String named = !ring.reminder() && !ring.text().isEmpty() ? key + ".named" : key;
        return messages.text(
                language,
                named,
                Map.of("when", when(language, ring.local(), ring.repeat(), today), "text", ring.text()));
    }

    String list(Language language, String key, List<Ring> rings, LocalDate today) {
        return messages.text(language, key, Map.of("count", rings.size()))
                + rings.stream()
                        .map(ring ->
                                "\n- " + about(language, ring.reminder() ? "reminder.item" : "alarm.item", ring, today))
                        .collect(Collectors.joining());
    }

    String when(Language language, LocalDateTime moment, Optional<Repeat> repeat, LocalDate today) {
        String time = time(language, moment);
        return repeat.map(again -> messages.text(
                        language, "when.repeated", Map.of("days", days(language, again, moment), "time", time)))
                .orElseGet(() -> messages.text(
                        language,
                        "when.once",
                        Map.of("day", day(language, moment.toLocalDate(), today), "time", time)));
    }

    String time(Language language, LocalDateTime moment) {
        String pattern = messages.text(language, moment.getMinute() == 0 ? "format.hour" : "format.time");
        return moment.format(DateTimeFormatter.ofPattern(pattern, language.locale()));
    }

    private String day(Language language, LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return messages.text(language, "day.today");
        }
        return day.equals(today.plusDays(1))
                ? messages.text(language, "day.tomorrow")
                : day.format(DateTimeFormatter.ofPattern(messages.text(language, "format.day"), language.locale()));
    }

    private String days(Language language, Repeat repeat, LocalDateTime moment) {
        Set<DayOfWeek> days = repeat.days();
        return switch (repeat.frequency()) {
            case "DAILY" -> messages.text(language, "every.day");
            case "MONTHLY" -> messages.text(language, "every.month", Map.of("day", moment.getDayOfMonth()));
            case "YEARLY" -> messages.text(language, "every.year");
            default ->
                days.size() == 7
                        ? messages.text(language, "every.day")
                        : days.equals(WORKDAYS)
                                ? messages.text(language, "every.workday")
                                : days.equals(WEEKEND)
                                        ? messages.text(language, "every.weekend")
                                        : messages.text(
                                                language,
                                                "every.weekday",
                                                Map.of("days", names(language, days, moment.getDayOfWeek())));
        };
    }

    private String names(Language language, Set<DayOfWeek> days, DayOfWeek only) {
        return (days.isEmpty() ? Set.of(only) : days)
                .stream()
                        .map(day -> day.getDisplayName(TextStyle.FULL, language.locale()))
                        .collect(Collectors.joining(messages.text(language, "comma")));
    }
}
