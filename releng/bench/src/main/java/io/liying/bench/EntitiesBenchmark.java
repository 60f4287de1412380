package io.liying.bench;

import io.liying.i18n.api.Language;
import io.liying.nlu.entity.LexiconEntityExtractor;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many of the hand-written cases are read as they were meant, and what a sentence costs. */
final class EntitiesBenchmark implements Benchmark {

    private static final int WARM_UP = 200;

    private final LexiconEntityExtractor extractor = new LexiconEntityExtractor();

    /** How many cases of a kind there are, and how many were read right. */
    private record Score(int right, int all) {
        Score plus(boolean met) {
            return new Score(right + (met ? 1 : 0), all + 1);
        }

        @Override
        public String toString() {
            return right + "/" + all;
        }
    }

    @Override
    public String name() {
        return "entities";
    }

    @Override
    public String summary() {
        return "dates, times, numbers and durations read right on the case files of each language [ROUNDS]";
    }

    @Override
    public Report run(Path home, Path work, List<String> arguments) throws Exception {
        int rounds = Bench.number(arguments, 0, 100);
        Report report = new Report(name());
        Map<String, Score> kinds = new TreeMap<>();
        int right = 0;
        int all = 0;
        for (Language language : Language.values()) {
            List<EntityCase> cases = EntityCase.read(home, language);
            Map<String, Score> scores = new TreeMap<>();
            for (EntityCase each : cases) {
                boolean met = each.isMetBy(extractor.extract(each.text(), language, each.now()));
                scores.merge(each.kind(), new Score(met ? 1 : 0, 1), (one, other) -> one.plus(met));
                kinds.merge(each.kind(), new Score(met ? 1 : 0, 1), (one, other) -> one.plus(met));
                right += met ? 1 : 0;
                all++;
            }
            int met = scores.values().stream().mapToInt(Score::right).sum();
            report.figure("accuracy_" + language.code(), met / (double) cases.size())
                    .figure("cpu_" + language.code() + "_us", micros(cases, rounds))
                    .note(language.code() + ": " + listed(scores));
        }
        report.figure("cases", all).figure("accuracy", right / (double) all);
        kinds.forEach((kind, score) -> report.figure("accuracy_of_" + kind, score.right() / (double) score.all()));
        for (Language language : Language.values()) {
            report.atLeast("accuracy_" + language.code(), 0.98).atMost("cpu_" + language.code() + "_us", 30);
        }
        return report.loadAverage()
                .note(
                        "the extractor was written against these cases; on sentences that nobody wrote down it reads fewer");
    }

    private static String listed(Map<String, Score> scores) {
        return scores.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "))
                .toLowerCase(Locale.ROOT);
    }

    /** The processor's time for a sentence, in microseconds, once the compiler has finished. */
    private double micros(List<EntityCase> cases, int rounds) {
        for (int round = 0; round < WARM_UP; round++) {
            cases.forEach(each -> extractor.extract(each.text(), each.language(), each.now()));
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        for (int round = 0; round < rounds; round++) {
            cases.forEach(each -> extractor.extract(each.text(), each.language(), each.now()));
        }
        return (threads.getCurrentThreadCpuTime() - begin) / 1e3 / rounds / cases.size();
    }
}
