package io.liying.nlu.training;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.IntentResult;
import io.liying.nlu.api.MarkedPhrase;
import io.liying.nlu.api.training.Evaluation;
import io.liying.nlu.api.training.RunOrder;
import io.liying.nlu.api.training.TrainingException;
import io.liying.nlu.api.training.Version;
import io.liying.nlu.training.read.Sentence;
import io.liying.nlu.training.score.Comparing;
import io.liying.nlu.training.score.Scores;
import io.liying.nlu.training.score.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Does what a run's order says. One run at a time. */
final class Trainings {

    /** The name of what is just being learnt. */
    private static final String NEW = "new";

    private static final int FOLDS_OF_FEW = 3;
    private static final int STEP = 50;

    private final SetStore sets;
    private final Subjects subjects;
    private final LiveVersions live;

    Trainings(SetStore sets, Subjects subjects, LiveVersions live) {
        this.sets = sets;
        this.subjects = subjects;
        this.live = live;
    }

    /** The sentences of a set that can be learnt, and whether they are for the installed skills or stand alone. */
    private record Lesson(boolean forAssistant, List<Sentence> sentences, List<String> leftOut) {}

    void run(RunOrder order, RunProgress progress) throws TrainingException, IOException, InterruptedException {
        switch (order) {
            case RunOrder.Train train -> train(train, progress);
            case RunOrder.Evaluate evaluate -> evaluate(evaluate, progress);
            case RunOrder.CrossValidate cross -> crossValidate(cross, progress);
            case RunOrder.Compare compare -> compare(compare, progress);
        }
    }

    private Lesson lesson(String set) throws TrainingException, IOException {
        List<Sentence> sentences = sets.sentences(set);
        Set<String> installed = subjects.intents();
        Set<String> unknown = new TreeSet<>();
        sentences.forEach(one -> unknown.add(one.intent()));
        boolean forAssistant = unknown.removeAll(installed);
        unknown.remove(IntentExamples.NONE);
        if (!forAssistant) {
            if (unknown.size() < 2) {
                throw new TrainingException("set.intents", Map.of("set", set, "intents", unknown.size()));
            }
            return new Lesson(false, sentences, List.of());
        }
        List<Sentence> known = sentences.stream()
                .filter(one -> !unknown.contains(one.intent()))
                .toList();
        return new Lesson(true, known, List.copyOf(unknown));
    }

    private void train(RunOrder.Train order, RunProgress progress)
            throws TrainingException, IOException, InterruptedException {
        Lesson lesson = lesson(order.set());
        String model = lesson.forAssistant() ? Version.ASSISTANT : order.set();
        List<OwnSentence> others = lesson.forAssistant() ? live.besides(order.set()) : List.of();
        Split split = Split.holdOut(lesson.sentences());
        Evaluation report;
        Optional<Subject> whole = Optional.empty();
        if (order.test().isPresent()) {
            List<Sentence> test = sets.sentences(order.test().get());
            progress.expect(lesson.sentences().size() + test.size());
            Subject subject = learn(new Split(lesson.sentences(), test), lesson, others, progress);
            whole = Optional.of(subject);
            report = measure(subject, order.test().get(), test, progress);
        } else if (split.measure().isEmpty()) {
            report = crossed(order.set(), lesson, others, FOLDS_OF_FEW, progress);
        } else {
            progress.expect(split.learn().size() + split.measure().size());
            Subject subject = learn(split, lesson, others, progress);
            report = measure(subject, order.set(), split.measure(), progress, lesson.leftOut());
        }
        progress.measured(report);
        progress.phase("keeping");
        List<OwnSentence> all = new ArrayList<>(others);
        lesson.sentences().forEach(one -> all.add(new OwnSentence(order.set(), one)));
        Version version = live.keep(model, order.set(), all, Optional.of(report));
        whole.ifPresent(subject -> subjects.remember(version.number(), subject));
        progress.kept(version);
    }

    /** Learns what is to be learnt, in the languages of what is to be measured. */
    private Subject learn(Split split, Lesson lesson, List<OwnSentence> others, RunProgress progress) {
        progress.phase("learning");
        List<Sentence> own = new ArrayList<>(OwnSentence.plain(others));
        own.addAll(split.learn());
        Subject subject = lesson.forAssistant()
                ? subjects.ofAssistant(NEW, own, languages(split.measure()))
                : subjects.alone(NEW, own);
        progress.advance(split.learn().size());
        return subject;
    }

    private static Set<Language> languages(List<Sentence> sentences) {
        Set<Language> languages = EnumSet.noneOf(Language.class);
        sentences.forEach(one -> languages.add(one.language()));
        return languages;
    }

    private void evaluate(RunOrder.Evaluate order, RunProgress progress) throws TrainingException, IOException {
        List<Sentence> sentences = sets.sentences(order.set());
        progress.expect(sentences.size());
        progress.phase("learning");
        progress.measured(
                measure(subjects.find(order.subject(), languages(sentences)), order.set(), sentences, progress));
    }

