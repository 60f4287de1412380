package io.liying.nlu.training;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.nlu.api.LanguageDetector;
import io.liying.nlu.api.training.DataSet;
import io.liying.nlu.api.training.Evaluation;
import io.liying.nlu.api.training.ImportOrder;
import io.liying.nlu.api.training.LineProblem;
import io.liying.nlu.api.training.Run;
import io.liying.nlu.api.training.RunOrder;
import io.liying.nlu.api.training.Training;
import io.liying.nlu.api.training.TrainingException;
import io.liying.nlu.api.training.Version;
import io.liying.nlu.training.read.FileReader;
import io.liying.nlu.training.read.ReadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Training on this machine: files in the data folder, one run at a time in the background. */
@Component(
        service = {Training.class, LocalTraining.class},
        configurationPid = "io.liying.nlu")
@Designate(ocd = TrainingConfig.class)
public final class LocalTraining implements Training {

    private static final int PROBLEMS = 200;
    private static final int LEAST_FOLDS = 2;
    private static final int MOST_FOLDS = 20;

    /** How much may be imported and kept. */
    record Limits(ReadLimits reading, int sets, int versions) {

        static Limits of(TrainingConfig config) {
            return new Limits(
                    new ReadLimits(config.training_sentences(), config.training_characters(), PROBLEMS),
                    config.training_sets(),
                    config.training_versions());
        }
    }

    private final LanguageDetector detector;
    private final Messages messages;
    private final Clock clock;
    private final SetStore sets;
    private final VersionStore versions;
    private final Subjects subjects;
    private final LiveVersions live;
    private final Runs runs;
    private volatile Limits limits;

    @Activate
    public LocalTraining(
            BundleContext context,
            TrainingConfig config,
            @Reference Understanding understanding,
            @Reference MessageCatalogs catalogs,
            @Reference Clock clock) {
        this(Folders.of(context), Limits.of(config), understanding, catalogs.of(LocalTraining.class), clock);
    }

    LocalTraining(Path folder, Limits limits, Understanding understanding, Messages messages, Clock clock) {
        this.limits = limits;
        this.detector = understanding.detector();
        this.messages = messages;
        this.clock = clock;
        sets = new SetStore(folder);
        versions = new VersionStore(folder);
        subjects = new Subjects(understanding.skills(), understanding.trainer(), versions);
        live = new LiveVersions(versions, understanding.learning(), clock, () -> this.limits.versions());
        runs = new Runs(new Trainings(sets, subjects, live), clock);
    }

    @Modified
    void modified(TrainingConfig config) {
        limits = Limits.of(config);
    }

    @Deactivate
    void deactivate() {
        runs.close();
    }

    LiveVersions live() {
        return live;
    }

    @Override
    public DataSet importFile(Path file, ImportOrder order) throws TrainingException {
        Limits now = limits;
        return disk(() -> {
            boolean isNew = sets.find(SetStore.id(order.name())).isEmpty();
            if (isNew && sets.list().size() >= now.sets()) {
                throw new TrainingException("sets.full", Map.of("most", now.sets()));
            }
            FileReader.Content content = new FileReader(detector, now.reading()).read(Files.readAllBytes(file), order);
            return known(sets.keep(order.name(), clock.instant(), content));
        });
    }

    @Override
    public List<DataSet> sets() {
        try {
            return disk(sets::list).stream().map(this::known).toList();
        } catch (TrainingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private DataSet known(DataSet set) {
        Set<String> known = new TreeSet<>(set.intents().keySet());
        known.retainAll(subjects.intents());
        return new DataSet(
                set.id(),
                set.name(),
                set.importedAt(),
                set.sentences(),
                set.intents(),
                set.languages(),
                List.copyOf(known),
                set.lines(),
                set.problemCount(),
                set.problems());
    }

    @Override
    public boolean removeSet(String id) throws TrainingException {
        return disk(() -> sets.remove(id));
    }

    @Override
    public List<String> intents() {
        return List.copyOf(subjects.intents());
    }

    @Override
    public Run start(RunOrder order) throws TrainingException {
        disk(() -> {
            check(order);
            return true;
        });
        return runs.start(order);
    }

    private void check(RunOrder order) throws TrainingException, IOException {
        checkSet(order.set());
        switch (order) {
            case RunOrder.Train train -> {
                if (train.test().isPresent()) {
                    checkSet(train.test().get());
                }
            }
            case RunOrder.Evaluate evaluate -> subjects.check(evaluate.subject());
            case RunOrder.CrossValidate cross -> {
                if (cross.folds() < LEAST_FOLDS || cross.folds() > MOST_FOLDS) {
                    throw new TrainingException(
                            "folds", Map.of("folds", cross.folds(), "least", LEAST_FOLDS, "most", MOST_FOLDS));
                }
            }
            case RunOrder.Compare compare -> {
                subjects.check(compare.first());
                subjects.check(compare.second());
            }
        }
    }

    private void checkSet(String id) throws TrainingException, IOException {
        Optional<DataSet> set = sets.find(id);
        if (set.isEmpty()) {
            throw new TrainingException("set.unknown", Map.of("set", id));
        }
        if (set.get().sentences() == 0) {
            throw new TrainingException("set.empty", Map.of("set", id));
        }
    }

    @Override
    public List<Run> runs() {
        return runs.list();
    }

    @Override
    public Optional<Run> run(long id) {
        return runs.find(id);
    }

    @Override
    public Optional<Run> await(Run seen) throws InterruptedException {
        return runs.await(seen);
    }

    @Override
    public void cancel(long id) {
        runs.cancel(id);
    }

    @Override
    public List<Version> versions() {
        try {
            return disk(versions::list);
        } catch (TrainingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Override
    public Optional<Evaluation> report(int version) throws TrainingException {
        return disk(() -> versions.report(version));
    }

    @Override
    public Version use(int version) throws TrainingException, InterruptedException {
        return diskOrInterrupted(() -> live.use(version));
    }

    @Override
    public Optional<Version> rollBack(String model) throws TrainingException, InterruptedException {
        return diskOrInterrupted(() -> live.rollBack(model));
    }

    @Override
    public String explain(TrainingException problem, Language reader) {
        return messages.text(reader, problem.code(), problem.details());
    }

    @Override
    public String explain(LineProblem problem, Language reader) {
        return messages.text(reader, problem.code(), problem.details());
    }

    /** Something that reads or writes the data folder. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException, TrainingException, InterruptedException;
    }

    private static <T> T disk(Work<T> work) throws TrainingException {
        try {
            return diskOrInterrupted(work);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TrainingException("stopped", Map.of());
        }
    }

    static <T> T diskOrInterrupted(Work<T> work) throws TrainingException, InterruptedException {
        try {
            return work.run();
        } catch (IOException failed) {
            throw Runs.onDisk(failed);
        }
    }
}
