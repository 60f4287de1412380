package io.liying.skill.calendar;

import biweekly.ICalVersion;
import biweekly.io.ParseContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.parameter.ICalParameters;
import biweekly.property.RecurrenceRule;
import biweekly.util.Frequency;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;

/** Works out when an event takes place. Local times are reckoned as if they were UTC, so that no change of clocks counts. */
final class Series {

    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");
    private static final int MOST_STEPS = 4_000;
    private static final Set<Frequency> ALLOWED =
            Set.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);

    private Series() {}

    /** Whether a rule can be read and comes at most once a day. */
    static boolean isUsable(String rule) {
        return read(rule).isPresent();
    }

    /**
     * The starts of the occurrences that end after {@code from} and begin before {@code to}, earliest first.
     *
     * @param most how many at most
     */
    static List<Occurrence> between(Event event, LocalDateTime from, LocalDateTime to, int most) {
        List<Occurrence> found = new ArrayList<>();
        if (!event.recurs()) {
            add(found, event, event.start(), from, to);
            return found;
        }
        Optional<RecurrenceRule> rule = read(event.rule());
        if (rule.isEmpty()) {
            return found;
        }
        DateIterator dates = rule.get().getDateIterator(date(event.start()), UTC);
        LocalDateTime begin = from.minus(event.length());
        if (begin.isAfter(event.start())) {
            dates.advanceTo(date(begin));
        }
        for (int step = 0; step < MOST_STEPS && found.size() < most && dates.hasNext(); step++) {
            LocalDateTime start = LocalDateTime.ofInstant(dates.next().toInstant(), ZoneOffset.UTC);
            if (!start.isBefore(to)) {
                break;
            }
            if (!event.without().contains(start)) {
                add(found, event, start, from, to);
            }
        }
        return found;
    }

    private static void add(
            List<Occurrence> found, Event event, LocalDateTime start, LocalDateTime from, LocalDateTime to) {
        LocalDateTime end = start.plus(event.length());
        boolean begun = end.isAfter(from) || !start.isBefore(from);
        if (begun && start.isBefore(to)) {
            found.add(new Occurrence(event, start));
        }
    }

    private static Date date(LocalDateTime local) {
        return Date.from(local.toInstant(ZoneOffset.UTC));
    }

    static Optional<RecurrenceRule> read(String rule) {
        if (rule.isEmpty() || rule.length() > Event.LONGEST_RULE) {
            return Optional.empty();
        }
        try {
            ParseContext context = new ParseContext();
            context.setVersion(ICalVersion.V2_0);
            RecurrenceRule read =
                    new RecurrenceRuleScribe().parseText(plain(rule), null, new ICalParameters(), context);
            return Optional.of(read)
                    .filter(found -> found.getValue() != null
                            && found.getValue().getFrequency() != null
                            && ALLOWED.contains(found.getValue().getFrequency()));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** An UNTIL of an understood recurrence is written {@code 2026-12-31} and counts still. */
    private static String plain(String rule) {
        StringBuilder plain = new StringBuilder();
        for (String part : rule.toUpperCase(Locale.ROOT).split(";")) {
            String written = part;
            if (part.startsWith("UNTIL=")) {
                String until =
                        part.substring("UNTIL=".length()).replace("-", "").replace(":", "");
                written = "UNTIL="
                        + (until.indexOf('T') < 0 ? until + "T235959Z" : until.endsWith("Z") ? until : until + "Z");
            }
            plain.append(plain.isEmpty() ? "" : ";").append(written);
        }
        return plain.toString();
    }
}
