package io.liying.nlu.entity;

import java.util.Locale;

/** A part of the day: which hour of twelve it means, and when it is. */
enum Part {
    AM(0, 12),
    PM(12, 24),
    DAWN(0, 6),
    MORNING(6, 12),
    NOON(12, 14),
    AFTERNOON(12, 18),
    EVENING(18, 24),
    NIGHT(22, 30);

    private static final int HOUR = 3600;

    private final int first;
    private final int last;
    private final String code = name().toLowerCase(Locale.ROOT);

    Part(int first, int last) {
        this.first = first;
        this.last = last;
    }

    /** The part that a lexicon names; a plus at the end is no part of the name. */
    static Part of(String value) {
        for (Part part : values()) {
            if (value.startsWith(part.code)) {
                return part;
            }
        }
        throw new IllegalArgumentException("part of the day " + value);
    }

    String code() {
        return code;
    }

    /** Whether it says when, not only which half of the day. */
    boolean isStretch() {
        return this != AM && this != PM;
    }

    /** Its first hour. */
    int firstHour() {
        return first;
    }

    /** The hour before which it ends; over 24 on the next day. */
    int lastHour() {
        return last;
    }

    /** A clock time in this part, in seconds since midnight; on the next day from 86400 on. */
    int resolve(int seconds) {
        int hour = seconds / HOUR;
        if (hour > 12) {
            return seconds;
        }
        int later = switch (this) {
            case AM, DAWN, MORNING -> hour == 12 ? -12 : 0;
            case PM, AFTERNOON -> hour < 12 ? 12 : 0;
            case NOON -> hour < 4 ? 12 : 0;
            case EVENING -> hour >= 3 && hour < 12 ? 12 : hour == 12 ? 12 : 24;
            case NIGHT -> hour >= 6 ? 12 : 24;
        };
        return seconds + later * HOUR;
    }
}
