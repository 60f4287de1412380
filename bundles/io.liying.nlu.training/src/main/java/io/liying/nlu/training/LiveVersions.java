package io.liying.nlu.training;

import io.liying.nlu.api.training.Evaluation;
import io.liying.nlu.api.training.TrainingException;
import io.liying.nlu.api.training.Version;
import io.liying.skill.api.host.IntentLearning;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which version people are understood with: changed one at a time, on the disk first, and taken back if it cannot be learnt. */
final class LiveVersions {

    private static final Logger log = LoggerFactory.getLogger(LiveVersions.class);

    private final VersionStore versions;
    private final IntentLearning learning;
    private final Clock clock;
    private final IntSupplier most;
    private final ReentrantLock lock = new ReentrantLock();

    LiveVersions(VersionStore versions, IntentLearning learning, Clock clock, IntSupplier most) {
        this.versions = versions;
        this.learning = learning;
        this.clock = clock;
        this.most = most;
    }

    /** What the assistant has learnt from elsewhere than one origin. */
    List<OwnSentence> besides(String origin) throws IOException {
        return now().stream().filter(one -> !one.origin().equals(origin)).toList();
    }

    List<OwnSentence> now() throws IOException {
        OptionalInt active = versions.active().of(Version.ASSISTANT);
        return active.isEmpty() ? List.of() : versions.sentences(active.getAsInt());
    }

    /** Keeps a version and makes it the one that counts. */
    Version keep(String model, String source, List<OwnSentence> sentences, Optional<Evaluation> report)
            throws IOException, TrainingException, InterruptedException {
        lock.lockInterruptibly();
        try {
            Version kept = versions.keep(model, source, clock.instant(), sentences, report);
            try {
                count(model, OptionalInt.of(kept.number()));
            } catch (TrainingException refused) {
                versions.delete(kept.number());
                throw refused;
            }
            versions.prune(most.getAsInt());
            return found(kept.number());
        } finally {
            lock.unlock();
        }
    }

    /** Learns one more sentence. Sentences that are reviewed one after the other make one version, not a hundred. */
    Version learn(OwnSentence added) throws IOException, TrainingException, InterruptedException {
        lock.lockInterruptibly();
        try {
            List<OwnSentence> before = now();
            List<OwnSentence> sentences = new java.util.ArrayList<>(before.stream()
                    .filter(one ->
                            !one.sentence().text().equals(added.sentence().text()))
                    .toList());
            sentences.add(added);
            OptionalInt parent = versions.active().of(Version.ASSISTANT);
            boolean goesOn = parent.isPresent()
                    && found(parent.getAsInt()).source().equals(OwnSentence.REVIEW)
                    && found(parent.getAsInt())
                            .createdAt()
                            .isAfter(clock.instant().minusSeconds(3600));
            Version kept = keep(Version.ASSISTANT, OwnSentence.REVIEW, sentences, Optional.empty());
            if (goesOn) {
                versions.delete(parent.getAsInt());
            }
            return kept;
        } finally {
            lock.unlock();
        }
    }

    Version use(int number) throws IOException, TrainingException, InterruptedException {
        lock.lockInterruptibly();
        try {
            count(found(number).model(), OptionalInt.of(number));
            return found(number);
        } finally {
            lock.unlock();
        }
    }

    Optional<Version> rollBack(String model) throws IOException, TrainingException, InterruptedException {
        lock.lockInterruptibly();
        try {
            OptionalInt active = versions.active().of(model);
            if (active.isEmpty()) {
                throw new TrainingException("version.none", Map.of("model", model));
            }
            Optional<Version> earlier = versions.list().stream()
                    .filter(version -> version.model().equals(model) && version.number() < active.getAsInt())
                    .findFirst();
            if (earlier.isEmpty() && !model.equals(Version.ASSISTANT)) {
                throw new TrainingException("version.first", Map.of("model", model));
            }
            count(
                    model,
                    earlier.map(version -> OptionalInt.of(version.number())).orElseGet(OptionalInt::empty));
            return earlier.isEmpty() ? earlier : Optional.of(found(earlier.get().number()));
        } finally {
            lock.unlock();
        }
    }

    private Version found(int number) throws IOException, TrainingException {
        return versions.find(number).orElseThrow(() -> Subjects.unknown(Integer.toString(number)));
    }

    private void count(String model, OptionalInt number) throws IOException, TrainingException, InterruptedException {
        OptionalInt before = versions.active().of(model);
        versions.active().put(model, number);
        if (!model.equals(Version.ASSISTANT)) {
            return;
        }
        try {
            learning.relearn();
        } catch (IllegalArgumentException | InterruptedException failed) {
            versions.active().put(model, before);
            if (failed instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            log.warn("Version {} cannot be learnt; the one before stays", number, failed);
            throw new TrainingException("version.failed", Map.of("version", number.orElse(0)));
        }
    }
}
