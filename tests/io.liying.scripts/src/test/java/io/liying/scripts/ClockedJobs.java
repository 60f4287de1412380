package io.liying.scripts;

import io.liying.job.api.Job;
import io.liying.job.api.JobHandler;
import io.liying.job.api.Jobs;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Jobs in memory that run when the script says that time has passed. */
final class ClockedJobs implements Jobs {

    private final List<Job> jobs = new ArrayList<>();
    private final Clock clock;
    private int scheduled;

    ClockedJobs(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Job schedule(String kind, String personId, Instant dueAt, Map<String, String> payload) {
        Job job = new Job("job-" + ++scheduled, kind, personId, clock.instant(), dueAt, payload);
        jobs.add(job);
        return job;
    }

    @Override
    public synchronized boolean cancel(String id) {
        return jobs.removeIf(job -> job.id().equals(id));
    }

    @Override
    public synchronized List<Job> pending(String kind, String personId) {
        return jobs.stream()
                .filter(job -> job.kind().equals(kind) && job.personId().equals(personId))
                .sorted(Comparator.comparing(Job::dueAt))
                .toList();
    }

    synchronized void runDue(JobHandler handler) throws Exception {
        for (Job job : List.copyOf(jobs)) {
            if (job.kind().equals(handler.kind()) && !job.dueAt().isAfter(clock.instant())) {
                jobs.remove(job);
                handler.run(job);
            }
        }
    }
}
