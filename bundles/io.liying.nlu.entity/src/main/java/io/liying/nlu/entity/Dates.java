package io.liying.nlu.entity;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads dates: absolute ones, "tomorrow", "next Friday", "다음 주 수요일", "in drei Tagen". */
final class Dates {

    private final List<Piece> pieces;
    private final LocalDate today;
    private int next;

    private Dates(List<Piece> pieces, LocalDate today, int from) {
        this.pieces = pieces;
        this.today = today;
        this.next = from;
    }

    /** A date and the pieces it takes. */
    record Found(LocalDate date, int startPiece, int endPiece) {}

    static @Nullable Found at(List<Piece> pieces, LocalDate today, int from) {
        Dates dates = new Dates(pieces, today, from);
        try {
            LocalDate date = dates.date();
            return date == null ? null : new Found(date, from, dates.next);
        } catch (DateTimeException impossible) {
            return null; // such as February 30th: no date
        }
    }

    private @Nullable LocalDate date() {
        Piece piece = pieces.get(next);
        return switch (piece.kind()) {
            case DATE -> literal(piece);
            case DAY -> {
                next++;
                yield today.plusDays(Long.parseLong(piece.value()));
            }
            case WEEKDAY -> weekday();
            case WHICH -> which(Integer.parseInt(piece.value()));
            case WEEK ->
                piece.value().indexOf('/') < 0 ? week(Integer.parseInt(piece.value())) : weekAndDay(piece.value());
            case MONTH -> monthFirst();
            case NUMBER, ARTICLE -> numberFirst();
            case DURATION -> durationFromNow();
            case IN -> inDuration(1);
            case AGO -> inDuration(-1);
            case TO -> piece.value().equals("ago") ? inDuration(-1) : null;
            default -> null;
        };
    }

    private LocalDate literal(Piece piece) {
        next++;
        return piece.value().startsWith("--")
                ? upcoming(MonthDay.parse(piece.value()))
                : LocalDate.parse(piece.value());
    }

    private LocalDate upcoming(MonthDay day) {
        LocalDate thisYear = day.atYear(today.getYear());
        return thisYear.isBefore(today) ? day.atYear(today.getYear() + 1) : thisYear;
    }

    private LocalDate weekday() {
        DayOfWeek day = DayOfWeek.of(Integer.parseInt(pieces.get(next).value()));
        next++;
        if (next < pieces.size() && pieces.get(next).is(Kind.WHICH)) { // "el jueves próximo", "jeudi prochain"
            int which = Integer.parseInt(pieces.get(next).value());
            next++;
            return relative(day, which);
        }
        return today.with(TemporalAdjusters.nextOrSame(day));
    }

    private LocalDate relative(DayOfWeek day, int which) {
        return switch (which) {
            case 1 -> today.with(TemporalAdjusters.next(day));
            case -1 -> today.with(TemporalAdjusters.previous(day));
            default -> today.with(TemporalAdjusters.nextOrSame(day));
        };
    }

    private @Nullable LocalDate which(int which) {
        if (next + 1 < pieces.size() && pieces.get(next + 1).is(Kind.WEEKDAY)) {
            DayOfWeek day = DayOfWeek.of(Integer.parseInt(pieces.get(next + 1).value()));
            next += 2;
            return relative(day, which);
        }
        if (next + 1 < pieces.size() && pieces.get(next + 1).is(Kind.UNIT, "w")) {
            next++;
            return week(which);
        }
        return null;
    }

    /** "下周三": the week and the day in one word, as {@code weeks/day}. */
    private LocalDate weekAndDay(String value) {
        next++;
        int slash = value.indexOf('/');
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(Integer.parseInt(value.substring(0, slash)))
                .plusDays(Integer.parseInt(value.substring(slash + 1)) - 1);
    }

    /** "next week Wednesday"; the week alone is the same day of that week. */
    private LocalDate week(int weeks) {
        next++;
        int before = next;
        while (next < pieces.size()
                && (pieces.get(next).is(Kind.PARTICLE)
                        || pieces.get(next).is(Kind.FILLER)
                        || pieces.get(next).is(Kind.OF))) {
            next++;
        }
        if (next < pieces.size() && pieces.get(next).is(Kind.WEEKDAY)) {
            int day = Integer.parseInt(pieces.get(next).value());
            next++;
            return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                    .plusWeeks(weeks)
                    .plusDays(day - 1);
        }
        next = before;
        return today.plusWeeks(weeks);
    }

    /** "November 21st, 2026"; in the east the month's own mark is part of it. */
    private @Nullable LocalDate monthFirst() {
        int month = Integer.parseInt(pieces.get(next).value());
        next++;
        while (next < pieces.size() && pieces.get(next).is(Kind.FILLER)) {
            next++;
        }
        int day = number(31);
        if (day < 1) {
            return null;
        }
        int before = next;
        while (next < pieces.size() && pieces.get(next).is(Kind.FILLER)) { // "1st,"
            next++;
        }
        int year = year();
        if (year < 0) {
            next = before;
        }
        return dated(year, month, day);
    }

