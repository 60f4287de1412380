package io.liying.nlu.api.training;

import java.time.Instant;
import java.util.Optional;

/**
 * A training or measuring, as it is at one moment.
 *
 * @param phase what it does: {@code waiting}, {@code learning}, {@code measuring}, {@code keeping}
 * @param done how much of {@code total} is done in all phases
 * @param total sentences to learn and to classify
 * @param startedAt when it was asked for
 * @param milliseconds how long it has taken
 * @param version what a training has made
 * @param evaluation what came out, once it is over
 * @param comparison what came out of comparing
 * @param failure why it ended without a result
 */
public record Run(
        long id,
        RunOrder order,
        State state,
        String phase,
        int done,
        int total,
        Instant startedAt,
        long milliseconds,
        Optional<Version> version,
        Optional<Evaluation> evaluation,
        Optional<Comparison> comparison,
        Optional<TrainingException> failure) {

    /** How far it is. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }
}
