package io.liying.skill.timer;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.job.api.Job;
import io.liying.job.api.Jobs;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.Referent;
import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillRequest;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sets, lists and cancels timers. */
@Component
public final class TimerSkill implements Skill {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int MOST_TIMERS = 50;

    private final Jobs jobs;
    private final TimerTexts texts;
    private final TimerWords words = new TimerWords();
    private final SkillDescription description;

    @Activate
    public TimerSkill(@Reference MessageCatalogs catalogs, @Reference Jobs jobs) {
        this.jobs = jobs;
        Messages messages = catalogs.of(TimerSkill.class);
        texts = new TimerTexts(messages);
        description = SkillDescription.read(Timer.KIND, TimerSkill.class, messages);
    }

    @Override
    public SkillDescription description() {
        return description;
    }

    @Override
    public SkillAnswer answer(SkillRequest request) {
        return switch (request.intent()) {
            case "timer.set" -> set(request);
            case "timer.list" -> list(request);
            case "timer.cancel" -> cancel(request);
            default -> throw new IllegalArgumentException("the timer knows no intent " + request.intent());
        };
    }

    private SkillAnswer set(SkillRequest request) {
        Language language = request.language();
        List<Entity> durations = durations(request);
        if (durations.isEmpty()) {
            return SkillAnswer.ask(said(request).text(language, "ask.duration"));
        }
        for (Entity entity : durations) {
            Duration duration = length(entity);
            if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
                return SkillAnswer.of(said(request).text(language, "limit.duration"));
            }
        }
        request.replaces().forEach(corrected -> jobs.cancel(corrected.value()));
        if (jobs.pending(Timer.KIND, request.personId()).size() + durations.size() > MOST_TIMERS) {
            return SkillAnswer.of(said(request).text(language, "limit.count"));
        }
        List<Optional<String>> names = durations.size() > 1
                ? words.names(language, request.text(), durations)
                : List.of(words.name(language, request.text(), Optional.of(durations.getFirst())));
        List<Timer> timers = new ArrayList<>();
        for (int i = 0; i < durations.size(); i++) {
            Duration duration = length(durations.get(i));
            Job job = jobs.schedule(
                    Timer.KIND,
                    request.personId(),
                    request.now().toInstant().plus(duration),
                    Timer.payload(names.get(i), duration, language));
            timers.add(Timer.of(job));
        }
        String text = timers.stream()
                .map(timer -> said(request).about(language, "set", timer, timer.duration()))
                .collect(Collectors.joining(" "));
        return SkillAnswer.of(text, data(timers)).about(referents(request, timers));
    }

    /** The durations that were said, without those that are part of a time of day, such as 30 minutes in "5시 30분". */
    private static List<Entity> durations(SkillRequest request) {
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

    private SkillAnswer list(SkillRequest request) {
        Language language = request.language();
        List<Timer> timers = meant(request, pending(request));
        if (timers.isEmpty()) {
            return SkillAnswer.of(said(request).text(language, "none"), data(timers));
        }
        String text = timers.size() == 1
                ? said(request).about(language, "list.one", timers.getFirst(), remaining(request, timers.getFirst()))
                : said(request).list(language, "list.many", timers, timer -> remaining(request, timer));
        return SkillAnswer.of(text, data(timers)).about(referents(request, timers));
    }

    private SkillAnswer cancel(SkillRequest request) {
        Language language = request.language();
        List<Timer> timers = pending(request);
        List<Timer> chosen = meant(request, timers);
        if (chosen.size() == 1 && request.slot(Timer.KIND).isPresent()) {
            return cancelled(request, chosen);
        }
        if (timers.isEmpty()) {
            return SkillAnswer.of(said(request).text(language, "none"), data(timers));
        }
        if (words.meansAll(language, request.text())) {
            return cancelled(request, timers);
        }
        List<Timer> named = timers.stream()
                .filter(timer -> timer.name()
                        .filter(name -> words.mentions(language, request.text(), name))
                        .isPresent())
                .toList();
        if (!named.isEmpty()) {
            return cancelOne(request, named);
        }
        List<Entity> durations = durations(request);
        if (!durations.isEmpty()) {
            Duration duration = length(durations.getFirst());
            List<Timer> equal = timers.stream()
                    .filter(timer -> timer.duration().equals(duration))
                    .toList();
            return equal.isEmpty()
                    ? SkillAnswer.of(said(request).text(language, "unknown.duration", duration), data(timers))
                    : cancelOne(request, equal);
        }
        Optional<String> name = words.name(language, request.text(), Optional.empty());
        if (name.isPresent()) {
            return SkillAnswer.of(said(request).unknown(language, name.get()), data(timers));
        }
        return cancelOne(request, timers);
    }

    private SkillAnswer cancelOne(SkillRequest request, List<Timer> candidates) {
        if (candidates.size() == 1) {
            return cancelled(request, candidates);
        }
        String question =
                said(request).list(request.language(), "ask.which", candidates, timer -> remaining(request, timer));
        return SkillAnswer.choose(question, referents(request, candidates)).with(data(candidates));
    }

    /** The timer that the person refers to, or all of them. */
    private static List<Timer> meant(SkillRequest request, List<Timer> timers) {
        Optional<Entity> slot = request.slot(Timer.KIND);
        List<Timer> meant = timers.stream()
                .filter(timer -> slot.isEmpty() || timer.id().equals(slot.get().value()))
                .toList();
        return meant.isEmpty() ? timers : meant;
    }

    private List<Referent> referents(SkillRequest request, List<Timer> timers) {
        Language language = request.language();
        return timers.stream()
                .map(timer -> new Referent(
                        Timer.KIND,
                        timer.id(),
                        timer.name().orElseGet(() -> said(request).spoken(language, timer.duration()))))
                .toList();
    }

    /** What is left is what "it" means next. */
    private SkillAnswer cancelled(SkillRequest request, List<Timer> timers) {
        Language language = request.language();
        List<Timer> cancelled =
                timers.stream().filter(timer -> jobs.cancel(timer.id())).toList();
        String text = switch (cancelled.size()) {
            case 0 -> said(request).text(language, "too.late");
            case 1 -> said(request).about(language, "cancelled", cancelled.getFirst(), Duration.ZERO);
            default -> said(request).cancelled(language, cancelled.size());
        };
        return SkillAnswer.of(text, data(cancelled)).about(referents(request, pending(request)));
    }

    private List<Timer> pending(SkillRequest request) {
        return jobs.pending(Timer.KIND, request.personId()).stream()
                .map(Timer::of)
                .toList();
    }

    /** Begun seconds count, so a timer never has no time left while it runs. */
    private static Duration remaining(SkillRequest request, Timer timer) {
        Duration remaining = Duration.between(request.now().toInstant(), timer.dueAt());
        return remaining.isNegative()
                ? Duration.ZERO
                : remaining.plusMillis(999).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Map<String, Object> data(List<Timer> timers) {
        return Map.of("timers", timers.stream().map(Timer::data).toList());
    }

    /** How long an entity lasts; months and years have no exact length and are all beyond any timer's. */
    private static Duration length(Entity entity) {
        int time = entity.value().indexOf('T');
        String date = time < 0 ? entity.value() : entity.value().substring(0, time);
        boolean beyond = date.indexOf('M') >= 0 || date.indexOf('Y') >= 0;
        return beyond ? Duration.ofDays(365) : Duration.parse(entity.value());
    }

    /** The texts in the person's formality. */
    private TimerTexts said(SkillRequest request) {
        return texts.in(request.person().formality());
    }
}
