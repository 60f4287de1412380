package io.liying.nlu.api.training;

import io.liying.i18n.api.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Lets a person bring sentences, learn them, measure how well they are understood, and go back. All of it stays in the data
 * folder. Safe for use by many threads.
 */
@ProviderType
public interface Training {

    /**
     * Reads sentences; lines that cannot be used are told and do not stop the others.
     *
     * @param file is only read
     * @throws TrainingException if nothing in it can be used, or it cannot be kept
     */
    DataSet importFile(Path file, ImportOrder order) throws TrainingException;

    /** What was imported, in the order of the names. */
    List<DataSet> sets();

    /** Forgets a data set; versions made of it stay. False if there is none. */
    boolean removeSet(String id) throws TrainingException;

    /** The intents of the installed skills, in order. */
    List<String> intents();

    /**
     * Begins to train or to measure in the background.
     *
     * @throws TrainingException if the order names what is not there, or too much is waiting
     */
    Run start(RunOrder order) throws TrainingException;

    /** The runs since the start, the latest first; only some are remembered. */
    List<Run> runs();

    Optional<Run> run(long id);

    /** Waits until a run changes or some seconds have passed; returns it as it is then. */
    Optional<Run> await(Run seen) throws InterruptedException;

    /** Ends a run at its next step; nothing of it is kept. */
    void cancel(long id);

    /** The versions, the latest first. */
    List<Version> versions();

    /** What was measured when a version was made. */
    Optional<Evaluation> report(int version) throws TrainingException;

    /**
     * Makes a version the one that counts, earlier or later. Returns when it is understood with it.
     *
     * @throws TrainingException if there is none, or it cannot be learnt; the other goes on then
     */
    Version use(int version) throws TrainingException, InterruptedException;

    /**
     * Goes back to the version before the one that counts. Before the first one there are no own sentences.
     *
     * @return empty if LiYing is without own sentences now
     * @throws TrainingException if there is nothing to go back from
     */
    Optional<Version> rollBack(String model) throws TrainingException, InterruptedException;

    /** What is wrong, with which thing, and what to do. */
    String explain(TrainingException problem, Language reader);

    /** What is wrong with a line, and what to do. */
    String explain(LineProblem problem, Language reader);
}
