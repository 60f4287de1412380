package io.liying.skill.timer.alarm;

import io.liying.job.api.Job;
import io.liying.job.api.Jobs;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.timer.LastSpoken;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives what rings again and again other days: "except weekends", "only on Mondays". */
final class AlarmDays {

    private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY");

    private final Jobs jobs;
    private final AlarmWords words;
    private final LastSpoken spoken;

    AlarmDays(Jobs jobs, AlarmWords words, LastSpoken spoken) {
        this.jobs = jobs;
        this.words = words;
        this.spoken = spoken;
    }

    SkillAnswer answer(SkillRequest request, RingAnswers answers) {
        List<Ring> repeated = jobs.pending(Ring.KIND, request.personId()).stream()
                .map(Ring::of)
                .filter(ring -> ring.repeat()
                        .filter(repeat -> FREQUENCIES.contains(repeat.frequency()))
                        .isPresent())
                .toList();
        if (repeated.isEmpty()) {
            return SkillAnswer.of(answers.texts().text(request.language(), "days.none"));
        }
        Optional<Ring> meant = meant(request, repeated);
        if (meant.isEmpty()) {
            return answers.which("days.which", repeated);
        }
        Set<DayOfWeek> days = days(request, meant.get().repeat().orElseThrow());
        return days.isEmpty()
                ? SkillAnswer.ask(answers.texts().text(request.language(), "days.ask"))
                : changed(request, answers, meant.get(), days);
    }

    /** The only one, the chosen one, or the one that was spoken of last. */
    private Optional<Ring> meant(SkillRequest request, List<Ring> repeated) {
        if (repeated.size() == 1) {
            return Optional.of(repeated.getFirst());
        }
        return request.slot("alarm")
                .flatMap(chosen -> with(chosen.value(), repeated))
                .or(() -> spoken.in(request).flatMap(id -> with(id, repeated)));
    }

    private static Optional<Ring> with(String id, List<Ring> rings) {
        return rings.stream().filter(ring -> ring.id().equals(id)).findFirst();
    }

    private Set<DayOfWeek> days(SkillRequest request, Repeat repeat) {
        Set<DayOfWeek> said = words.days(request);
        if (said.isEmpty() || !(words.excepts(request) || words.adds(request))) {
            return said;
        }
        Set<DayOfWeek> days = EnumSet.copyOf(repeat.ringing());
        if (words.excepts(request)) {
            days.removeAll(said);
        } else {
            days.addAll(said);
        }
        return days;
    }

    /** The new one is there before the old one goes, so that no crash between them loses the alarm. */
    private SkillAnswer changed(SkillRequest request, RingAnswers answers, Ring ring, Set<DayOfWeek> days) {
        Repeat repeat = ring.repeat().orElseThrow().on(days);
        Optional<LocalDateTime> next =
                repeat.after(LocalDateTime.ofInstant(request.now().toInstant(), ring.zone()));
        if (next.isEmpty()) {
            return SkillAnswer.ask(answers.texts().text(request.language(), "days.ask"));
        }
        Job job = jobs.schedule(
                Ring.KIND,
                request.personId(),
                next.get().atZone(ring.zone()).toInstant(),
                Ring.payload(ring.reminder(), ring.text(), ring.zone(), Optional.of(repeat), ring.language()));
        if (!jobs.cancel(ring.id())) {
            jobs.cancel(job.id());
            return SkillAnswer.of(answers.texts().text(request.language(), "too.late"));
        }
        return answers.about(ring.reminder() ? "reminder.set" : "alarm.set", Ring.of(job));
    }
}
