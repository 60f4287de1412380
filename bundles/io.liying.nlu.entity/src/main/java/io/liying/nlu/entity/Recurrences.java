package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads what repeats: its core in {@link RecurrenceCore}, and around it, in any order, the time, the weekday, the day of the
 * month, the end and the exceptions.
 */
final class Recurrences {

    private final Cursor cursor;
    private final Reference reference;
    private final Rule rule = new Rule();
    private final Rule weekdays = new Rule();
    private Times.@Nullable Found time;
    private Ranges.@Nullable Found range;
    private @Nullable Part part;
    private @Nullable Moment until;
    private @Nullable Period lasting;
    private final List<Integer> except = new ArrayList<>();

    private Recurrences(Cursor cursor, Reference reference) {
        this.cursor = cursor;
        this.reference = reference;
    }

    /** Whether any recurrence can be in a text. */
    static boolean possible(Piece piece) {
        return switch (piece.kind()) {
            case EVERY, EVERY_AFTER, EACH_WEEKDAY, WORKDAYS -> true;
            default -> false;
        };
    }

    /** The recurrence at a cursor, which moves behind it, or null. */
    static @Nullable Entity at(Cursor cursor, Reference reference, List<Piece> pieces, String text) {
        int from = cursor.next();
        Recurrences recurrences = new Recurrences(cursor, reference);
        Entity entity = recurrences.read() ? recurrences.entity(pieces, text, from) : null;
        if (entity == null) {
            cursor.to(from);
        }
        return entity;
    }

    private boolean read() {
        int from = cursor.next();
        if (!RecurrenceCore.read(cursor, reference, rule)) {
            boolean before = exceptBefore() || weekdaysBefore() || untilBefore() || timeBefore();
            if (!before || cursor.ended()) {
                return false;
            }
            joint();
            if (!RecurrenceCore.read(cursor, reference, rule)) {
                cursor.to(from);
                return false;
            }
        }
        if (!weekdays.weekdays.isEmpty() && rule.frequency.equals("DAILY")) {
            rule.frequency = "WEEKLY";
            rule.weekdays.addAll(weekdays.weekdays);
        }
        String said = rule.period;
        if (said != null) {
            part = Part.of(said);
        }
        while (modifier()) {
            // each takes what it reads
        }
        cursor.skip(Kind.EVERY_AFTER);
        rule.except(except);
        return !rule.frequency.isEmpty();
    }

    /** "at 9 every Monday", "um 9 Uhr jeden Montag", "아침 7시마다". */
    private boolean timeBefore() {
        range = Ranges.at(cursor, reference);
        if (range != null && (range.first().days() != null || range.last().days() != null)) {
            range = null;
            return false;
        }
        if (range == null) {
            time = Times.at(cursor, reference.language());
        }
        return range != null || time != null;
    }

    /** "월요일부터 금요일까지 매일", "周一到周五每天". */
    private boolean weekdaysBefore() {
        int before = cursor.next();
        if (reference.isEastern() && cursor.is(Kind.WEEKDAY) && RuleDays.ofWeek(cursor, weekdays)) {
            if (cursor.is(Kind.EVERY)) {
                return true;
            }
            weekdays.clear();
        }
        cursor.to(before);
        return false;
    }

    /** "6월까지 매주", "until June every Monday". */
    private boolean untilBefore() {
        int before = cursor.next();
        cursor.skip(Kind.FROM);
        Moment moment = Moments.at(cursor, reference);
        if (moment != null && moment.days() != null && moment.bound() != null && moment.time() == null) {
            if (moment.bound().equals("until")) {
                until = moment;
                return true;
            }
            if (moment.bound().equals("from")) { // "明日から毎朝8時"
                rule.from = moment.days().start();
                return true;
            }
        }
        cursor.to(before);
        return false;
    }

    /** "除了周日每天", "일요일 빼고 매일". */
    private boolean exceptBefore() {
        return reference.isEastern() && exceptions();
    }

    private void joint() {
        cursor.skipAll(Kind.FILLER, Kind.PARTICLE, Kind.OF);
    }

