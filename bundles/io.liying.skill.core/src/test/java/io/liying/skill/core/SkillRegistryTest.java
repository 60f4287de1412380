package io.liying.skill.core;

import static io.liying.skill.core.TestSkills.request;
import static io.liying.skill.core.TestSkills.skill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillException;
import io.liying.skill.api.SkillLease;
import io.liying.skill.api.SkillRequest;
import io.liying.testkit.KeyMessages;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(20)
class SkillRegistryTest {

    private static final Map<String, ?> NO_PROPERTIES = Map.of();

    private final AtomicLong nanoTime = new AtomicLong();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private SkillRegistry registry;

    @BeforeEach
    void start() {
        registry = registry(Duration.ofSeconds(10), 8);
    }

    @AfterEach
    void stop() {
        registry.deactivate();
    }

    private SkillRegistry registry(Duration callLimit, int concurrentCalls) {
        Guests guests = new Guests(
                callLimit,
                Duration.ofMillis(20),
                Duration.ofSeconds(10),
                concurrentCalls,
                3,
                Duration.ofSeconds(30),
                nanoTime::get);
        SkillRegistry created = new SkillRegistry(guests, new KeyMessages(), stopping::get);
        created.setTrainer(TestSkills.BY_NAME);
        return created;
    }

    @Test
    void a_skill_answers_once_its_phrases_are_trained() throws Exception {
        registry.addSkill(skill("coin", "coin.toss", request -> "heads"), NO_PROPERTIES);
        awaitTrained();

        assertThat(registry.model().classify("coin.toss", Language.ENGLISH).intent())
                .contains("coin.toss");
        assertThat(ask("coin.toss")).isEqualTo("heads");
    }

    @Test
    void own_phrases_are_learnt_with_those_of_the_skills_and_never_make_new_intents() throws Exception {
        List<Collection<IntentExamples>> learnt = new CopyOnWriteArrayList<>();
        registry.setTrainer(examples -> {
            learnt.add(examples);
            return TestSkills.BY_NAME.train(examples);
        });
        registry.addSkill(skill("coin", "coin.toss", request -> "heads"), NO_PROPERTIES);
        awaitTrained();
        List<IntentExamples> own = new CopyOnWriteArrayList<>();
        registry.setOwnExamples(() -> own);

        own.add(new IntentExamples("coin.toss", Map.of(Language.KOREAN, List.of("동전 던져"))));
        own.add(new IntentExamples("moon.phase", Map.of(Language.ENGLISH, List.of("is the moon full"))));
        own.add(new IntentExamples(IntentExamples.NONE, Map.of(Language.KOREAN, List.of("동전 던지기 규칙"))));
        registry.relearn();

        assertThat(learnt.getLast()).extracting(IntentExamples::intent).containsExactly("coin.toss", "none");
        assertThat(learnt.getLast())
                .extracting(intent -> intent.phrases().get(Language.KOREAN))
                .containsExactly(List.of("동전 던져"), List.of("동전 던지기 규칙"));
        assertThat(registry.waitingFor()).isEmpty();
    }

    @Test
    void own_phrases_that_cannot_be_learnt_leave_the_model_as_it_was() throws Exception {
        registry.addSkill(skill("coin", "coin.toss", request -> "heads"), NO_PROPERTIES);
        awaitTrained();
        registry.setTrainer(examples -> {
            throw new IllegalArgumentException("malformed");
        });

        assertThatThrownBy(() -> registry.relearn()).hasRootCauseMessage("malformed");

        assertThat(ask("coin.toss")).isEqualTo("heads");
        assertThat(registry.waitingFor()).isEmpty();
    }

    @Test
    void nobody_leases_an_intent_that_no_skill_answers() {
        assertThat(registry.lease("coin.toss")).isEmpty();
    }

    @Test
    void a_lease_keeps_its_generation_while_a_newer_one_answers_others() throws Exception {
        Skill old = skill("coin", "coin.toss", request -> "old");
        registry.addSkill(old, NO_PROPERTIES);
        awaitTrained();
        SkillLease lease = registry.lease("coin.toss").orElseThrow();

        registry.addSkill(skill("coin", "coin.toss", request -> "new"), Map.of("service.ranking", 1));
        awaitTrained();
        CompletableFuture<Void> removed = CompletableFuture.runAsync(() -> registry.removeSkill(old));

        assertThat(ask("coin.toss")).isEqualTo("new");
        assertThat(lease.answer(request("coin.toss")).text()).isEqualTo("old");
        assertThat(removed).isNotDone();
        lease.close();
        removed.get(10, TimeUnit.SECONDS);
    }

