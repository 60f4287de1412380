package io.liying.bench;

import io.liying.bench.LabelledTexts.Item;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.IntentResult;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How well a model tells the intents of texts that it did not learn from. */
final class IntentScores {

    private static final int BINS = 10;

    private int all;
    private int right;
    private int inScope;
    private int rightInScope;
    private int outOfScope;
    private int refused;
    private long nanos;
    private final double[] confidence = new double[BINS];
    private final double[] hits = new double[BINS];

    /** For each intent: how often it was right, chosen and meant. */
    private final Map<String, int[]> intents = new TreeMap<>();

    static IntentScores of(IntentModel model, Language language, List<Item> items) {
        IntentScores scores = new IntentScores();
        for (Item item : items) {
            String text = item.phrase().text();
            long begin = System.nanoTime();
            IntentResult result = model.classify(text, language);
            scores.nanos += System.nanoTime() - begin;
            scores.add(item, result);
        }
        return scores;
    }

    private void add(Item item, IntentResult result) {
        String chosen = result.intent().orElse(LabelledTexts.OUT_OF_SCOPE);
        boolean hit = chosen.equals(item.intent());
        all++;
        right += hit ? 1 : 0;
        if (item.inScope()) {
            inScope++;
            rightInScope += hit ? 1 : 0;
        } else {
            outOfScope++;
            refused += hit ? 1 : 0;
        }
        int bin = Math.min(BINS - 1, (int) (result.confidence() * BINS));
        confidence[bin] += result.confidence();
        hits[bin] += hit ? 1 : 0;
        count(item.intent())[2]++;
        count(chosen)[1]++;
        if (hit) {
            count(chosen)[0]++;
        }
    }

    private int[] count(String intent) {
        return intents.computeIfAbsent(intent, name -> new int[3]);
    }

    /** Adds the figures under names that begin with {@code prefix}. */
    void report(Report report, String prefix) {
        report.figure(prefix + "_accuracy", (double) right / all)
                .figure(prefix + "_in_scope_accuracy", (double) rightInScope / Math.max(1, inScope));
        if (outOfScope > 0) {
            report.figure(prefix + "_out_of_scope_recall", (double) refused / outOfScope);
        }
        report.figure(prefix + "_macro_f1", macroF1())
                .figure(prefix + "_calibration_error", calibrationError())
                .figure(prefix + "_ms_per_text", nanos / 1e6 / all);
    }

    private double macroF1() {
        return intents.values().stream()
                .filter(counts -> counts[2] > 0)
                .mapToDouble(counts -> 2.0 * counts[0] / (counts[1] + counts[2]))
                .average()
                .orElse(0);
    }

    /** The expected calibration error over ten bins of equal width (Guo et al., 2017). */
    private double calibrationError() {
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sum += Math.abs(confidence[bin] - hits[bin]);
        }
        return sum / all;
    }
}
