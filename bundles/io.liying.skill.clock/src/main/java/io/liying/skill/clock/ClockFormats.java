package io.liying.skill.clock;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.Messages;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Times and dates as one language writes them within a sentence; the formats are made once. */
final class ClockFormats {

    private final Language language;
    private final Messages messages;
    private final DateTimeFormatter minutes;
    private final DateTimeFormatter fullHour;
    private final DateTimeFormatter monthName;
    private final DateTimeFormatter weekday;

    ClockFormats(Language language, Messages messages) {
        this.language = language;
        this.messages = messages;
        minutes = formatter(messages.text(language, "format.time"));
        fullHour = formatter(messages.text(language, "format.hour"));
        monthName = formatter("MMMM");
        weekday = formatter("EEEE");
    }

    private DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language.locale());
    }

    String time(ZonedDateTime moment) {
        return moment.format(moment.getMinute() == 0 ? fullHour : minutes);
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
                        "monthName", day.format(monthName),
                        "day", day.getDayOfMonth(),
                        "weekday", weekday(day)));
    }

    String weekday(LocalDate day) {
        return day.format(weekday);
    }
}
