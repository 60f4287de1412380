package io.liying.nlu.training.score;

import static java.util.stream.Collectors.groupingBy;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.training.Evaluation;
import io.liying.nlu.api.training.Evaluation.Bin;
import io.liying.nlu.api.training.Evaluation.Confusion;
import io.liying.nlu.api.training.Evaluation.IntentFigures;
import io.liying.nlu.api.training.Evaluation.LanguageFigures;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts verdicts. */
public final class Scores {

    private static final int BINS = 10;
    private static final int EXAMPLES = 5;
    private static final int MISSING = 20;
    private static final String NONE = IntentExamples.NONE;

    private final List<Verdict> verdicts;

    public Scores(List<Verdict> verdicts) {
        this.verdicts = List.copyOf(verdicts);
    }

    /**
     * What is known of a measuring besides its verdicts.
     *
     * @param learnt how many sentences were learnt for it
     * @param phrases what the subject was learnt from, for the coverage
     * @param leftOut labels that the subject does not know
     */
    public record Circumstances(
            String subject,
            String set,
            int learnt,
            double deviation,
            double learnSeconds,
            double microsecondsPerSentence,
            Collection<IntentExamples> phrases,
            List<String> leftOut) {}

    public double accuracy() {
        return share(verdicts, verdict -> true);
    }

    public Evaluation evaluation(Circumstances about) {
        List<Bin> bins = bins();
        List<IntentFigures> intents = intents();
        return new Evaluation(
                about.subject(),
                about.set(),
                about.learnt(),
                verdicts.size(),
                accuracy(),
                share(verdicts, verdict -> !verdict.sentence().intent().equals(NONE)),
                share(verdicts, verdict -> verdict.sentence().intent().equals(NONE)),
                intents.stream()
                        .filter(intent -> intent.sentences() > 0)
                        .mapToDouble(IntentFigures::f1)
                        .average()
                        .orElse(0),
                bins.stream()
                                .mapToDouble(bin -> bin.count() * Math.abs(bin.confidence() - bin.accuracy()))
                                .sum()
                        / Math.max(1, verdicts.size()),
                about.deviation(),
                about.learnSeconds(),
                about.microsecondsPerSentence(),
                intents,
                confusions(),
                bins,
                languages(about.phrases()),
                about.leftOut());
    }

    private static double share(List<Verdict> verdicts, java.util.function.Predicate<Verdict> counted) {
        List<Verdict> some = verdicts.stream().filter(counted).toList();
        return some.isEmpty()
                ? 0
                : (double) some.stream().filter(Verdict::isRight).count() / some.size();
    }

    private List<IntentFigures> intents() {
        Map<String, int[]> counts = new TreeMap<>();
        for (Verdict verdict : verdicts) {
            counts.computeIfAbsent(verdict.sentence().intent(), name -> new int[3])[0]++;
            counts.computeIfAbsent(verdict.predicted(), name -> new int[3])[1]++;
            if (verdict.isRight()) {
                counts.get(verdict.predicted())[2]++;
            }
        }
        List<IntentFigures> figures = new ArrayList<>();
        counts.forEach((intent, count) -> {
            double precision = count[1] == 0 ? 0 : (double) count[2] / count[1];
            double recall = count[0] == 0 ? 0 : (double) count[2] / count[0];
            double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
            figures.add(new IntentFigures(intent, count[0], count[1], count[2], precision, recall, f1));
        });
        return figures;
    }

    private List<Confusion> confusions() {
        record Pair(String expected, String predicted) {}
        Map<Pair, List<Verdict>> pairs = verdicts.stream()
                .filter(verdict -> !verdict.isRight())
                .collect(groupingBy(verdict -> new Pair(verdict.sentence().intent(), verdict.predicted())));
        return pairs.entrySet().stream()
                .map(pair -> new Confusion(
                        pair.getKey().expected(),
                        pair.getKey().predicted(),
                        pair.getValue().size(),
                        pair.getValue().stream()
                                .sorted(Comparator.comparingDouble(Verdict::confidence)
                                        .reversed())
                                .limit(EXAMPLES)
                                .map(verdict -> verdict.sentence().text())
                                .toList()))
                .sorted(Comparator.comparingInt(Confusion::count)
                        .reversed()
                        .thenComparing(Confusion::expected)
                        .thenComparing(Confusion::predicted))
                .toList();
    }

    private List<Bin> bins() {
        int[] counts = new int[BINS];
        int[] right = new int[BINS];
        double[] confidence = new double[BINS];
        for (Verdict verdict : verdicts) {
            int bin = Math.clamp((int) (verdict.confidence() * BINS), 0, BINS - 1);
            counts[bin]++;
            right[bin] += verdict.isRight() ? 1 : 0;
            confidence[bin] += verdict.confidence();
        }
        List<Bin> bins = new ArrayList<>(BINS);
        for (int i = 0; i < BINS; i++) {
            int count = Math.max(1, counts[i]);
            bins.add(new Bin(
                    i / (double) BINS,
                    (i + 1) / (double) BINS,
                    counts[i],
                    confidence[i] / count,
                    right[i] / (double) count));
        }
        return bins;
    }

    private List<LanguageFigures> languages(Collection<IntentExamples> phrases) {
        Map<Language, List<Verdict>> byLanguage = new EnumMap<>(Language.class);
        verdicts.forEach(verdict -> byLanguage
                .computeIfAbsent(verdict.sentence().language(), language -> new ArrayList<>())
                .add(verdict));
        phrases.forEach(
                intent -> intent.phrases().keySet().forEach(language -> byLanguage.putIfAbsent(language, List.of())));
        Set<String> all = new TreeSet<>();
        phrases.forEach(intent -> all.add(intent.intent()));
        all.remove(NONE);
        List<LanguageFigures> figures = new ArrayList<>();
        byLanguage.forEach((language, some) -> {
            Set<String> missing = new TreeSet<>(all);
            phrases.stream()
                    .filter(intent ->
                            !intent.phrases().getOrDefault(language, List.of()).isEmpty())
                    .forEach(intent -> missing.remove(intent.intent()));
            figures.add(new LanguageFigures(
                    language.code(),
                    some.size(),
                    share(some, verdict -> true),
                    all.size() - missing.size(),
                    all.size(),
                    missing.stream().limit(MISSING).toList()));
        });
        return figures;
    }
}
