package io.liying.job.core;

import java.time.Duration;

/**
 * How jobs are run and tried again.
 *
 * @param retryPause after the first failure; it doubles with each further one
 * @param limit of one attempt
 */
record JobSettings(int attempts, Duration retryPause, int concurrency, Duration limit) {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    JobSettings {
        within("app.job_attempts", attempts, 1, 100);
        within("app.job_retry_seconds", retryPause.toSeconds(), 1, 3_600);
        within("app.job_concurrency", concurrency, 1, 1_000);
        within("app.job_limit_seconds", limit.toSeconds(), 1, 86_400);
    }

    static JobSettings of(JobConfig config) {
        return new JobSettings(
                config.job_attempts(),
                Duration.ofSeconds(config.job_retry_seconds()),
                config.job_concurrency(),
                Duration.ofSeconds(config.job_limit_seconds()));
    }

    /** @param failures how often the job has failed, 1 and up */
    Duration pauseAfter(int failures) {
        Duration pause = retryPause.multipliedBy(1L << Math.min(failures - 1, 12));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static void within(String key, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(key + " is " + value + "; it must be " + min + " to " + max);
        }
    }
}
