package io.liying.skill.clock;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.Messages;
import io.liying.skill.api.PersonContext.TimeFormat;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/** Times and dates as one language writes them within a sentence; the formats are made once. */
final class ClockFormats {

    private final Language language;
    private final Messages messages;
    private final TimeOfDay usual;
    private final TimeOfDay twelve;
    private final TimeOfDay twentyFour;
    private final DateTimeFormatter monthName;
    private final DateTimeFormatter weekday;

    ClockFormats(Language language, Messages messages) {
        this.language = language;
        this.messages = messages;
        usual = timeOfDay("");
        twelve = timeOfDay(".12");
        twentyFour = timeOfDay(".24");
        monthName = formatter("MMMM");
        weekday = formatter("EEEE");
    }

    private DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language.locale());
    }

    private TimeOfDay timeOfDay(String suffix) {
        return new TimeOfDay(
                formatter(messages.text(language, "format.time" + suffix)),
                formatter(messages.text(language, "format.hour" + suffix)));
    }

    private record TimeOfDay(DateTimeFormatter minutes, DateTimeFormatter fullHour) {}

    /** A time in the format that the person prefers, or in the language's usual one. */
    String time(ZonedDateTime moment, Optional<TimeFormat> preferred) {
        TimeOfDay format = usual;
        if (preferred.isPresent()) {
            format = preferred.get() == TimeFormat.TWELVE_HOURS ? twelve : twentyFour;
        }
        return moment.format(moment.getMinute() == 0 ? format.fullHour() : format.minutes());
    }

    /** A date without its weekday. */
    String date(LocalDate day) {
        return date(day, "date.long");
    }

    /** A date with its weekday. */
    String fullDate(LocalDate day) {
        return date(day, "date.full");
    }

    private String date(LocalDate day, String key) {
        return messages.text(
                language,
                key,
                Map.of(
                        "year", Integer.toString(day.getYear()),
                        "month", day.getMonthValue(),
                        "monthName", month(day),
                        "day", day.getDayOfMonth(),
                        "weekday", weekday(day)));
    }

    String weekday(LocalDate day) {
        return day.format(weekday);
    }

    /** The name of a day's month. */
    String month(LocalDate day) {
        return day.format(monthName);
    }
}
