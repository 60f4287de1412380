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
    /** A day of the week and a part of the day in one word: {@code 5/evening}. */
    WEEKDAYPART,
    /** A literal such as 2026-11-21; ISO 8601 local date, or a day of each year as {@link Holiday} writes it: {@code --11-21}. */
    DATE,
    /** A season by its first month: 3, 6, 9, 12; with {@code !} where the words say themselves that it is a time. */
    SEASON,
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
    /** A stretch of the calendar from this one: {@code w:1} the next week, {@code mo:-1}, {@code y:0}, {@code q:1}. */
    PERIOD,
    /** Saturday and Sunday. */
    WEEKEND,
    /** Monday to Friday. */
    WORKDAYS,
    /** The beginning, middle or end of a period: start, mid, end, late; {@code mo/end} is one of this month. */
    EDGE,
    /** A part of the day as {@link Part} names it; with a plus it stands alone, as in "in the morning". */
    PART,
    /** Days from today and a part of the day: {@code 0/evening}. */
    DAYPART,
    /** What follows the hour: o'clock, Uhr, 시, 点, 時. */
    HOUR_MARK,
    YEAR_MARK,
    MONTH_MARK,
    DAY_MARK,
    HALF,
    /** A quarter of an hour; the value is how many, or a dot for one. */
    QUARTER,
    /** The spoken zero of "eight oh five". */
    OH,
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
    /** "at"; a tilde for "around". */
    AT,
    /** "about" after a time: 쯤, 左右. */
    ABOUT,
    /** "in" before a duration from now. */
    IN,
    /** "later", "후" after a duration from now. */
    LATER,
    AGO,
    /** What limits a time and stands before it: before, after, until, from. */
    BOUND,
    /** What limits a time and stands after it: before, after, until, from. */
    BOUND_AFTER,
    /** Opens a range. */
    FROM,
    BETWEEN,
    /** Stands between the ends of a range. */
    TILL,
    /** Closes a range. */
    WITHIN,
    /** "every"; a dot, or the whole rule such as {@code d}, {@code w2}, {@code d:morning}, {@code w/1}. */
    EVERY,
    /** "every" after what it repeats; {@code skip} for おき, which does not count the first. */
    EVERY_AFTER,
    /** "other" in "every other day". */
    OTHER,
    /** "on Mondays": 1 to 7. */
    EACH_WEEKDAY,
    /** Several days of the week in one word, a digit each: {@code 135}. */
    SOME_WEEKDAYS,
    EXCEPT,
    EXCEPT_AFTER,
    /** "times" in "ten times". */
    TIMES,
    /** A place in an order: 1, 2, -1 for the last. */
    ORDINAL,
    /** A count that is left open, as the lowest and the highest number: {@code 2/3}. */
    SOME,
    /** "or" between two numbers. */
    OR,
    /** Makes the number after it a place in an order: 第, 제. */
    NTH,
    /** Makes the number before it a place in an order: 번째, 番目, th. */
    NTH_AFTER,
    /** The lower part of a fraction: 3 in "two thirds". */
    FRACTION,
    /** Stands after the lower part of a fraction: 분의, 分之. */
    FRACTION_OF,
    /** Percent before its number: 百分之. */
    PERCENT_OF,
    /** What is counted: 개, 个, 本, "times"; {@code people}, an ISO 4217 code, or a dot for anything else. */
    COUNTER,
    /** Says that an amount is shared: "split", "割り勘". */
    SHARE,
    /** A time zone. */
    ZONE,
    /** A noun after an ordinal that makes it no day: "floor"; a star where it is the sign as well: "mal". */
    NOUN,
    /** A phrase that means nothing here: "good morning". */
    NONE,
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
