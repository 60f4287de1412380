package io.liying.skill.timer;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.job.api.Job;
import io.liying.job.api.Jobs;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sets, lists, changes and cancels timers. */
@Component
public final class TimerSkill implements Skill {

    private static final int MOST_TIMERS = 50;

    private final Jobs jobs;
    private final TimerTexts texts;
    private final TimerWords words = new TimerWords();
    private final LastSpoken spoken = new LastSpoken();
    private final TimerChange change = new TimerChange(words, spoken);
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
        TimerRequest asked =
                new TimerRequest(request, jobs, texts.in(request.person().formality()));
        SkillAnswer answer = switch (request.intent()) {
            case "timer.set" -> set(asked);
            case "timer.list" -> list(asked);
            case "timer.change" -> change.answer(asked);
            case "timer.cancel" -> cancel(asked);
            default -> throw new IllegalArgumentException("the timer knows no intent " + request.intent());
        };
        spoken.note(request, answer);
        return answer;
    }

    private SkillAnswer set(TimerRequest asked) {
        SkillRequest request = asked.request();
        Language language = asked.language();
        List<Entity> durations = asked.durations();
        if (durations.isEmpty()) {
            return SkillAnswer.ask(asked.said("ask.duration"));
        }
        if (!durations.stream().map(TimerRequest::length).allMatch(TimerRequest::isPossible)) {
            return asked.plain("limit.duration");
        }
        request.replaces().forEach(corrected -> jobs.cancel(corrected.value()));
        if (asked.running().size() + durations.size() > MOST_TIMERS) {
            return asked.plain("limit.count");
        }
        List<Optional<String>> names = durations.size() > 1
                ? words.names(language, asked.text(), durations)
                : List.of(words.name(language, asked.text(), Optional.of(durations.getFirst())));
        List<Timer> timers = new ArrayList<>();
        for (int i = 0; i < durations.size(); i++) {
            Duration duration = TimerRequest.length(durations.get(i));
            Job job = jobs.schedule(
                    Timer.KIND,
                    request.personId(),
                    asked.now().plus(duration),
                    Timer.payload(names.get(i), duration, language));
            timers.add(Timer.of(job));
        }
        String text = timers.stream()
                .map(timer -> asked.texts().about(language, "set", timer, timer.duration()))
                .collect(Collectors.joining(" "));
        return SkillAnswer.of(text, TimerRequest.data(timers)).about(asked.referents(timers));
    }

    private SkillAnswer list(TimerRequest asked) {
        List<Timer> running = asked.running();
        if (running.isEmpty()) {
            return none(asked);
        }
        List<Timer> named = words.mentioned(asked.language(), asked.text(), running);
        List<Timer> timers = asked.chosen().map(List::of).orElse(named.isEmpty() ? running : named);
        String text = timers.size() == 1
                ? asked.texts()
                        .about(asked.language(), "list.one", timers.getFirst(), asked.remaining(timers.getFirst()))
                : asked.texts().list(asked.language(), "list.many", timers, asked::remaining);
        return SkillAnswer.of(text, TimerRequest.data(timers)).about(asked.referents(timers));
    }

    private static SkillAnswer none(TimerRequest asked) {
        return asked.plain("none").with(TimerRequest.data(List.of()));
    }

    private SkillAnswer cancel(TimerRequest asked) {
        Language language = asked.language();
        List<Timer> timers = asked.running();
        Optional<Timer> chosen = asked.chosen();
        if (chosen.isPresent()) {
            return cancelled(asked, List.of(chosen.get()));
        }
        if (timers.isEmpty()) {
            return none(asked);
        }
        if (words.meansAll(language, asked.text())) {
            return cancelled(asked, timers);
        }
        List<Timer> named = words.mentioned(language, asked.text(), timers);
        if (!named.isEmpty()) {
            return cancelOne(asked, named);
        }
        List<Entity> durations = asked.durations();
        if (!durations.isEmpty()) {
            Duration duration = TimerRequest.length(durations.getFirst());
            List<Timer> equal = timers.stream()
                    .filter(timer -> timer.duration().equals(duration))
                    .toList();
            return equal.isEmpty()
                    ? SkillAnswer.of(
                            asked.texts().text(language, "unknown.duration", duration), TimerRequest.data(timers))
                    : cancelOne(asked, equal);
        }
        Optional<String> name = words.name(language, asked.text(), Optional.empty());
        if (name.isPresent()) {
            return SkillAnswer.of(asked.texts().unknown(language, name.get()), TimerRequest.data(timers));
        }
        return cancelOne(asked, timers);
    }

    private SkillAnswer cancelOne(TimerRequest asked, List<Timer> candidates) {
        return candidates.size() == 1 ? cancelled(asked, candidates) : asked.which("ask.which", candidates);
    }

    /** What is left is what "it" means next. */
    private SkillAnswer cancelled(TimerRequest asked, List<Timer> timers) {
        Language language = asked.language();
        List<Timer> cancelled =
                timers.stream().filter(timer -> jobs.cancel(timer.id())).toList();
        String text = switch (cancelled.size()) {
            case 0 -> asked.said("too.late");
            case 1 -> asked.texts().about(language, "cancelled", cancelled.getFirst(), Duration.ZERO);
            default -> asked.texts().cancelled(language, cancelled.size());
        };
        return SkillAnswer.of(text, TimerRequest.data(cancelled)).about(asked.referents(asked.running()));
    }
}