    private LocalDate dated(int year, int month, int day) {
        return year < 0 ? upcoming(MonthDay.of(month, day)) : LocalDate.of(year, month, day);
    }

    private int year() {
        if (next < pieces.size() && pieces.get(next).is(Kind.NUMBER)) {
            String value = pieces.get(next).value();
            boolean mark = next + 1 < pieces.size() && pieces.get(next + 1).is(Kind.UNIT);
            if (value.length() == 4 && value.indexOf('.') < 0 && !mark) {
                int year = Integer.parseInt(value);
                if (year >= 1900 && year < 2200) {
                    next++;
                    return year;
                }
            }
        }
        return -1;
    }

    private @Nullable LocalDate numberFirst() {
        LocalDate eastern = eastern();
        if (eastern != null) {
            return eastern;
        }
        LocalDate western = dayMonth();
        return western != null ? western : durationFromNow();
    }

    /** "2026년 11월 21일", "11月21日". */
    private @Nullable LocalDate eastern() {
        int before = next;
        int year = -1;
        if (marked(0, Kind.YEAR_MARK)) {
            year = Integer.parseInt(pieces.get(next).value());
            next += 2;
        }
        if (marked(0, Kind.MONTH_MARK)) {
            int month = number(12);
            next++;
            int day = number(31);
            if (month >= 1
                    && day >= 1
                    && next < pieces.size()
                    && (pieces.get(next).is(Kind.DAY_MARK) || pieces.get(next).is(Kind.UNIT, "d"))) {
                next++;
                return dated(year, month, day);
            }
        }
        next = before;
        return null;
    }

    private boolean marked(int ahead, Kind mark) {
        int index = next + ahead;
        return index + 1 < pieces.size()
                && pieces.get(index).is(Kind.NUMBER)
                && pieces.get(index).value().length() <= 4
                && pieces.get(index).value().indexOf('.') < 0
                && pieces.get(index + 1).is(mark);
    }

    /** "21 de noviembre de 2026", "21. November". */
    private @Nullable LocalDate dayMonth() {
        int before = next;
        int day = number(31);
        while (day > 0
                && next < pieces.size()
                && (pieces.get(next).is(Kind.OF) || pieces.get(next).is(Kind.FILLER))) {
            next++;
        }
        if (day > 0 && next < pieces.size() && pieces.get(next).is(Kind.MONTH)) {
            int month = Integer.parseInt(pieces.get(next).value());
            next++;
            int after = next;
            if (next < pieces.size() && pieces.get(next).is(Kind.OF)) {
                next++;
            }
            int year = year();
            if (year < 0) {
                next = after;
            }
            return dated(year, month, day);
        }
        next = before;
        return null;
    }

    /** "in three days", "hace diez días", "vor zehn Tagen". */
    private @Nullable LocalDate inDuration(int sign) {
        next++;
        Durations.Found duration = next < pieces.size() ? Durations.at(pieces, next) : null;
        if (duration == null) {
            return null;
        }
        next = duration.endPiece();
        return plus(duration.value(), sign);
    }

    /** "three days later", "3일 뒤", "三日後". */
    private @Nullable LocalDate durationFromNow() {
        if (marked(0, Kind.DAY_MARK) && next + 2 < pieces.size()) {
            Piece after = pieces.get(next + 2);
            long days = Long.parseLong(pieces.get(next).value());
            if (after.is(Kind.LATER) || after.is(Kind.AGO)) {
                next += 3;
                return today.plusDays(after.is(Kind.LATER) ? days : -days);
            }
        }
        Durations.Found duration = Durations.at(pieces, next);
        if (duration == null || duration.endPiece() >= pieces.size()) {
            return null;
        }
        Piece after = pieces.get(duration.endPiece());
        int sign = after.is(Kind.LATER) ? 1 : after.is(Kind.AGO) ? -1 : 0;
        LocalDate date = sign == 0 ? null : plus(duration.value(), sign);
        if (date != null) {
            next = duration.endPiece() + 1;
        }
        return date;
    }

    /** Only whole days, weeks, months and years lead to a date. */
    private @Nullable LocalDate plus(String duration, int sign) {
        if (duration.indexOf('T') >= 0) {
            return null;
        }
        Period period = Period.parse(duration);
        return sign > 0 ? today.plus(period) : today.minus(period);
    }

    private int number(int most) {
        if (next < pieces.size() && pieces.get(next).is(Kind.NUMBER)) {
            String value = pieces.get(next).value();
            if (value.length() <= 2 && value.indexOf('.') < 0 && Integer.parseInt(value) <= most) {
                next++;
                return Integer.parseInt(value);
            }
        }
        return -1;
    }
}
