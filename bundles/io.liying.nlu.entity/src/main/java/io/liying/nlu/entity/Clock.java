package io.liying.nlu.entity;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.zone.ZoneRules;

/** Makes clock times of what was said: which half of the day, which day after midnight, whether the zone has such a time. */
final class Clock {

    static final int DAY = 24 * 3600;
    private static final int HALF_DAY = 12 * 3600;

    private Clock() {}

    /** The reading of a time without a day: an ambiguous one is the next to come. */
    static int upcoming(Times.Found time, Reference reference) {
        int seconds = time.seconds() % DAY;
        return time.ambiguous()
                        && seconds <= reference.seconds() - reference.seconds() % 60
                        && other(seconds) > reference.seconds()
                ? other(seconds)
                : seconds;
    }

    /** The reading of a time on a day; on another day than today, hours before seven are more likely of the afternoon. */
    static int on(LocalDate day, Times.Found time, Reference reference) {
        if (!time.ambiguous()) {
            return time.seconds();
        }
        if (day.equals(reference.today())) {
            return upcoming(time, reference);
        }
        return onADay(time);
    }

    static int onADay(Times.Found time) {
        int hour = time.seconds() / 3600;
        return time.ambiguous() && hour >= 1 && hour < 7 ? time.seconds() + HALF_DAY : time.seconds();
    }

    /** Twelve hours away. */
    static int other(int seconds) {
        return seconds < HALF_DAY ? seconds + HALF_DAY : seconds - HALF_DAY;
    }

    static LocalDateTime at(LocalDate day, int seconds) {
        return day.plusDays(seconds / DAY).atTime(0, 0).plusSeconds(seconds % DAY);
    }

    static String text(int seconds) {
        int rest = seconds % DAY;
        char[] text = new char[rest % 60 == 0 ? 5 : 8];
        two(text, 0, rest / 3600);
        text[2] = ':';
        two(text, 3, rest / 60 % 60);
        if (text.length > 5) {
            text[5] = ':';
            two(text, 6, rest % 60);
        }
        return new String(text);
    }

    /** The seconds since midnight of a time as {@link #text(int)} writes it. */
    static int seconds(String text) {
        int seconds = two(text, 0) * 3600 + two(text, 3) * 60;
        return text.length() > 5 ? seconds + two(text, 6) : seconds;
    }

    private static int two(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }

    private static void two(char[] text, int at, int number) {
        text[at] = (char) ('0' + number / 10);
        text[at + 1] = (char) ('0' + number % 10);
    }

    static String text(LocalDateTime moment) {
        return moment.toLocalDate() + "T" + text(moment.toLocalTime().toSecondOfDay());
    }

    /** The same moment, moved on by as much as the clock leaps if the zone has no such time. */
    static LocalDateTime existing(LocalDateTime moment, Reference reference) {
        return reference.now().getZone().getRules().getValidOffsets(moment).isEmpty()
                ? moment.atZone(reference.now().getZone()).toLocalDateTime()
                : moment;
    }

    /** "gap", "overlap" or nothing. */
    static String change(LocalDateTime moment, Reference reference) {
        ZoneRules rules = reference.now().getZone().getRules();
        if (rules.isFixedOffset()) {
            return "";
        }
        return switch (rules.getValidOffsets(moment).size()) {
            case 0 -> "gap";
            case 1 -> "";
            default -> "overlap";
        };
    }
}