    @Test
    void nothing_is_learnt_for_skills_that_leave_because_all_stops() throws Exception {
        Skill skill = skill("coin", "coin.toss", request -> "heads");
        registry.addSkill(skill, NO_PROPERTIES);
        awaitTrained();

        stopping.set(true);
        registry.removeSkill(skill);

        assertThat(registry.waitingFor()).isEmpty();
        assertThat(registry.model().classify("coin.toss", Language.ENGLISH).intent())
                .contains("coin.toss");
        assertThat(registry.lease("coin.toss")).isEmpty();
    }

    @Test
    void a_removed_skill_gives_no_lease() throws Exception {
        Skill skill = skill("coin", "coin.toss", request -> "heads");
        registry.addSkill(skill, NO_PROPERTIES);
        awaitTrained();

        registry.removeSkill(skill);

        assertThat(registry.lease("coin.toss")).isEmpty();
    }

    @Test
    void a_skill_that_throws_is_answered_in_the_persons_language() throws Exception {
        registry.addSkill(
                skill("coin", "coin.toss", request -> {
                    throw new IllegalStateException("boom");
                }),
                NO_PROPERTIES);
        awaitTrained();

        assertThatThrownBy(() -> ask("coin.toss"))
                .isInstanceOf(SkillException.class)
                .hasMessage("ko:failed{skill=coin}");
    }

    @Test
    void a_skill_that_hangs_is_interrupted_after_its_time() throws Exception {
        registry.deactivate();
        registry = registry(Duration.ofMillis(50), 8);
        CountDownLatch interrupted = new CountDownLatch(1);
        registry.addSkill(
                skill("coin", "coin.toss", request -> {
                    try {
                        new CountDownLatch(1).await();
                        return "never";
                    } catch (InterruptedException ended) {
                        interrupted.countDown();
                        throw ended;
                    }
                }),
                NO_PROPERTIES);
        awaitTrained();

        assertThatThrownBy(() -> ask("coin.toss")).hasMessage("ko:slow{skill=coin}");
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_skill_with_too_many_calls_refuses_a_further_one() throws Exception {
        registry.deactivate();
        registry = registry(Duration.ofMillis(300), 1);
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        registry.addSkill(
                skill("coin", "coin.toss", request -> {
                    running.countDown();
                    awaitUninterrupted(finish);
                    return "slow";
                }),
                NO_PROPERTIES);
        awaitTrained();
        Thread first = Thread.ofVirtual()
                .start(() -> assertThatThrownBy(() -> ask("coin.toss")).hasMessage("ko:slow{skill=coin}"));
        running.await();

        assertThatThrownBy(() -> ask("coin.toss")).hasMessage("ko:busy{skill=coin}");

        finish.countDown();
        first.join();
    }

    @Test
    void a_skill_that_cannot_describe_itself_is_left_out_and_others_answer() throws Exception {
        registry.addSkill(skill("coin", "coin.toss", request -> "heads"), NO_PROPERTIES);
        registry.addSkill(
                new Skill() {
                    @Override
                    public SkillDescription description() {
                        throw new IllegalStateException("no files");
                    }

                    @Override
                    public SkillAnswer answer(SkillRequest request) {
                        return SkillAnswer.of("never");
                    }
                },
                NO_PROPERTIES);
        awaitTrained();

        assertThat(registry.descriptions()).extracting(SkillDescription::id).containsExactly("coin");
        assertThat(ask("coin.toss")).isEqualTo("heads");
    }

    @Test
    void a_skill_may_leave_after_the_registry_has_ended() throws Exception {
        Skill skill = skill("coin", "coin.toss", request -> "heads");
        registry.addSkill(skill, NO_PROPERTIES);
        awaitTrained();
        registry.deactivate();

        registry.removeSkill(skill);

        assertThat(registry.lease("coin.toss")).isEmpty();
    }

    private String ask(String intent) throws Exception {
        try (SkillLease lease = registry.lease(intent).orElseThrow()) {
            return lease.answer(request(intent)).text();
        }
    }

    /** What was asked for before has been learnt when this has. */
    private void awaitTrained() throws InterruptedException {
        registry.relearn();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        boolean done = false;
        while (!done) {
            try {
                latch.await();
                done = true;
            } catch (InterruptedException ignoredLikeABadSkillDoes) {
                done = false;
            }
        }
    }
}
