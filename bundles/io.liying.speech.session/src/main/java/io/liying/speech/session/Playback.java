package io.liying.speech.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows which part of a speech a person has heard: from the reports of her door or, without them, from the clock, taking the
 * sound to be played as soon as it is there. Used under the lock of its session.
 */
final class Playback {

    private record Passage(String text, long beginNanos) {}

    private final LongSupplier nanos;
    private final List<Passage> passages = new ArrayList<>();
    private long givenNanos;
    private long endsAt;
    private boolean begun;
    private @Nullable Duration reported;
    private long reportedAt;

    Playback(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The sound that comes next says this. */
    void sentence(String text) {
        passages.add(new Passage(text, givenNanos));
    }

    /** So much more sound was given out. */
    void sound(Duration length) {
        long now = nanos.getAsLong();
        if (!begun) {
            begun = true;
            endsAt = now;
        }
        endsAt = Math.max(endsAt, now) + length.toNanos();
        givenNanos += length.toNanos();
    }

    void report(Duration heard) {
        reported = heard;
        reportedAt = nanos.getAsLong();
    }

    /** How much of the sound was played. */
    Duration played() {
        if (!begun) {
            return Duration.ZERO;
        }
        long now = nanos.getAsLong();
        long byClock = givenNanos - Math.max(0, endsAt - now);
        Duration last = reported;
        long played = last == null ? byClock : Math.min(last.toNanos() + (now - reportedAt), givenNanos);
        return Duration.ofNanos(Math.clamp(played, 0, givenNanos));
    }

    /** How much sound waits to be played. */
    Duration waiting() {
        return Duration.ofNanos(givenNanos).minus(played());
    }

    /** The words whose sound was played; of a sentence that was cut its first words, by the share of time. */
    String heard() {
        long played = played().toNanos();
        StringBuilder heard = new StringBuilder();
        for (int index = 0; index < passages.size(); index++) {
            Passage passage = passages.get(index);
            long end = index + 1 < passages.size() ? passages.get(index + 1).beginNanos() : givenNanos;
            if (played >= end) {
                heard.append(passage.text());
            } else if (played > passage.beginNanos()) {
                double share = (double) (played - passage.beginNanos()) / (end - passage.beginNanos());
                heard.append(firstWords(passage.text(), share));
            }
        }
        return heard.toString().strip();
    }

    private static String firstWords(String text, double share) {
        int end = (int) (text.length() * share);
        while (end > 0 && end < text.length() && isInsideWord(text, end)) {
            end--;
        }
        return text.substring(0, end);
    }

    private static boolean isInsideWord(String text, int index) {
        char before = text.charAt(index - 1);
        char after = text.charAt(index);
        boolean ideographs = Character.isIdeographic(after) || after >= '\u3040' && after <= '\u30ff';
        return !ideographs && Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
    }
}
