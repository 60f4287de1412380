package io.liying.skill.core;

import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.IntentTrainer;
import io.liying.nlu.api.SlotModel;
import io.liying.nlu.api.SlotTrainer;
import io.liying.nlu.api.training.OwnExamples;
import io.liying.runtime.api.Readiness;
import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillLease;
import io.liying.skill.api.Skills;
import io.liying.skill.api.host.IntentLearning;
import io.liying.skill.api.host.Replacement;
import io.liying.skill.api.host.SkillHost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
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
        service = {Skills.class, SkillHost.class, IntentLearning.class, Readiness.class},
        configurationPid = "io.liying.plugins")
@Designate(ocd = GuestLimits.class)
public final class SkillRegistry implements Skills, SkillHost, IntentLearning, Readiness {

    private static final Logger log = LoggerFactory.getLogger(SkillRegistry.class);

    private final Messages messages;
    private final BooleanSupplier stopping;
    private volatile Guests guests;
    private final Map<Skill, Generation> generations = new ConcurrentHashMap<>();
    private final Learning learning = new Learning();
    private final AtomicReference<Snapshot> current = new AtomicReference<>(Snapshot.of(Models.NONE, List.of()));
    /** Held while skills and model are exchanged; never while a turn asks for them. */
    private final ReentrantLock exchange = new ReentrantLock();

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
    public SkillRegistry(GuestLimits limits, @Reference MessageCatalogs catalogs, BundleContext context) {
        this(Guests.of(limits), catalogs.of(SkillRegistry.class), stopping(context));
    }

    /** @param stopping whether all of LiYing stops; skills that leave then are no reason to learn again */
    SkillRegistry(Guests guests, Messages messages, BooleanSupplier stopping) {
        this.guests = guests;
        this.messages = messages;
        this.stopping = stopping;
    }

    private static BooleanSupplier stopping(BundleContext context) {
        Bundle framework = context.getBundle(Constants.SYSTEM_BUNDLE_ID);
        return () -> framework.getState() == Bundle.STOPPING;
    }

