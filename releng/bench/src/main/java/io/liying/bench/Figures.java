package io.liying.bench;

import io.liying.bench.OpenLoad.Turn;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Figures of turns. */
final class Figures {

    private Figures() {}

    /** In milliseconds, of the turns that were answered well. */
    static double p99(Collection<Turn> turns) {
        return percentile(
                turns.stream().filter(Turn::good).mapToDouble(Turn::millis).toArray(), 0.99);
    }

    static double median(double[] values) {
        return percentile(values, 0.50);
    }

    static double percentile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
    }

    static long failed(Collection<Turn> turns) {
        return turns.stream().filter(turn -> turn.tag() == OpenLoad.WRONG).count();
    }

    static long lost(Collection<Turn> turns) {
        return turns.stream().filter(turn -> turn.tag() == OpenLoad.LOST).count();
    }

    /** The turns that were due in a span of time. */
    static List<Turn> between(List<Turn> turns, long begin, long end) {
        return turns.stream()
                .filter(turn -> turn.due() - begin >= 0 && turn.due() - end < 0)
                .toList();
    }

    /** How many turns a second were due in the time they span; less than was asked for means that it was too much. */
    static double answeredPerSecond(List<Turn> turns) {
        long good = turns.stream().filter(Turn::good).count();
        long last = turns.stream().mapToLong(Turn::done).max().orElse(0);
        return turns.isEmpty() ? 0 : good / ((last - turns.getFirst().due()) / 1e9);
    }

    /** The longest time in milliseconds from one good answer to the next. */
    static double longestGap(List<Turn> turns) {
        long[] answered =
                turns.stream().filter(Turn::good).mapToLong(Turn::done).sorted().toArray();
        long longest = 0;
        for (int i = 1; i < answered.length; i++) {
            longest = Math.max(longest, answered[i] - answered[i - 1]);
        }
        return longest / 1e6;
    }

    /** The milliseconds in which turns were due that got no good answer: each such turn until the next good one is due. */
    static double withoutService(List<Turn> turns) {
        long sum = 0;
        long since = 0;
        boolean absent = false;
        for (Turn turn :
                turns.stream().sorted(Comparator.comparingLong(Turn::due)).toList()) {
            if (turn.good() && absent) {
                sum += turn.due() - since;
            } else if (!turn.good() && !absent) {
                since = turn.due();
            }
            absent = !turn.good();
        }
        return sum / 1e6;
    }

    /** Milliseconds from a moment until a version was first answered, or NaN if it never was. */
    static double until(List<Turn> turns, int version, long moment) {
        return turns.stream().filter(turn -> turn.tag() >= version).mapToLong(Turn::done).min().stream()
                .mapToDouble(first -> (first - moment) / 1e6)
                .findFirst()
                .orElse(Double.NaN);
    }
}
