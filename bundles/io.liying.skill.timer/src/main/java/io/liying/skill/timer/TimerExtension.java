package io.liying.skill.timer;

import io.liying.i18n.api.MessageCatalogs;
import io.liying.job.api.Jobs;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillRequest;
import java.util.List;
import java.util.Optional;

/** Lengthens a running timer for a person who says "five more minutes" when no alarm has rung. */
public final class TimerExtension {

    private final Jobs jobs;
    private final TimerTexts texts;
    private final TimerWords words = new TimerWords();
    private final TimerChange change = new TimerChange(words, new LastSpoken());

    public TimerExtension(MessageCatalogs catalogs, Jobs jobs) {
        this.jobs = jobs;
        texts = new TimerTexts(catalogs.of(TimerSkill.class));
    }

    /** The answer; empty if no timer runs, or more than that was said. */
    public Optional<SkillAnswer> answer(SkillRequest request) {
        TimerRequest asked =
                new TimerRequest(request, jobs, texts.in(request.person().formality()));
        return !asked.running().isEmpty() && isBare(asked) ? Optional.of(change.answer(asked)) : Optional.empty();
    }

    /** Whether hardly anything but the duration was said, and that it is more. */
    private boolean isBare(TimerRequest asked) {
        List<Entity> durations = words.durations(asked);
        return durations.size() == 1
                && durations.getFirst().text().length() * 2 >= asked.text().length()
                && words.change(asked) == TimerChange.Kind.LONGER;
    }
}
