package io.liying.nlu.entity;

/** What a piece of a text is. The value of a piece is described with each kind. */
enum Kind {
    /** A number; plain decimal. */
    NUMBER,
    /** A word that multiplies the number before it: 100, 1000, 10000 …. */
    MULTIPLIER,
    /** The spoken decimal point. */
    POINT,
    /** A unit of time: s, m, h, d, w, mo, y. */
    UNIT,
    /** A whole duration that is one expression, such as "quarter of an hour"; ISO 8601. */
    DURATION,
    /** A clock time that is one expression: {@code 12:00}. */
    CLOCK,
    /** A literal such as 15:30; ISO 8601 local time. */
    TIME,
    /** A literal such as 2026-11-21 or 21.11.; ISO 8601 local date, the year may be missing: {@code --11-21}. */
    DATE,
    /** A month: 1 to 12. */
    MONTH,
    /** A day of the week: 1 to 7. */
    WEEKDAY,
    /** Days from today: -1, 0, 1, 2. */
    DAY,
    /** "next", "this" or "last": 1, 0, -1. */
    WHICH,
    /** "next week" and so on: weeks from this one. */
    WEEK,
    /** A part of the day: am, pm, night. */
    PART,
    /** What follows the hour: o'clock, Uhr, 시, 点, 時. */
    HOUR_MARK,
    YEAR_MARK,
    MONTH_MARK,
    DAY_MARK,
    HALF,
    QUARTER,
    /** "past", "nach". */
    PAST,
    /** "to", "vor". */
    TO,
    /** An arithmetic sign: + - * / ^. */
    OPERATOR,
    /** "squared", "cubed": 2, 3. */
    POWER,
    ROOT,
    PERCENT,
    /** A verb that comes before its numbers or after them: + - * /. */
    COMMAND,
    OF,
    AND,
    AT,
    /** "in" before a duration from now. */
    IN,
    /** "later", "후" after a duration from now. */
    LATER,
    AGO,
    /** A particle after a number in Korean, Japanese or Chinese. */
    PARTICLE,
    /** "a", "an", "eine": one before a unit. */
    ARTICLE,
    /** A word that may stand between others without a meaning of its own. */
    FILLER,
    OPEN,
    CLOSE,
    WORD
}
