package io.liying.speech.core.voice;

import io.liying.speech.api.Audio;
import io.liying.speech.api.VoiceActivityDetector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Cuts a stream of frames into utterances: pre-roll, onset after enough speech, end after enough silence. An utterance is
 * announced only when it has lasted as long as the phrase threshold, so clicks never reach an engine. For one thread.
 */
public final class Segmenter {

    /** What follows from a frame. */
    public sealed interface Step {

        /** An utterance began; the frames are its pre-roll and what was said so far. */
        record Begin(Duration at, List<short[]> frames) implements Step {}

        /** The utterance goes on. */
        record More(short[] frame) implements Step {}

        /** The utterance is over. */
        record End(Duration at) implements Step {}

        /** Nobody spoke for too long. */
        record TimedOut() implements Step {}
    }

    private static final int FRAME = VoiceActivityDetector.FRAME_SAMPLES;

    private final Pauses pauses;
    private final double threshold;
    private final Deque<short[]> before = new ArrayDeque<>();
    private final List<short[]> candidate = new ArrayList<>();
    private long frames;
    private long waitingSince;
    private int speech;
    private int silence;
    private int length;
    private boolean speaking;
    private boolean asked;
    private boolean timedOut;

    /** @param threshold the probability from which a frame is speech */
    public Segmenter(Pauses pauses, double threshold) {
        this.pauses = pauses;
        this.threshold = threshold;
    }

    /** LiYing has asked something: the end of the next utterance waits longer. */
    public void asked() {
        asked = true;
    }

    /** Takes the next frame and its probability of speech; what follows, in order. */
    public List<Step> accept(short[] frame, double probability) {
        frames++;
        // What was begun is ended more slowly than it began: quiet ends of words stay in.
        boolean voiced = probability >= (speaking || !candidate.isEmpty() ? threshold * 0.7 : threshold);
        if (speaking) {
            return goOn(frame, voiced);
        }
        return wait(frame, voiced);
    }

    /** Whether an utterance is being spoken, but nothing was said for so long; not if LiYing has asked something. */
    public boolean paused(Duration pause) {
        return speaking && !asked && silence >= frames(pause);
    }

    /** Ends the utterance that is being spoken, if any, without waiting for its whole pause. */
    public List<Step> cut() {
        return speaking ? List.of(end()) : List.of();
    }

    /** Ends the utterance that is being spoken; one too short to be announced is announced if it has any speech. */
    public List<Step> flush() {
        List<Step> steps = new ArrayList<>();
        if (!speaking && speech > 0 && speech >= frames(pauses.shortest()) / 2) {
            steps.add(begin());
        }
        if (speaking) {
            steps.add(end());
        }
        candidate.clear();
        before.clear();
        speech = 0;
        return steps;
    }

    private List<Step> goOn(short[] frame, boolean voiced) {
        List<Step> steps = new ArrayList<>(2);
        steps.add(new Step.More(frame));
        length++;
        silence = voiced ? 0 : silence + 1;
        if (silence >= frames(asked ? pauses.answerEnd() : pauses.end())) {
            asked = false;
            steps.add(end());
        } else if (length >= frames(pauses.longest())) {
            steps.add(end());
        }
        return steps;
    }

    private List<Step> wait(short[] frame, boolean voiced) {
        if (voiced || !candidate.isEmpty()) {
            candidate.add(frame);
            silence = voiced ? 0 : silence + 1;
            // A detector needs a frame to notice a voice, and one its end.
            speech = candidate.size() - silence + 2;
            if (voiced && speech >= frames(pauses.shortest())) {
                return List.of(begin());
            }
            // A click, or a pause longer than any between two syllables: it was nothing.
            if (silence > frames(Duration.ofMillis(250))) {
                candidate.forEach(this::remember);
                candidate.clear();
                speech = 0;
            }
        } else {
            remember(frame);
        }
        if (!timedOut
                && !pauses.timeout().isZero()
                && candidate.isEmpty()
                && frames - waitingSince >= frames(pauses.timeout())) {
            timedOut = true;
            return List.of(new Step.TimedOut());
        }
        return List.of();
    }

    private Step begin() {
        List<short[]> all = new ArrayList<>(before);
        all.addAll(candidate);
        speaking = true;
        length = all.size();
        before.clear();
        candidate.clear();
        return new Step.Begin(time(frames - length), all);
    }

    private Step end() {
        speaking = false;
        speech = 0;
        silence = 0;
        waitingSince = frames;
        timedOut = false;
        return new Step.End(time(frames));
    }

    private void remember(short[] frame) {
        before.addLast(frame);
        while (before.size() > frames(pauses.around())) {
            before.removeFirst();
        }
    }

    private static int frames(Duration duration) {
        return (int) Math.ceil(duration.toNanos() * (double) Audio.HEARING_RATE / FRAME / 1e9);
    }

    private static Duration time(long frame) {
        return Duration.ofNanos(frame * FRAME * 1_000_000_000L / Audio.HEARING_RATE);
    }
}
