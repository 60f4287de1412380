package io.liying.skill.timer;

import io.liying.job.api.Job;
import io.liying.job.api.Jobs;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Keeps jobs in a list and never runs them. */
public final class JobsInMemory implements Jobs {

    private final List<Job> jobs = new ArrayList<>();
    private final Clock clock;
    private int scheduled;

    public JobsInMemory(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Job schedule(String kind, String personId, Instant dueAt, Map<String, String> payload) {
        Job job = new Job("job-" + ++scheduled, kind, personId, clock.instant(), dueAt, payload);
        jobs.add(job);
        return job;
    }

    @Override
    public boolean cancel(String id) {
        return jobs.removeIf(job -> job.id().equals(id));
    }

    @Override
    public List<Job> pending(String kind, String personId) {
        return jobs.stream()
                .filter(job -> job.kind().equals(kind) && job.personId().equals(personId))
                .sorted(Comparator.comparing(Job::dueAt))
                .toList();
    }
}
