package io.liying.skill.timer;

import io.liying.i18n.api.Language;
import io.liying.job.api.Jobs;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.Referent;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person asks of her timers.
 *
 * @param texts in the person's formality
 */
record TimerRequest(SkillRequest request, Jobs jobs, TimerTexts texts) {

    static final Duration SHORTEST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofDays(7);

    Language language() {
        return request.language();
    }

    String text() {
        return request.text();
    }

    Instant now() {
        return request.now().toInstant();
    }

    List<Timer> running() {
        return jobs.pending(Timer.KIND, request.personId()).stream()
                .map(Timer::of)
                .toList();
    }

    /** The timer that "it" stands for, or that was chosen, if it still runs. */
    Optional<Timer> chosen() {
        return request.slot(Timer.KIND).flatMap(slot -> running(slot.value()));
    }

    Optional<Timer> running(String id) {
        return running().stream().filter(timer -> timer.id().equals(id)).findFirst();
    }

    /** Begun seconds count, so a timer never has no time left while it runs. */
    Duration remaining(Timer timer) {
        Duration remaining = Duration.between(now(), timer.dueAt());
        return remaining.isNegative()
                ? Duration.ZERO
                : remaining.plusMillis(999).truncatedTo(ChronoUnit.SECONDS);
    }

    /** The durations that were said, without those that are part of a time of day, such as 30 minutes in "5시 30분". */
    List<Entity> durations() {
        return request.entities().stream()
                .filter(entity -> entity.type().equals(Entity.DURATION))
                .filter(duration -> request.entities().stream().noneMatch(other -> isPartOfTime(duration, other)))
                .toList();
    }

    private static boolean isPartOfTime(Entity duration, Entity other) {
        boolean time = other.type().equals(Entity.TIME) || other.type().equals(Entity.DATETIME);
        boolean longer = other.end() - other.start() > duration.end() - duration.start();
        return time && longer && other.start() <= duration.start() && duration.end() <= other.end();
    }

    /** How long an entity lasts; months and years have no exact length and are all beyond any timer's. */
    static Duration length(Entity entity) {
        int time = entity.value().indexOf('T');
        String date = time < 0 ? entity.value() : entity.value().substring(0, time);
        boolean beyond = date.indexOf('M') >= 0 || date.indexOf('Y') >= 0;
        return beyond ? Duration.ofDays(365) : Duration.parse(entity.value());
    }

    static boolean isPossible(Duration duration) {
        return duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0;
    }

    String said(String key) {
        return texts.text(language(), key);
    }

    SkillAnswer plain(String key) {
        return SkillAnswer.of(said(key));
    }

    /** Asks which of some timers is meant. */
    SkillAnswer which(String key, List<Timer> candidates) {
        return SkillAnswer.choose(texts.list(language(), key, candidates, this::remaining), referents(candidates))
                .with(data(candidates));
    }

    List<Referent> referents(List<Timer> timers) {
        return timers.stream()
                .map(timer -> new Referent(
                        Timer.KIND,
                        timer.id(),
                        timer.name().orElseGet(() -> texts.spoken(language(), timer.duration()))))
                .toList();
    }

    static Map<String, Object> data(List<Timer> timers) {
        return Map.of("timers", timers.stream().map(Timer::data).toList());
    }
}
