package io.liying.speech.core.engine;

import io.liying.speech.api.RecognitionResult;
import io.liying.speech.api.RecognitionResult.Alternative;
import io.liying.speech.api.Transcript;
import io.liying.speech.api.Transcript.Certainty;
import io.liying.speech.api.Transcript.EngineReport;
import io.liying.speech.core.engine.Attempt.Outcome;
import io.liying.speech.core.text.InventionGate;
import io.liying.speech.core.text.SpokenForm;
import io.liying.speech.core.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Believes the engine whose comparable confidence is highest; engines that agree strengthen one another. */
final class Arbiter {

    private static final int MOST_ALTERNATIVES = 10;

    private final Calibrations calibrations;
    private final double threshold;
    private final InventionGate gate;
    private final SpokenForm spokenForm;

    Arbiter(Calibrations calibrations, double threshold, InventionGate gate, SpokenForm spokenForm) {
        this.calibrations = calibrations;
        this.threshold = threshold;
        this.gate = gate;
        this.spokenForm = spokenForm;
    }

    /** What an engine said, with what speaks against it. */
    private record Judged(Outcome outcome, double reliability, String note) {

        boolean believable() {
            return outcome.result() != null && note.isEmpty();
        }

        String text() {
            RecognitionResult result = outcome.result();
            return result == null ? "" : result.text();
        }
    }

    /**
     * Judges.
     *
     * @param outcomes at least one
     * @param audio how long the utterance is
     * @param elapsed since its end
     */
    Transcript judge(List<Outcome> outcomes, Duration audio, Duration elapsed) {
        List<Judged> judged = outcomes.stream()
                .map(outcome -> judge(outcome, audio))
                .sorted(Comparator.comparingDouble(Judged::reliability).reversed())
                .toList();
        Optional<Judged> best = judged.stream().filter(Judged::believable).findFirst();
        List<EngineReport> reports =
                judged.stream().map(each -> report(each, best.orElse(null))).toList();
        if (best.isEmpty()) {
            return nothing(outcomes.getFirst(), reports, audio, elapsed);
        }
        Outcome chosen = best.get().outcome();
        RecognitionResult result = java.util.Objects.requireNonNull(chosen.result());
        double confidence = agreed(best.get(), judged);
        return new Transcript(
                result.text(),
                spokenForm.written(result.text(), chosen.candidate().language()),
                chosen.candidate().language(),
                confidence,
                result.words(),
                chosen.candidate().engine().id(),
                alternatives(best.get(), judged),
                reports,
                confidence >= threshold ? Certainty.SURE : Certainty.UNSURE,
                audio,
                elapsed);
    }

    private Judged judge(Outcome outcome, Duration audio) {
        RecognitionResult result = outcome.result();
        if (result == null) {
            return new Judged(outcome, 0, "");
        }
        double reliability = calibrations.of(outcome.candidate().engine().id(), outcome.reliability());
        String note = gate.against(result, outcome.candidate().language(), audio, reliability);
        return new Judged(outcome, note.isEmpty() ? reliability : 0, note);
    }

    /** Independent engines that heard the same are rarely wrong together; each halves half of the doubt. */
    private static double agreed(Judged best, List<Judged> all) {
        double doubt = 1 - best.reliability();
        for (Judged other : all) {
            if (other != best && agrees(other, best)) {
                doubt *= Math.sqrt(1 - other.reliability());
            }
        }
        return 1 - doubt;
    }

    private static boolean agrees(Judged other, Judged best) {
        return other.believable()
                && other.outcome().candidate().engine()
                        != best.outcome().candidate().engine()
                && Words.same(other.text(), best.text());
    }

    private static List<Alternative> alternatives(Judged best, List<Judged> all) {
        List<Alternative> alternatives = new ArrayList<>();
        for (Judged each : all) {
            if (each.believable() && !Words.same(each.text(), best.text())) {
                alternatives.add(new Alternative(
                        each.text(),
                        each.reliability(),
                        each.outcome().candidate().engine().id()));
            }
        }
        RecognitionResult result = best.outcome().result();
        if (result != null) {
            alternatives.addAll(result.alternatives());
        }
        return alternatives.stream().limit(MOST_ALTERNATIVES).toList();
    }

    private static EngineReport report(Judged each, @Nullable Judged best) {
        Outcome outcome = each.outcome();
        RecognitionResult result = outcome.result();
        Transcript.Outcome verdict;
        String note = each.note();
        if (outcome.failure() != null) {
            verdict = Transcript.Outcome.FAILED;
            note = outcome.failure().code();
        } else if (result == null) {
            verdict = Transcript.Outcome.TOO_SLOW;
        } else if (!note.isEmpty()) {
            verdict = Transcript.Outcome.REJECTED;
        } else if (each == best) {
            verdict = Transcript.Outcome.CHOSEN;
        } else {
            verdict = best != null && Words.same(each.text(), best.text())
                    ? Transcript.Outcome.AGREED
                    : Transcript.Outcome.DISAGREED;
        }
        return new EngineReport(
                outcome.candidate().engine().id(),
                outcome.candidate().language(),
                each.text(),
                result == null ? 0 : result.confidence(),
                each.reliability(),
                outcome.elapsed(),
                verdict,
                note);
    }

    private static Transcript nothing(Outcome first, List<EngineReport> reports, Duration audio, Duration elapsed) {
        return new Transcript(
                "",
                "",
                first.candidate().language(),
                0,
                List.of(),
                "",
                List.of(),
                reports,
                Certainty.NOTHING,
                audio,
                elapsed);
    }
}
