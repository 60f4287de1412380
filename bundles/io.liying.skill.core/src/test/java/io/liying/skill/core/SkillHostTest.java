package io.liying.skill.core;

import static io.liying.skill.core.TestSkills.request;
import static io.liying.skill.core.TestSkills.skill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillException;
import io.liying.skill.api.SkillLease;
import io.liying.skill.api.host.Replacement;
import io.liying.skill.api.host.SkillHost.GuestSkill;
import io.liying.skill.api.host.SkillHost.Outcome;
import io.liying.testkit.KeyMessages;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Plugins' skills: exchanged in one step, and kept from harming others. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(20)
class SkillHostTest {

    private final AtomicLong nanoTime = new AtomicLong();
    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private final SkillRegistry registry = new SkillRegistry(
            new Guests(
                    Duration.ofMillis(200),
                    Duration.ofMillis(20),
                    Duration.ofSeconds(10),
                    8,
                    3,
                    Duration.ofSeconds(30),
                    nanoTime::get),
            new KeyMessages(),
            () -> false);

    @BeforeEach
    void start() {
        registry.setTrainer(TestSkills.BY_NAME);
    }

    @AfterEach
    void stop() {
        registry.deactivate();
    }

    @Test
    void an_exchange_is_noticed_only_when_it_is_committed_and_old_turns_end_on_the_old_version() throws Exception {
        Skill old = skill("coin", "coin.toss", request -> "old");
        bring(old);
        SkillLease lease = registry.lease("coin.toss").orElseThrow();

        Replacement exchange =
                registry.prepare(List.of(guest(skill("coin", "coin.toss", request -> "new"))), List.of(old));
        assertThat(ask("coin.toss")).isEqualTo("old");
        exchange.commit();

        assertThat(ask("coin.toss")).isEqualTo("new");
        assertThat(lease.answer(request("coin.toss")).text()).isEqualTo("old");
        assertThat(exchange.leases()).isOne();
        lease.close();
        assertThat(exchange.drain(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void a_turn_that_outstays_the_drain_is_told_that_the_skill_was_replaced() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        Skill old = skill("coin", "coin.toss", request -> {
            running.countDown();
            new CountDownLatch(1).await();
            return "never";
        });
        bring(old);
        CompletableFuture<String> late = CompletableFuture.supplyAsync(() -> {
            try {
                return ask("coin.toss");
            } catch (Exception told) {
                return String.valueOf(told.getMessage());
            }
        });
        running.await();
        Replacement exchange = registry.prepare(List.of(), List.of(old));
        exchange.commit();

        assertThat(exchange.drain(Duration.ZERO)).isFalse();

        assertThat(late.get(10, TimeUnit.SECONDS)).isEqualTo("ko:replaced{skill=coin}");
        assertThat(registry.lease("coin.toss")).isEmpty();
    }

    @Test
    void two_exchanges_that_were_prepared_side_by_side_both_count() throws Exception {
        Replacement coin = registry.prepare(List.of(guest(skill("coin", "coin.toss", request -> "heads"))), List.of());
        Replacement dice = registry.prepare(List.of(guest(skill("dice", "dice.roll", request -> "six"))), List.of());

        coin.commit();
        dice.commit();

        assertThat(ask("coin.toss")).isEqualTo("heads");
        assertThat(ask("dice.roll")).isEqualTo("six");
        assertThat(registry.model().classify("coin.toss", Language.ENGLISH).intent())
                .contains("coin.toss");
    }

    @Test
    void a_plugin_cannot_take_an_intent_or_the_name_of_another_skill() {
        bring(skill("coin", "coin.toss", request -> "heads"));

        assertThatThrownBy(() ->
                        registry.prepare(List.of(guest(skill("thief", "coin.toss", request -> "mine"))), List.of()))
                .hasMessage("the intent \"coin.toss\" belongs to the skill \"coin\"");
        assertThatThrownBy(() ->
                        registry.prepare(List.of(guest(skill("coin", "other.x", request -> "mine"))), List.of()))
                .hasMessage("there is a skill \"coin\" already");
    }

    @Test
    void a_skill_that_fails_three_times_rests_and_is_tried_again_later() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        bring(skill("coin", "coin.toss", request -> {
            if (broken.get()) {
                throw new StackOverflowError("a guest may throw anything");
            }
            return "heads";
        }));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> ask("coin.toss")).hasMessage("ko:failed{skill=coin}");
        }

        assertThatThrownBy(() -> ask("coin.toss")).hasMessage("ko:resting{skill=coin}");

        broken.set(false);
        nanoTime.addAndGet(Duration.ofSeconds(31).toNanos());
        assertThat(ask("coin.toss")).isEqualTo("heads");
        assertThat(ask("coin.toss")).isEqualTo("heads");
        assertThat(outcomes)
                .containsExactly(
                        Outcome.FAILED,
                        Outcome.FAILED,
                        Outcome.FAILED,
                        Outcome.REFUSED,
                        Outcome.ANSWERED,
                        Outcome.ANSWERED);
    }

    @Test
    void a_loop_that_ignores_its_interruption_is_reported_as_unstoppable() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        bring(skill("coin", "coin.toss", request -> {
            while (!enough.get()) {
                Thread.onSpinWait();
            }
            return "late";
        }));

        assertThatThrownBy(() -> ask("coin.toss")).hasMessage("ko:slow{skill=coin}");

        assertThat(outcomes.take()).isEqualTo(Outcome.TOO_SLOW);
        assertThat(outcomes.take()).isEqualTo(Outcome.UNSTOPPABLE);
        assertThatThrownBy(() -> ask("coin.toss")).hasMessage("ko:suspected{skill=coin}");
        assertThat(outcomes.take()).isEqualTo(Outcome.REFUSED);
        enough.set(true);
    }

    @Test
    void threads_that_a_plugin_begins_belong_to_its_group() throws Exception {
        BlockingQueue<String> groups = new LinkedBlockingQueue<>();
        bring(skill("coin", "coin.toss", request -> {
            Thread begun = new Thread(
                    () -> groups.add(Thread.currentThread().getThreadGroup().getName()));
            begun.start();
            begun.join();
            return "heads";
        }));

        ask("coin.toss");

        assertThat(groups).containsExactly("plugin-coin");
    }

    private void bring(Skill skill) {
        registry.prepare(List.of(guest(skill)), List.of()).commit();
    }

    private GuestSkill guest(Skill skill) {
        ThreadGroup group = new ThreadGroup("plugin-" + skill.description().id());
        return new GuestSkill(skill, group, (outcome, nanos) -> outcomes.add(outcome));
    }

    private String ask(String intent) throws SkillException, InterruptedException {
        try (SkillLease lease = registry.lease(intent).orElseThrow()) {
            return lease.answer(request(intent)).text();
        }
    }
}