    /** One more thing that is said about the rule; false, without a move, if there is none. */
    private boolean modifier() {
        int before = cursor.next();
        if (cursor.ended()) {
            return false;
        }
        if (exceptions() || day() || end() || timeOrRange()) {
            return true;
        }
        boolean moved = false;
        while (!cursor.ended() && (cursor.is(Kind.FILLER) || cursor.is(Kind.PARTICLE) || cursor.is(Kind.OF))) {
            cursor.take();
            moved = true;
            if (!cursor.ended() && (exceptions() || day() || end() || timeOrRange())) {
                return true;
            }
        }
        if (moved) {
            cursor.to(before);
        }
        return false;
    }

    private boolean timeOrRange() {
        if (time != null || range != null) {
            return partOnly();
        }
        Ranges.Found found = Ranges.ofTimes(cursor, reference);
        if (found != null) {
            boolean times = found.first().days() == null && found.last().days() == null;
            if (times) {
                range = found;
                return true;
            }
            cursor.to(found.startPiece());
        }
        time = Times.at(cursor, reference.language());
        return time != null || partOnly();
    }

    private boolean partOnly() {
        if (part != null || !cursor.is(Kind.PART)) {
            return false;
        }
        part = Part.of(cursor.take());
        return true;
    }

    /** "every month on the 15th", "every week on Monday", "매년 3월 3일", "every year on March 3rd". */
    private boolean day() {
        if (!rule.weekdays.isEmpty() || rule.monthDay != 0) {
            return false;
        }
        return switch (rule.frequency) {
            case "WEEKLY" -> RuleDays.ofWeek(cursor, rule);
            case "MONTHLY" -> RuleDays.ofMonth(cursor, reference, rule);
            case "YEARLY" -> RuleDays.ofYear(cursor, reference, rule);
            default -> false;
        };
    }

    private boolean exceptions() {
        int before = cursor.next();
        if (cursor.skip(Kind.EXCEPT)) {
            if (takeDays()) {
                cursor.skip(Kind.EXCEPT_AFTER);
                return true;
            }
        } else if ((cursor.is(Kind.WEEKDAY) || cursor.is(Kind.WEEKEND)) && takeDays()) {
            joint();
            if (cursor.skip(Kind.EXCEPT_AFTER)) {
                return true;
            }
            except.clear();
        }
        cursor.to(before);
        return false;
    }

    private boolean takeDays() {
        boolean any = false;
        while (!cursor.ended()) {
            Piece piece = cursor.pieces().get(cursor.next());
            if (piece.is(Kind.WEEKDAY) || piece.is(Kind.EACH_WEEKDAY)) {
                except.add(Integer.parseInt(piece.value()));
                any = true;
            } else if (piece.is(Kind.WEEKEND)) {
                except.addAll(List.of(6, 7));
                any = true;
            } else if (!(piece.is(Kind.FILLER)
                    || piece.is(Kind.AND)
                    || (piece.is(Kind.PARTICLE) && any && cursor.is(1, Kind.WEEKDAY)))) {
                return any;
            }
            cursor.take();
        }
        return any;
    }