    private void crossValidate(RunOrder.CrossValidate order, RunProgress progress)
            throws TrainingException, IOException {
        Lesson lesson = lesson(order.set());
        List<OwnSentence> others = lesson.forAssistant() ? live.besides(order.set()) : List.of();
        progress.measured(crossed(order.set(), lesson, others, order.folds(), progress));
    }

    private Evaluation crossed(String set, Lesson lesson, List<OwnSentence> others, int folds, RunProgress progress) {
        progress.expect(lesson.sentences().size() * folds);
        List<Verdict> all = new ArrayList<>();
        List<Double> accuracies = new ArrayList<>();
        double learning = 0;
        double classifying = 0;
        Subject last = null;
        for (Split fold : Split.folds(lesson.sentences(), folds)) {
            Subject subject = learn(fold, lesson, others, progress);
            long begin = System.nanoTime();
            List<Verdict> verdicts = verdicts(subject, fold.measure(), progress);
            classifying += (System.nanoTime() - begin) / 1e3;
            learning += subject.seconds();
            accuracies.add(new Scores(verdicts).accuracy());
            all.addAll(verdicts);
            last = subject;
        }
        return new Scores(all)
                .evaluation(new Scores.Circumstances(
                        NEW,
                        set,
                        lesson.sentences().size(),
                        deviation(accuracies),
                        learning,
                        classifying / Math.max(1, all.size()),
                        last == null ? List.of() : last.phrases(),
                        lesson.leftOut()));
    }

    private static double deviation(List<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1));
    }

    private void compare(RunOrder.Compare order, RunProgress progress) throws TrainingException, IOException {
        List<Sentence> sentences = sets.sentences(order.set());
        progress.expect(2 * sentences.size());
        progress.phase("learning");
        Subject first = subjects.find(order.first(), languages(sentences));
        Subject second = subjects.find(order.second(), languages(sentences));
        Set<String> labels = first.labels();
        labels.retainAll(second.labels());
        List<Sentence> common = known(order.set(), sentences, labels);
        Measured one = measured(first, order.set(), common, progress, leftOut(sentences, labels));
        Measured other = measured(second, order.set(), common, progress, leftOut(sentences, labels));
        progress.compared(Comparing.of(one.report(), one.verdicts(), other.report(), other.verdicts()));
    }

    private record Measured(Evaluation report, List<Verdict> verdicts) {}

    private Evaluation measure(Subject subject, String set, List<Sentence> sentences, RunProgress progress)
            throws TrainingException {
        return measure(
                subject, set, known(set, sentences, subject.labels()), progress, leftOut(sentences, subject.labels()));
    }

    private Evaluation measure(
            Subject subject, String set, List<Sentence> sentences, RunProgress progress, List<String> leftOut) {
        return measured(subject, set, sentences, progress, leftOut).report();
    }

    private static Measured measured(
            Subject subject, String set, List<Sentence> sentences, RunProgress progress, List<String> leftOut) {
        long begin = System.nanoTime();
        List<Verdict> verdicts = verdicts(subject, sentences, progress);
        double micros = (System.nanoTime() - begin) / 1e3 / Math.max(1, verdicts.size());
        Evaluation report = new Scores(verdicts)
                .evaluation(new Scores.Circumstances(
                        subject.name(),
                        set,
                        subject.learnt(),
                        0,
                        subject.seconds(),
                        micros,
                        subject.phrases(),
                        leftOut));
        return new Measured(report, verdicts);
    }

    private static List<Sentence> known(String set, List<Sentence> sentences, Set<String> labels)
            throws TrainingException {
        List<Sentence> known =
                sentences.stream().filter(one -> labels.contains(one.intent())).toList();
        if (known.isEmpty()) {
            throw new TrainingException("set.foreign", Map.of("set", set));
        }
        return known;
    }

    private static List<String> leftOut(List<Sentence> sentences, Set<String> labels) {
        Set<String> foreign = new TreeSet<>();
        sentences.forEach(one -> foreign.add(one.intent()));
        foreign.removeAll(labels);
        return List.copyOf(foreign);
    }

    private static List<Verdict> verdicts(Subject subject, List<Sentence> sentences, RunProgress progress) {
        progress.phase("measuring");
        List<Verdict> verdicts = new ArrayList<>(sentences.size());
        for (Sentence sentence : sentences) {
            String text = MarkedPhrase.parse(sentence.text()).text();
            IntentResult result = subject.model().classify(text, sentence.language());
            verdicts.add(new Verdict(sentence, result.intent().orElse(IntentExamples.NONE), result.confidence()));
            if (verdicts.size() % STEP == 0) {
                progress.advance(STEP);
            }
        }
        progress.advance(sentences.size() % STEP);
        return verdicts;
    }
}
