package io.liying.skill.timer.alarm;

import io.liying.conversation.api.Notice;
import io.liying.conversation.api.Notices;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.job.api.Job;
import io.liying.job.api.JobHandler;
import io.liying.job.api.Jobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Rings what is due, sets it for its next time, and keeps for an hour that it has rung. What rings twice after a crash has
 * the same notice id both times, and its next time is set only once.
 */
@Component
public final class AlarmBell implements JobHandler {

    private static final Duration SNOOZABLE = Duration.ofHours(1);

    private final Jobs jobs;
    private final Notices notices;
    private final Clock clock;
    private final AlarmTexts texts;

    @Activate
    public AlarmBell(
            @Reference MessageCatalogs catalogs,
            @Reference Jobs jobs,
            @Reference Notices notices,
            @Reference Clock clock) {
        this.jobs = jobs;
        this.notices = notices;
        this.clock = clock;
        texts = new AlarmTexts(catalogs.of(AlarmSkill.class));
    }

    @Override
    public String kind() {
        return Ring.KIND;
    }

    @Override
    public void run(Job job) {
        Ring ring = Ring.of(job);
        Instant now = clock.instant();
        ring.repeat()
                .flatMap(repeat -> repeat.after(now.atZone(ring.zone()).toLocalDateTime()))
                .map(next -> next.atZone(ring.zone()).toInstant())
                .filter(next -> jobs.pending(Ring.KIND, job.personId()).stream()
                        .noneMatch(other ->
                                other.dueAt().equals(next) && other.payload().equals(job.payload())))
                .ifPresent(next -> jobs.schedule(Ring.KIND, job.personId(), next, job.payload()));
        jobs.schedule(Ring.RUNG, job.personId(), now.plus(SNOOZABLE), job.payload());
        Map<String, Object> data = new HashMap<>(ring.data());
        data.remove("id");
        data.put("alarm_id", ring.id());
        String text = ring.reminder()
                ? texts.text(ring.language(), "reminder.fired", Map.of("text", ring.text()))
                : texts.text(
                        ring.language(),
                        ring.text().isEmpty() ? "alarm.fired" : "alarm.fired.named",
                        Map.of("time", texts.time(ring.language(), ring.local()), "text", ring.text()));
        notices.publish(new Notice(
                ring.id(),
                job.personId(),
                ring.reminder() ? "reminder.fired" : "alarm.fired",
                ring.language(),
                text,
                data,
                now));
    }
}