    /** "until June", "for ten weeks", "ten times", "starting tomorrow". */
    private boolean end() {
        int before = cursor.next();
        int times = cursor.peekNumber(0, 3);
        if (times > 0 && cursor.is(1, Kind.TIMES)) {
            cursor.take();
            cursor.take();
            rule.count = times;
            return true;
        }
        if (cursor.skip(Kind.FILLER, "for")
                || (reference.isEastern() && cursor.is(Kind.NUMBER))
                || reference.speaks(Language.GERMAN)) {
            int number = cursor.peekNumber(0, 3);
            if (number > 0 && cursor.is(1, Kind.TIMES)) {
                return end();
            }
            Durations.Found duration = cursor.ended() ? null : Durations.at(cursor.pieces(), cursor.next());
            boolean days = duration != null && duration.value().indexOf('T') < 0;
            if (duration != null && days) {
                cursor.to(duration.endPiece());
                boolean closed = cursor.skip(Kind.PARTICLE, "for");
                if (closed || (before < cursor.next() && !reference.isEastern())) {
                    lasting = Period.parse(duration.value());
                    return true;
                }
            }
            cursor.to(before);
        }
        if (until == null && reference.isEastern() && cursor.skip(Kind.TILL)) { // "每天八点到年底"
            Moment last = Moments.at(cursor, reference);
            if (last != null && last.days() != null && last.time() == null) {
                until = last;
                return true;
            }
            cursor.to(before);
        }
        Moment moment = until == null ? Moments.at(cursor, reference) : null;
        if (moment != null && moment.days() != null && moment.bound() != null) {
            switch (moment.bound()) {
                case "until" -> until = moment;
                case "from", "after" -> rule.from = moment.days().start();
                default -> {
                    cursor.to(before);
                    return false;
                }
            }
            if (moment.time() != null && time == null) {
                time = moment.time();
            }
            return true;
        }
        cursor.to(before);
        return false;
    }

    private @Nullable Entity entity(List<Piece> pieces, String text, int from) {
        Words words = Words.of(pieces, text, from, cursor.next());
        Map<String, String> attributes = new TreeMap<>();
        if (rule.isShorterThanADay()) {
            return frequent(words, attributes);
        }
        int[] seconds = seconds(attributes);
        LocalDate first = rule.first(reference, seconds.length == 0 ? -1 : seconds[0]);
        if (first == null) {
            return null;
        }
        rule.until = last(first);
        String start = seconds.length == 0 ? first.toString() : Clock.text(Clock.at(first, seconds[0]));
        if (part != null && seconds.length == 0) {
            attributes.put("part", part.code());
        }
        List<String> others =
                seconds.length > 1 ? List.of(Clock.text(Clock.at(first, seconds[1])) + "/" + rule.text()) : List.of();
        return words.entity(
                Entity.RECURRENCE, start + "/" + rule.text(), others, attributes, others.isEmpty() ? 0.95 : 0.8);
    }

    /** The last day on which the rule may hold, or null. */
    private @Nullable LocalDate last(LocalDate first) {
        Moment limit = until;
        if (limit != null && limit.days() != null) {
            boolean excluded =
                    reference.speaks(Language.ENGLISH) && limit.days().grain().equals("month");
            return excluded
                    ? limit.days().start().minusDays(1) // "until June" ends with May
                    : limit.days().end().minusDays(1);
        }
        return lasting != null ? first.plus(lasting).minusDays(1) : null;
    }

    /** "every two hours": the first one is that long from now. */
    private Entity frequent(Words words, Map<String, String> attributes) {
        Duration step =
                rule.frequency.equals("HOURLY") ? Duration.ofHours(rule.interval) : Duration.ofMinutes(rule.interval);
        LocalDateTime first =
                reference.now().toLocalDateTime().plus(step).withSecond(0).withNano(0);
        return words.entity(Entity.RECURRENCE, Clock.text(first) + "/" + rule.text(), List.of(), attributes, 0.95);
    }

    /** The time of day and, if it is ambiguous, the other one; nothing if none was said. */
    private int[] seconds(Map<String, String> attributes) {
        Ranges.Found span = range;
        if (span != null) {
            int[] ends = RangeEntities.seconds(span, reference);
            attributes.put(
                    "duration",
                    Duration.ofSeconds(Math.floorMod(ends[1] - ends[0], Clock.DAY))
                            .toString());
            return new int[] {ends[0]};
        }
        Times.Found said = time;
        if (said == null) {
            return new int[0];
        }
        if (said.approximate()) {
            attributes.put("approximate", "true");
        }
        attributes.put("grain", said.grain());
        if (said.ambiguous() && part != null) {
            return new int[] {part.resolve(said.seconds())};
        }
        int seconds = Clock.onADay(said);
        return said.ambiguous() ? new int[] {seconds, Clock.other(seconds)} : new int[] {seconds};
    }
}
