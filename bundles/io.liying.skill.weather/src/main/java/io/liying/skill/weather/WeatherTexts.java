package io.liying.skill.weather;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.Messages;
import io.liying.skill.api.Formality;
import io.liying.skill.api.Wording;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says the weather in a language. */
final class WeatherTexts {

    private static final int LIKELY = 60;
    private static final int POSSIBLE = 30;

    private final Messages messages;

    WeatherTexts(Messages messages) {
        this.messages = messages;
    }

    /** The same texts in a formality. */
    WeatherTexts in(Formality formality) {
        return new WeatherTexts(Wording.in(messages, formality));
    }

    String text(Language language, String key, Map<String, ?> arguments) {
        return messages.text(language, key, arguments);
    }

    String now(Language language, Place place, Report report) {
        Map<String, Object> arguments = now(language, place, report.now());
        String now = messages.text(language, "forecast.now", arguments);
        return report.days().isEmpty()
                ? now
                : now
                        + messages.text(
                                language,
                                "forecast.rest",
                                day(language, place, report.days().getFirst(), ""));
    }

    String temperatureNow(Language language, Place place, Report report) {
        return messages.text(language, "temperature.now", now(language, place, report.now()));
    }

    /** A sentence about a day; the key is of the kind of question. */
    String day(Language language, String key, Place place, Report.Day day, LocalDate today) {
        return titled(messages.text(language, key, day(language, place, day, when(language, day.date(), today))));
    }

    String rain(Language language, Place place, Report.Day day, LocalDate today) {
        String likely = day.rainChance() >= LIKELY ? "likely" : day.rainChance() >= POSSIBLE ? "possible" : "unlikely";
        String what = day.sky().isSnow() && day.rainChance() >= POSSIBLE ? "snow." : "rain.";
        return day(language, what + likely, place, day, today);
    }

    String days(Language language, String key, Place place, List<Report.Day> days) {
        return messages.text(language, key, Map.of("place", place.name()))
                + days.stream()
                        .map(day -> "\n- "
                                + messages.text(
                                        language,
                                        "forecast.line",
                                        day(language, place, day, shortDate(language, day.date()))))
                        .collect(Collectors.joining());
    }

    private Map<String, Object> now(Language language, Place place, Report.Now now) {
        return Map.of(
                "place", place.name(),
                "sky", messages.text(language, now.sky().key()),
                "temperature", degrees(now.temperature()),
                "feels", degrees(now.feelsLike()),
                "wind", degrees(now.wind()));
    }

    private Map<String, Object> day(Language language, Place place, Report.Day day, String when) {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("when", when);
        arguments.put("place", place.name());
        arguments.put("sky", messages.text(language, day.sky().key()));
        arguments.put("low", degrees(day.low()));
        arguments.put("high", degrees(day.high()));
        arguments.put("chance", Integer.toString(day.rainChance()));
        return arguments;
    }

    private static String degrees(double value) {
        return Long.toString(Math.round(value));
    }

    private String when(Language language, LocalDate date, LocalDate today) {
        if (date.equals(today)) {
            return messages.text(language, "when.today");
        }
        return date.equals(today.plusDays(1))
                ? messages.text(language, "when.tomorrow")
                : date(language, date, "when.date");
    }

    private String shortDate(Language language, LocalDate date) {
        return titled(date(language, date, "when.short"));
    }

    private String date(Language language, LocalDate date, String key) {
        return messages.text(
                language,
                key,
                Map.of(
                        "month", date.getMonthValue(),
                        "monthName", date.format(DateTimeFormatter.ofPattern("MMMM", language.locale())),
                        "day", date.getDayOfMonth(),
                        "weekday", date.format(DateTimeFormatter.ofPattern("EEEE", language.locale()))));
    }

    private static String titled(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
