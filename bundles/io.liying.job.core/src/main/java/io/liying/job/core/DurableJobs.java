package io.liying.job.core;

import io.liying.job.api.Job;
import io.liying.job.api.JobHandler;
import io.liying.job.api.Jobs;
import io.liying.job.core.JobTable.Stored;
import io.liying.storage.api.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jobs that stand in the database until they are done. One thread waits for the earliest due one; each job runs on
 * threads of its own.
 */
@Component(immediate = true, configurationPid = "io.liying.app")
@Designate(ocd = JobConfig.class)
public final class DurableJobs implements Jobs {

    private static final Logger LOG = LoggerFactory.getLogger(DurableJobs.class);

    /** Looks at the clock at least so often: it may be set, or the machine may have slept. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private static final Duration WAIT_AFTER_FAILURE = Duration.ofSeconds(5);

    private final JobTable table;
    private final Clock clock;
    private final JobSettings settings;
    private final Semaphore wake = new Semaphore(0);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final Map<JobHandler, String> handlers = new LinkedHashMap<>();
    private final Map<String, JobRun> running = new HashMap<>();
    private final Thread scheduler;
    private volatile boolean closing;

    @Activate
    public DurableJobs(@Reference Database database, @Reference Clock clock, JobConfig config) {
        this(database, clock, JobSettings.of(config));
        scheduler.start();
    }

    /** Without a running scheduler: {@link #runDue} is called by hand. */
    DurableJobs(Database database, Clock clock, JobSettings settings) {
        this.table = new JobTable(database);
        this.clock = clock;
        this.settings = settings;
        this.scheduler = Thread.ofVirtual().name("liying-jobs").unstarted(this::runUntilClosed);
    }

    static DurableJobs started(Database database, Clock clock, JobSettings settings) {
        DurableJobs jobs = new DurableJobs(database, clock, settings);
        jobs.scheduler.start();
        return jobs;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addHandler(JobHandler handler) {
        String kind = handler.kind();
        lock.lock();
        try {
            handlers.put(handler, kind);
        } finally {
            lock.unlock();
        }
        wake.release();
    }

    void removeHandler(JobHandler handler) {
        lock.lock();
        try {
            handlers.remove(handler);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Job schedule(String kind, String personId, Instant dueAt, Map<String, String> payload) {
        Job job = new Job(
                UUID.randomUUID().toString(),
                kind,
                personId,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                dueAt.truncatedTo(ChronoUnit.MICROS),
                payload);
        table.insert(job);
        wake.release();
        return job;
    }

    /** Holds the lock so that the job cannot start between the look and the deletion. */
    @Override
    public boolean cancel(String id) {
        lock.lock();
        try {
            return !running.containsKey(id) && table.delete(id);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<Job> pending(String kind, String personId) {
        return table.pending(kind, personId);
    }

    /**
     * Starts the jobs that are due and have a handler.
     *
     * @return when the next one is due, if that is known
     */
    Optional<Instant> runDue() {
        lock.lock();
        try {
            Set<String> kinds = Set.copyOf(handlers.values());
            int free = settings.concurrency() - running.size();
            for (Stored due : table.due(kinds, running.keySet(), clock.instant(), free)) {
                JobRun run = new JobRun(due, handler(due.job().kind()), settings.limit(), this::ended);
                running.put(due.job().id(), run);
                run.start();
            }
            boolean full = running.size() >= settings.concurrency();
            return full ? Optional.empty() : table.nextDue(kinds, running.keySet());
        } finally {
            lock.unlock();
        }
    }

    /** The one that came last: during an upgrade two generations of a handler are there. */
    private JobHandler handler(String kind) {
        return handlers.entrySet().stream()
                .filter(entry -> entry.getValue().equals(kind))
                .map(Map.Entry::getKey)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** Called by the job's own thread. The row changes before the job counts as no longer running. */
    private void ended(Stored stored, @Nullable Throwable failure) {
        Job job = stored.job();
        try {
            if (failure == null) {
                table.delete(job.id());
            } else if (!closing) {
                failed(stored, failure);
            }
        } catch (RuntimeException unwritten) {
            LOG.error(
                    "What became of job {} of kind {} cannot be written; it will run again",
                    job.id(),
                    job.kind(),
                    unwritten);
        } finally {
            lock.lock();
            try {
                running.remove(job.id());
                if (running.isEmpty()) {
                    idle.signalAll();
                }
            } finally {
                lock.unlock();
            }
            wake.release();
        }
    }

    private void failed(Stored stored, Throwable failure) {
        Job job = stored.job();
        int failures = stored.failures() + 1;
        Instant now = clock.instant();
        if (failures >= settings.attempts()) {
            table.giveUp(job.id(), failures, now, failure.toString());
            LOG.error("Job {} of kind {} failed {} times and is given up", job.id(), job.kind(), failures, failure);
        } else {
            Duration pause = settings.pauseAfter(failures);
            table.postpone(job.id(), failures, now.plus(pause), failure.toString());
            LOG.warn("Job {} of kind {} failed; it is tried again in {}", job.id(), job.kind(), pause, failure);
        }
    }

    private void runUntilClosed() {
        try {
            while (!closing) {
                Duration wait = LONGEST_WAIT;
                try {
                    wait = runDue().map(next -> Duration.between(clock.instant(), next))
                            .orElse(LONGEST_WAIT);
                } catch (RuntimeException failure) {
                    LOG.error("The due jobs cannot be found; the next look is in {}", WAIT_AFTER_FAILURE, failure);
                    wait = WAIT_AFTER_FAILURE;
                }
                long nanos = Math.clamp(wait.toNanos(), 0, LONGEST_WAIT.toNanos());
                if (wake.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
                    wake.drainPermits();
                }
            }
        } catch (InterruptedException interrupted) {
            LOG.debug("The scheduler was interrupted", interrupted);
        }
    }

    /** Waits until nothing runs. */
    void awaitIdle() throws InterruptedException {
        lock.lock();
        try {
            while (!running.isEmpty()) {
                idle.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Interrupts what runs; it stays in the database and runs again at the next start. */
    @Deactivate
    void close() throws InterruptedException {
        closing = true;
        wake.release();
        if (scheduler.getState() != Thread.State.NEW) {
            scheduler.join();
        }
        List<JobRun> left;
        lock.lock();
        try {
            left = List.copyOf(running.values());
        } finally {
            lock.unlock();
        }
        for (JobRun run : left) {
            run.stop();
        }
    }
}
