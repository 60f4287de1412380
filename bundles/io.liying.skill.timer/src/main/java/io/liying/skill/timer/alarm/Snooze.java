package io.liying.skill.timer.alarm;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.job.api.Job;
import io.liying.job.api.Jobs;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.timer.TimerExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets what has rung ring again; where nothing has, "five more minutes" means a timer. */
final class Snooze {

    private static final Duration USUAL = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Jobs jobs;
    private final TimerExtension timers;

    Snooze(MessageCatalogs catalogs, Jobs jobs) {
        this.jobs = jobs;
        timers = new TimerExtension(catalogs, jobs);
    }

    SkillAnswer answer(SkillRequest request, RingAnswers answers) {
        Language language = request.language();
        List<Job> rung = jobs.pending(Ring.RUNG, request.personId());
        if (rung.isEmpty()) {
            return timers.answer(request)
                    .orElseGet(() -> SkillAnswer.of(answers.texts().text(language, "snooze.none")));
        }
        Duration pause = request.entities().stream()
                .filter(entity ->
                        entity.type().equals(Entity.DURATION) && entity.value().startsWith("PT"))
                .map(entity -> Duration.parse(entity.value()))
                .filter(said -> said.isPositive() && said.compareTo(LONGEST) <= 0)
                .findFirst()
                .orElse(USUAL);
        Ring last = Ring.of(rung.getLast());
        rung.forEach(job -> jobs.cancel(job.id()));
        Job job = jobs.schedule(
                Ring.KIND,
                request.personId(),
                request.now().toInstant().plus(pause),
                Ring.payload(last.reminder(), last.text(), request.now().getZone(), Optional.empty(), language));
        Ring next = Ring.of(job);
        String time = answers.texts().time(language, next.local());
        return answers.told(answers.texts().text(language, "snoozed", Map.of("time", time)), List.of(next));
    }
}
