package io.liying.skill.core;

import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.IntentResult;
import io.liying.nlu.api.IntentTrainer;
import io.liying.runtime.api.Readiness;
import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillException;
import io.liying.skill.api.SkillLease;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.api.Skills;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the skills. When one comes or goes, a model is trained in the background; skills and model then change in one
 * step. Of several generations of a skill the one with the highest {@code service.ranking} answers, the newest of equals.
 */
@Component(
        service = {Skills.class, Readiness.class},
        configurationPid = "io.liying.plugins")
@Designate(ocd = GuestLimits.class)
public final class SkillRegistry implements Skills, Readiness {

    private static final Logger log = LoggerFactory.getLogger(SkillRegistry.class);

    private final Messages messages;
    private final Duration callLimit;
    private final Duration drainLimit;
    private final int concurrentCalls;
    private final Map<Skill, Generation> generations = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable IntentTrainer> trainer = new AtomicReference<>();
    private final AtomicReference<Snapshot> current = new AtomicReference<>(
            Snapshot.of((text, language) -> new IntentResult(Optional.empty(), 1, List.of()), List.of()));
    private final AtomicInteger wanted = new AtomicInteger();
    private final AtomicInteger trained = new AtomicInteger();
    /** Skills still leave after the end; there is nothing to train for them then. */
    private final ThreadPoolExecutor training = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("skill-training").factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    @Activate
    public SkillRegistry(GuestLimits limits, @Reference MessageCatalogs catalogs) {
        this(
                Duration.ofSeconds(limits.call_seconds()),
                Duration.ofSeconds(limits.drain_seconds()),
                limits.concurrent_calls(),
                catalogs.of(SkillRegistry.class));
    }

    SkillRegistry(Duration callLimit, Duration drainLimit, int concurrentCalls, Messages messages) {
        this.callLimit = callLimit;
        this.drainLimit = drainLimit;
        this.concurrentCalls = concurrentCalls;
        this.messages = messages;
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void setTrainer(IntentTrainer added) {
        trainer.set(added);
        retrain();
    }

    void unsetTrainer(IntentTrainer removed) {
        trainer.compareAndSet(removed, null);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addSkill(Skill skill, Map<String, ?> properties) {
        int ranking = properties.get("service.ranking") instanceof Integer value ? value : 0;
        try {
            generations.put(skill, new Generation(skill, ranking, concurrentCalls));
            retrain();
        } catch (RuntimeException | LinkageError broken) {
            log.error(
                    "Skill {} cannot be described and is left out",
                    skill.getClass().getName(),
                    broken);
        }
    }

    /** Returns when the turns that began on the skill have ended, or the drain limit has passed. */
    void removeSkill(Skill skill) {
        Generation gone = generations.remove(skill);
        if (gone == null) {
            return;
        }
        Snapshot without = current.updateAndGet(old -> Snapshot.of(old.model(), answering()));
        gone.close();
        retrain();
        try {
            if (!gone.awaitIdle(drainLimit)) {
                log.warn("Skill {} still had turns after {}", gone.description().id(), drainLimit);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        log.debug("{} skills are left", without.descriptions().size());
    }

    @Deactivate
    void deactivate() {
        training.shutdownNow();
    }

    private void retrain() {
        wanted.incrementAndGet();
        training.execute(this::trainNow);
    }

    private void trainNow() {
        int state = wanted.get();
        IntentTrainer teacher = trainer.get();
        if (state == trained.get() || teacher == null) {
            return;
        }
        List<Generation> answering = answering();
        try {
            IntentModel model = teacher.train(examples(answering));
            current.set(Snapshot.of(model, answering));
        } catch (RuntimeException | LinkageError failure) {
            log.error("The intents could not be trained; the earlier ones stay", failure);
        }
        trained.set(state);
    }

    private static Collection<IntentExamples> examples(List<Generation> answering) {
        Map<String, IntentExamples> examples = new TreeMap<>();
        for (Generation generation : answering) {
            for (IntentExamples intent : generation.description().intents()) {
                if (examples.putIfAbsent(intent.intent(), intent) != null) {
                    log.warn(
                            "Skill {} repeats the intent {}",
                            generation.description().id(),
                            intent.intent());
                }
            }
        }
        return examples.values();
    }

    /** The generation of each skill that answers, in the order of the ids. */
    private List<Generation> answering() {
        Map<String, Generation> best = new HashMap<>();
        for (Generation candidate : generations.values()) {
            best.merge(
                    candidate.description().id(),
                    candidate,
                    (one, other) -> other.ranking() >= one.ranking() ? other : one);
        }
        List<Generation> answering = new ArrayList<>(best.values());
        answering.sort(
                Comparator.comparing(generation -> generation.description().id()));
        return answering;
    }

    @Override
    public List<SkillDescription> descriptions() {
        return current.get().descriptions();
    }

    @Override
    public IntentModel model() {
        return current.get().model();
    }

    @Override
    public Optional<SkillLease> lease(String intent) {
        Generation generation = current.get().byIntent().get(intent);
        while (generation != null && !generation.acquire()) {
            Generation next = current.get().byIntent().get(intent);
            generation = next == generation ? null : next;
        }
        return Optional.ofNullable(generation).map(Lease::new);
    }

    @Override
    public Optional<String> waitingFor() {
        return wanted.get() != trained.get() ? Optional.of("the training of the intents") : Optional.empty();
    }

    private final class Lease implements SkillLease {

        private final Generation generation;
        private final AtomicBoolean ended = new AtomicBoolean();

        Lease(Generation generation) {
            this.generation = generation;
        }

        @Override
        public SkillDescription description() {
            return generation.description();
        }

        @Override
        public SkillAnswer answer(SkillRequest request) throws SkillException, InterruptedException {
            return GuestCall.run(generation, request, callLimit, messages);
        }

        @Override
        public void close() {
            if (!ended.getAndSet(true)) {
                generation.release();
            }
        }
    }
}