    /** Changed limits count for new calls; how many calls a skill may have at once, from its next version on. */
    @Modified
    void modified(GuestLimits limits) {
        guests = Guests.of(limits);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void setTrainer(IntentTrainer added) {
        learning.use(added);
        retrain();
    }

    void unsetTrainer(IntentTrainer removed) {
        learning.forget(removed);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setSlotTrainer(SlotTrainer added) {
        learning.use(added);
        retrain();
    }

    void unsetSlotTrainer(SlotTrainer removed) {
        learning.forget(removed);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setOwnExamples(OwnExamples added) {
        learning.use(added);
        retrain();
    }

    void unsetOwnExamples(OwnExamples removed) {
        learning.forget(removed);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addSkill(Skill skill, Map<String, ?> properties) {
        int ranking = properties.get("service.ranking") instanceof Integer value ? value : 0;
        try {
            generations.put(skill, new Generation(skill, ranking, guests));
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
        exchange.lock();
        try {
            current.set(Snapshot.of(current.get().models(), answering(generations.values())));
        } finally {
            exchange.unlock();
        }
        gone.close();
        retrain();
        try {
            if (!gone.awaitIdle(guests.drain())) {
                log.warn("Skill {} still had turns after {}", gone.description().id(), guests.drain());
            }
            gone.retire();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Replacement prepare(Collection<GuestSkill> added, Collection<Skill> removed) {
        List<Generation> incoming = new ArrayList<>();
        for (GuestSkill guest : added) {
            CallThreads threads = CallThreads.of(guest.threads());
            incoming.add(new Generation(guest.skill(), 0, guests, threads, guest.observer()));
        }
        return new Exchange(incoming, List.copyOf(removed));
    }

    @Deactivate
    void deactivate() {
        training.shutdownNow();
    }

    private void retrain() {
        if (stopping.getAsBoolean()) {
            return;
        }
        wanted.incrementAndGet();
        training.execute(this::trainNow);
    }

    @Override
    public void relearn() throws InterruptedException {
        wanted.incrementAndGet();
        try {
            training.submit(this::learn).get();
        } catch (ExecutionException failure) {
            trained.accumulateAndGet(wanted.get(), Math::max);
            throw new IllegalArgumentException("the intents cannot be learnt", failure.getCause());
        }
    }

    private void trainNow() {
        int state = wanted.get();
        try {
            learn();
        } catch (RuntimeException | LinkageError failure) {
            log.error("The intents could not be trained; the earlier ones stay", failure);
            trained.accumulateAndGet(state, Math::max);
        }
    }

    private void learn() {
        int state = wanted.get();
        if (state == trained.get() || !learning.isPossible()) {
            return;
        }
        List<Generation> answering = answering(generations.values());
        Models models = learning.learn(answering, current.get().models());
        exchange.lock();
        try {
            if (wanted.get() == state) {
                current.set(Snapshot.of(models, answering));
            }
        } finally {
            exchange.unlock();
        }
        trained.accumulateAndGet(state, Math::max);
    }

    /** The generation of each skill that answers, in the order of the ids. */
    private static List<Generation> answering(Collection<Generation> candidates) {
        Map<String, Generation> best = new HashMap<>();
        for (Generation candidate : candidates) {
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
        return current.get().models().intents();
    }

    @Override
    public SlotModel slots() {
        return current.get().models().slots();
    }

    @Override
    public Optional<SkillLease> lease(String intent) {
        Generation generation = current.get().byIntent().get(intent);
        while (generation != null && !generation.acquire()) {
            Generation next = current.get().byIntent().get(intent);
            generation = next == generation ? null : next;
        }
        return Optional.ofNullable(generation).map(leased -> new Lease(leased, guests, messages));
    }

    @Override
    public Optional<String> waitingFor() {
        return wanted.get() != trained.get() ? Optional.of("the training of the intents") : Optional.empty();
    }

    /** What {@link #prepare} has made ready. */
    private final class Exchange implements Replacement {

        private final List<Generation> incoming;
        private final List<Skill> outgoing;
        private final List<Generation> leaving = new ArrayList<>();
        private int base;
        private Models models;

        Exchange(List<Generation> incoming, List<Skill> outgoing) {
            this.incoming = incoming;
            this.outgoing = outgoing;
            this.base = wanted.get();
            this.models = train(after());
        }

        private Map<Skill, Generation> after() {
            Map<Skill, Generation> after = new HashMap<>(generations);
            outgoing.forEach(after::remove);
            for (Generation added : incoming) {
                after.values().forEach(present -> refuseClash(added, present));
                after.put(added.skill(), added);
            }
            return after;
        }

        /** What only loses intents goes on with its model until the background has trained another. */
        private Models train(Map<Skill, Generation> after) {
            if (incoming.isEmpty()) {
                return current.get().models();
            }
            return learning.learn(answering(after.values()), current.get().models());
        }

        @Override
        public void commit() {
            exchange.lock();
            try {
                Map<Skill, Generation> after = after();
                if (wanted.get() != base) {
                    models = train(after);
                }
                for (Skill skill : outgoing) {
                    Optional.ofNullable(generations.remove(skill)).ifPresent(leaving::add);
                }
                incoming.forEach(added -> generations.put(added.skill(), added));
                current.set(Snapshot.of(models, answering(generations.values())));
                int state = wanted.incrementAndGet();
                if (!incoming.isEmpty()) {
                    trained.set(state);
                }
            } finally {
                exchange.unlock();
            }
            leaving.forEach(Generation::close);
            training.execute(SkillRegistry.this::trainNow);
        }

        @Override
        public int leases() {
            return leaving.stream().mapToInt(Generation::leases).sum();
        }

        @Override
        public boolean drain(Duration limit) throws InterruptedException {
            long end = System.nanoTime() + limit.toNanos();
            boolean idle = true;
            try {
                for (Generation gone : leaving) {
                    idle &= gone.awaitIdle(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
                }
                return idle;
            } finally {
                leaving.forEach(Generation::retire);
            }
        }
    }

    private static void refuseClash(Generation added, Generation present) {
        String id = present.description().id();
        if (added.description().id().equals(id)) {
            throw new IllegalArgumentException("there is a skill \"" + id + "\" already");
        }
        for (IntentExamples intent : added.description().intents()) {
            if (present.description().intents().stream()
                    .anyMatch(taken -> taken.intent().equals(intent.intent()))) {
                throw new IllegalArgumentException(
                        "the intent \"" + intent.intent() + "\" belongs to the skill \"" + id + "\"");
            }
        }
    }
}
