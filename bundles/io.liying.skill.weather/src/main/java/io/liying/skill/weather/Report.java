package io.liying.skill.weather;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The weather of a place.
 *
 * @param offset the place's time now
 * @param days from today on
 */
record Report(ZoneOffset offset, Now now, List<Day> days) {

    /**
     * The weather now.
     *
     * @param temperature in degrees Celsius
     * @param feelsLike in degrees Celsius
     * @param wind in kilometres an hour
     */
    record Now(Sky sky, double temperature, double feelsLike, double wind) {}

    /**
     * The weather of a day.
     *
     * @param low in degrees Celsius
     * @param high in degrees Celsius
     * @param rainChance how likely rain or snow is, in percent
     * @param rain rain, or snow as water, in millimetres
     */
    record Day(LocalDate date, Sky sky, double low, double high, int rainChance, double rain) {}

    Report {
        days = List.copyOf(days);
    }

    Optional<Day> on(LocalDate date) {
        return days.stream().filter(day -> day.date().equals(date)).findFirst();
    }
}
