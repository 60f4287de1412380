package io.liying.skill.timer.alarm;

import io.liying.job.api.Job;
import io.liying.job.api.JobHandler;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Forgets that something has rung, by doing nothing when the hour is over. */
@Component
public final class RungBell implements JobHandler {

    @Activate
    public RungBell() {}

    @Override
    public String kind() {
        return Ring.RUNG;
    }

    @Override
    public void run(Job job) {
        // The job leaves the table by being done.
    }
}
