package io.liying.skill.timer;

import io.liying.job.api.Job;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.SkillAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lengthens and shortens running timers, and gives them another remaining time. */
final class TimerChange {

    /** What a duration does to the time that a timer has left. */
    enum Kind {
        LONGER,
        SHORTER,
        EXACTLY
    }

    private final TimerWords words;
    private final LastSpoken spoken;

    TimerChange(TimerWords words, LastSpoken spoken) {
        this.words = words;
        this.spoken = spoken;
    }

    SkillAnswer answer(TimerRequest asked) {
        List<Timer> running = asked.running();
        if (running.isEmpty()) {
            return asked.plain("change.none").with(TimerRequest.data(running));
        }
        List<Entity> durations = words.durations(asked);
        if (durations.isEmpty()) {
            return SkillAnswer.ask("duration", asked.said("change.ask"));
        }
        Optional<Timer> corrected = corrected(asked);
        Optional<Entity> told = durations.size() < 2 ? Optional.empty() : telling(durations, running);
        List<Timer> candidates = corrected
                .or(asked::chosen)
                .map(List::of)
                .orElseGet(() -> told.map(TimerRequest::length)
                        .map(length -> lasting(running, length))
                        .orElseGet(() -> named(asked, running, durations.getFirst())));
        if (candidates.isEmpty()) {
            String name = words.name(asked.language(), asked.text(), Optional.of(durations.getFirst()))
                    .orElse("");
            return SkillAnswer.of(asked.texts().unknown(asked.language(), name), TimerRequest.data(running));
        }
        Optional<Timer> meant = candidates.size() == 1 ? Optional.of(candidates.getFirst()) : last(asked, candidates);
        if (meant.isEmpty()) {
            return asked.which("change.which", candidates);
        }
        Entity by = durations.stream()
                .filter(duration -> told.isEmpty() || !told.get().equals(duration))
                .reduce((one, other) -> other)
                .orElseThrow();
        return changed(asked, meant.get(), corrected.flatMap(Timer::before), by);
    }

    /** The timer whose last change this one takes the place of. */
    private static Optional<Timer> corrected(TimerRequest asked) {
        return asked.request().replaces().stream()
                .flatMap(replaced -> asked.running(replaced.value()).stream())
                .findFirst();
    }

    /** Of several durations the one that tells which timer is meant: "make the 5 minute timer 10 minutes". */
    private static Optional<Entity> telling(List<Entity> durations, List<Timer> running) {
        return durations.stream()
                .filter(duration ->
                        !lasting(running, TimerRequest.length(duration)).isEmpty())
                .findFirst();
    }

    private static List<Timer> lasting(List<Timer> running, Duration length) {
        return running.stream().filter(timer -> timer.duration().equals(length)).toList();
    }

    /** Those whose name was said. A name that none has can mean those that have no name. */
    private List<Timer> named(TimerRequest asked, List<Timer> running, Entity duration) {
        List<Timer> named = words.mentioned(asked.language(), asked.text(), running);
        if (!named.isEmpty()) {
            return named;
        }
        boolean other = words.name(asked.language(), asked.text(), Optional.of(duration))
                .isPresent();
        return other ? running.stream().filter(timer -> timer.name().isEmpty()).toList() : running;
    }

    private Optional<Timer> last(TimerRequest asked, List<Timer> candidates) {
        return spoken.in(asked.request())
                .flatMap(id -> candidates.stream()
                        .filter(timer -> timer.id().equals(id))
                        .findFirst());
    }

    private SkillAnswer changed(TimerRequest asked, Timer timer, Optional<Timer.Run> undone, Entity by) {
        Timer.Run run = undone.orElseGet(timer::run);
        Duration left = Duration.between(asked.now(), run.dueAt());
        Duration amount = TimerRequest.length(by);
        Kind kind = words.change(asked);
        Duration after = switch (kind) {
            case LONGER -> left.plus(amount);
            case SHORTER -> left.minus(amount);
            case EXACTLY -> amount;
        };
        if (kind == Kind.SHORTER && after.compareTo(TimerRequest.SHORTEST) < 0) {
            String text = asked.texts().tooShort(asked.language(), timer, asked.remaining(timer), amount);
            return SkillAnswer.of(text, data(asked, timer)).about(asked.referents(List.of(timer)));
        }
        if (!TimerRequest.isPossible(after)) {
            return SkillAnswer.of(asked.said("limit.duration"), data(asked, timer))
                    .about(asked.referents(List.of(timer)));
        }
        Duration whole = kind == Kind.EXACTLY ? amount : run.duration().plus(after.minus(left));
        return exchanged(asked, timer, asked.now().plus(after), timer.changed(run, whole))
                .map(next -> SkillAnswer.of(
                                asked.texts().about(asked.language(), "changed", next, asked.remaining(next)),
                                data(asked, next))
                        .about(asked.referents(List.of(next))))
                .orElseGet(() -> asked.plain("too.late"));
    }

    /** The new one is there before the old one goes, so that no crash between them loses the timer. */
    private static Optional<Timer> exchanged(
            TimerRequest asked, Timer timer, Instant dueAt, Map<String, String> payload) {
        Job job = asked.jobs().schedule(Timer.KIND, asked.request().personId(), dueAt, payload);
        if (asked.jobs().cancel(timer.id())) {
            return Optional.of(Timer.of(job));
        }
        asked.jobs().cancel(job.id());
        return Optional.empty();
    }

    /** With all that run, as the changed one takes the place of another. */
    private static Map<String, Object> data(TimerRequest asked, Timer timer) {
        Map<String, Object> data = new HashMap<>(TimerRequest.data(List.of(timer)));
        data.put("running", asked.running().stream().map(Timer::data).toList());
        return data;
    }
}
