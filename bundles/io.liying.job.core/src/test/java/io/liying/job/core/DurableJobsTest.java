package io.liying.job.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.job.api.Job;
import io.liying.job.api.JobHandler;
import io.liying.storage.api.Durability;
import io.liying.storage.core.DatabaseSettings;
import io.liying.storage.core.GroupedDatabase;
import io.liying.storage.h2.H2Engine;
import io.liying.testkit.ManualClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class DurableJobsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final ManualClock clock = ManualClock.at("2026-11-21T09:00:00+09:00[Asia/Seoul]");
    private final Recorder handler = new Recorder("ring");
    private GroupedDatabase database;
    private DurableJobs jobs;

    /** Takes note of its jobs and fails as often as it was told. */
    private static final class Recorder implements JobHandler {

        private final String kind;
        private final BlockingQueue<Job> done = new LinkedBlockingQueue<>();
        private final BlockingQueue<Job> begun = new LinkedBlockingQueue<>();
        private final BlockingQueue<Exception> failures = new LinkedBlockingQueue<>();
        private CountDownLatch gate = new CountDownLatch(0);

        Recorder(String kind) {
            this.kind = kind;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public void run(Job job) throws Exception {
            begun.add(job);
            gate.await();
            Exception failure = failures.poll();
            if (failure != null) {
                throw failure;
            }
            done.add(job);
        }
    }

    @BeforeEach
    void open() {
        start(new JobSettings(3, Duration.ofSeconds(10), 4, MINUTE));
        jobs.addHandler(handler);
    }

    @AfterEach
    void close() throws InterruptedException {
        jobs.close();
        database.close();
    }

    private void start(JobSettings settings) {
        H2Engine engine = new H2Engine();
        database = GroupedDatabase.open(
                engine, DatabaseSettings.at(engine.embeddedUrl(folder).orElseThrow(), Durability.PROCESS));
        jobs = new DurableJobs(database, clock, settings);
    }

    private void restart(JobSettings settings) throws InterruptedException {
        jobs.close();
        database.close();
        start(settings);
    }

    @Test
    void a_job_runs_when_it_is_due_and_not_before() throws InterruptedException {
        Job job = jobs.schedule("ring", "ann", in(MINUTE), Map.of("name", "달걀", "sound", "\"bell\""));

        assertThat(jobs.runDue()).contains(in(MINUTE));
        clock.advance(MINUTE);
        jobs.runDue();

        assertThat(handler.done.take()).isEqualTo(job);
    }

    @Test
    void a_done_job_never_runs_again() throws InterruptedException {
        jobs.schedule("ring", "ann", clock.instant(), Map.of());
        jobs.runDue();
        handler.done.take();

        restart(settings());
        jobs.addHandler(handler);

        assertThat(jobs.runDue()).isEmpty();
        assertThat(handler.begun).hasSize(1);
    }

    @Test
    void jobs_missed_while_stopped_run_after_the_restart() throws InterruptedException {
        Job job = jobs.schedule("ring", "ann", in(MINUTE), Map.of("name", "tea"));

        restart(settings());
        clock.advance(Duration.ofHours(5));
        jobs.addHandler(handler);
        jobs.runDue();

        assertThat(handler.done.take()).isEqualTo(job);
    }

    @Test
    void a_job_whose_handler_is_absent_waits_for_it() throws InterruptedException {
        Recorder later = new Recorder("mail");
        Job job = jobs.schedule("mail", "ann", clock.instant(), Map.of());
        assertThat(jobs.runDue()).isEmpty();

        jobs.addHandler(later);
        jobs.runDue();

        assertThat(later.done.take()).isEqualTo(job);
    }

    @Test
    void the_newest_handler_of_a_kind_gets_the_job_and_a_removed_one_none() throws InterruptedException {
        Recorder upgraded = new Recorder("ring");
        jobs.addHandler(upgraded);
        jobs.schedule("ring", "ann", clock.instant(), Map.of());
        jobs.runDue();
        upgraded.done.take();

        jobs.removeHandler(upgraded);
        jobs.schedule("ring", "ann", clock.instant(), Map.of());
        jobs.runDue();

        handler.done.take();
        assertThat(upgraded.begun).hasSize(1);
    }

    @Test
    void a_failing_job_is_tried_again_with_growing_pauses_and_then_given_up() throws InterruptedException {
        for (int attempt = 1; attempt <= 3; attempt++) {
            handler.failures.add(new IllegalStateException("no sound " + attempt));
        }
        jobs.schedule("ring", "ann", clock.instant(), Map.of());

        assertThat(nextAfterFailure()).isEqualTo(in(Duration.ofSeconds(10)));
        clock.advance(Duration.ofSeconds(10));
        assertThat(nextAfterFailure()).isEqualTo(in(Duration.ofSeconds(20)));
        clock.advance(Duration.ofSeconds(20));
        assertThat(nextAfterFailure()).isNull();
        assertThat(jobs.pending("ring", "ann")).isEmpty();
        assertThat(handler.begun).hasSize(3);
    }

    private Instant nextAfterFailure() throws InterruptedException {
        jobs.runDue();
        jobs.awaitIdle();
        return jobs.runDue().orElse(null);
    }

    @Test
    void a_job_that_takes_too_long_is_interrupted_and_counts_as_failed() throws InterruptedException {
        restart(new JobSettings(3, Duration.ofSeconds(10), 4, Duration.ofSeconds(1)));
        jobs.addHandler(handler);
        handler.gate = new CountDownLatch(1);
        jobs.schedule("ring", "ann", clock.instant(), Map.of());

        assertThat(nextAfterFailure()).isEqualTo(in(Duration.ofSeconds(10)));
    }

    @Test
    void a_job_interrupted_by_the_shutdown_runs_again() throws InterruptedException {
        handler.gate = new CountDownLatch(1);
        Job job = jobs.schedule("ring", "ann", clock.instant(), Map.of());
        jobs.runDue();
        handler.begun.take();

        restart(settings());
        handler.gate.countDown();
        jobs.addHandler(handler);
        jobs.runDue();

        assertThat(handler.done.take()).isEqualTo(job);
    }

    @Test
    void a_running_job_is_not_started_twice_and_cannot_be_cancelled() throws InterruptedException {
        handler.gate = new CountDownLatch(1);
        Job job = jobs.schedule("ring", "ann", clock.instant(), Map.of());
        jobs.runDue();
        handler.begun.take();
        jobs.runDue();

        assertThat(jobs.cancel(job.id())).isFalse();
        handler.gate.countDown();
        handler.done.take();
        jobs.awaitIdle();
        assertThat(handler.begun).isEmpty();
        assertThat(jobs.cancel(job.id())).isFalse();
    }

    @Test
    void a_cancelled_job_does_not_run() {
        Job job = jobs.schedule("ring", "ann", in(MINUTE), Map.of());

        assertThat(jobs.cancel(job.id())).isTrue();

        clock.advance(MINUTE);
        assertThat(jobs.runDue()).isEmpty();
        assertThat(handler.begun).isEmpty();
        assertThat(jobs.cancel(job.id())).isFalse();
    }

    @Test
    void pending_jobs_are_listed_by_person_and_kind_earliest_first() {
        Job late = jobs.schedule("ring", "ann", in(MINUTE.multipliedBy(2)), Map.of());
        Job early = jobs.schedule("ring", "ann", in(MINUTE), Map.of());
        jobs.schedule("ring", "bob", in(MINUTE), Map.of());
        jobs.schedule("mail", "ann", in(MINUTE), Map.of());

        assertThat(jobs.pending("ring", "ann")).containsExactly(early, late);
    }

    @Test
    void no_more_jobs_run_at_once_than_allowed() throws InterruptedException {
        handler.gate = new CountDownLatch(1);
        for (int number = 0; number < 6; number++) {
            jobs.schedule("ring", "ann", clock.instant(), Map.of());
        }
        jobs.runDue();
        for (int number = 0; number < 4; number++) {
            handler.begun.take();
        }
        jobs.runDue();
        assertThat(handler.begun).isEmpty();

        handler.gate.countDown();
        jobs.awaitIdle();
        jobs.runDue();

        for (int number = 0; number < 6; number++) {
            handler.done.take();
        }
    }

    @Test
    void the_scheduler_runs_due_jobs_by_itself() throws InterruptedException {
        DurableJobs scheduled = DurableJobs.started(database, Clock.systemUTC(), settings());
        try {
            scheduled.addHandler(handler);
            scheduled.schedule("ring", "ann", Instant.now().plusMillis(20), Map.of());

            assertThat(handler.done.poll(30, TimeUnit.SECONDS)).isNotNull();
        } finally {
            scheduled.close();
        }
    }

    @Test
    void settings_out_of_bounds_are_refused() {
        assertThatThrownBy(() -> new JobSettings(0, MINUTE, 1, MINUTE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("app.job_attempts is 0; it must be 1 to 100");
    }

    @Test
    void pauses_grow_up_to_an_hour() {
        assertThat(settings().pauseAfter(1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings().pauseAfter(4)).isEqualTo(Duration.ofSeconds(80));
        assertThat(settings().pauseAfter(99)).isEqualTo(Duration.ofHours(1));
    }

    private static JobSettings settings() {
        return new JobSettings(3, Duration.ofSeconds(10), 4, MINUTE);
    }

    private Instant in(Duration duration) {
        return clock.instant().plus(duration);
    }
}
