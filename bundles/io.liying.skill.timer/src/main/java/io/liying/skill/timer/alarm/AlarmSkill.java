package io.liying.skill.timer.alarm;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.job.api.Job;
import io.liying.job.api.Jobs;
import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.timer.LastSpoken;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sets, lists, changes, cancels and puts off alarms and reminders. */
@Component
public final class AlarmSkill implements Skill {

    private static final int MOST = 100;
    private static final int LONGEST_TEXT = 300;

    private final Jobs jobs;
    private final AlarmTexts texts;
    private final AlarmWords words = new AlarmWords();
    private final AlarmDays days;
    private final Snooze snooze;
    private final LastSpoken spoken = new LastSpoken();
    private final SkillDescription description;

    @Activate
    public AlarmSkill(@Reference MessageCatalogs catalogs, @Reference Jobs jobs) {
        this.jobs = jobs;
        Messages messages = catalogs.of(AlarmSkill.class);
        texts = new AlarmTexts(messages);
        days = new AlarmDays(jobs, words, spoken);
        snooze = new Snooze(catalogs, jobs);
        description = SkillDescription.read("alarm", AlarmSkill.class, messages);
    }

    @Override
    public SkillDescription description() {
        return description;
    }

    @Override
    public SkillAnswer answer(SkillRequest request) {
        SkillAnswer answer = switch (request.intent()) {
            case "alarm.set" -> setAlarm(request);
            case "reminder.set" -> setReminder(request);
            case "alarm.list" -> list(request, false);
            case "reminder.list" -> list(request, true);
            case "alarm.cancel" -> cancel(request, false);
            case "reminder.cancel" -> cancel(request, true);
            case "alarm.days" -> days.answer(request, answers(request));
            case "alarm.snooze" -> snooze.answer(request, answers(request));
            default -> throw new IllegalArgumentException("the alarms know no intent " + request.intent());
        };
        spoken.note(request, answer);
        return answer;
    }

    private SkillAnswer setAlarm(SkillRequest request) {
        Optional<AskedMoment> moment = AskedMoment.of(request, false);
        return moment.isEmpty()
                ? SkillAnswer.ask("when", said(request).text(request.language(), "alarm.ask.when"))
                : set(request, false, words.alarmName(request).orElse(""), moment.get());
    }

    private SkillAnswer setReminder(SkillRequest request) {
        Language language = request.language();
        Optional<String> text = words.reminder(request).filter(found -> !found.isBlank());
        if (text.isEmpty()) {
            return SkillAnswer.ask("text", said(request).text(language, "reminder.ask.text"));
        }
        Optional<AskedMoment> moment = AskedMoment.of(request, true);
        return moment.isEmpty()
                ? SkillAnswer.ask("when", said(request).text(language, "reminder.ask.when"))
                : set(request, true, text.get(), moment.get());
    }

    private SkillAnswer set(SkillRequest request, boolean reminder, String text, AskedMoment moment) {
        Language language = request.language();
        if (!moment.first().isAfter(request.now().toLocalDateTime())) {
            return SkillAnswer.of(said(request).text(language, "past"));
        }
        if (text.length() > LONGEST_TEXT) {
            return SkillAnswer.of(said(request).text(language, "limit.length"));
        }
        request.replaces().forEach(thing -> jobs.cancel(thing.value()));
        if (jobs.pending(Ring.KIND, request.personId()).size() >= MOST) {
            return SkillAnswer.of(said(request).text(language, "limit.count"));
        }
        ZoneId zone = request.now().getZone();
        Job job = jobs.schedule(
                Ring.KIND,
                request.personId(),
                moment.first().atZone(zone).toInstant(),
                Ring.payload(reminder, text, zone, moment.repeat(), language));
        Ring ring = Ring.of(job);
        return answers(request)
                .told(
                        said(request)
                                .about(
                                        language,
                                        reminder ? "reminder.set" : "alarm.set",
                                        ring,
                                        answers(request).today()),
                        List.of(ring));
    }

    private SkillAnswer list(SkillRequest request, boolean reminders) {
        Language language = request.language();
        List<Ring> rings = pending(request, reminders);
        String kind = reminders ? "reminder" : "alarm";
        return rings.isEmpty()
                ? SkillAnswer.of(said(request).text(language, kind + ".none"), Map.of("alarms", List.of()))
                : answers(request)
                        .told(
                                said(request)
                                        .list(
                                                language,
                                                kind + ".list",
                                                rings,
                                                answers(request).today()),
                                rings);
    }

    /** @param asked whether a reminder was asked for; what was chosen among the things spoken of knows better */
    private SkillAnswer cancel(SkillRequest request, boolean asked) {
        Language language = request.language();
        Optional<Ring> chosen = chosen(request);
        boolean reminders = chosen.map(Ring::reminder).orElse(asked);
        String kind = reminders ? "reminder" : "alarm";
        List<Ring> rings = pending(request, reminders);
        if (rings.isEmpty()) {
            return SkillAnswer.of(said(request).text(language, kind + ".none"), Map.of("alarms", List.of()));
        }
        List<Ring> meant =
                chosen.map(List::of).orElseGet(() -> words.meansAll(request) ? rings : meant(request, rings));
        if (meant.isEmpty()) {
            return answers(request)
                    .told(
                            said(request)
                                    .list(
                                            language,
                                            kind + ".unknown",
                                            rings,
                                            answers(request).today()),
                            rings);
        }
        if (meant.size() > 1 && !words.meansAll(request)) {
            return answers(request).which(kind + ".which", meant);
        }
        List<Ring> cancelled =
                meant.stream().filter(ring -> jobs.cancel(ring.id())).toList();
        return switch (cancelled.size()) {
            case 0 -> SkillAnswer.of(said(request).text(language, "too.late"));
            case 1 ->
                answers(request)
                        .told(
                                said(request)
                                        .about(
                                                language,
                                                kind + ".cancelled",
                                                cancelled.getFirst(),
                                                answers(request).today()),
                                cancelled);
            default ->
                answers(request)
                        .told(
                                said(request)
                                        .text(language, kind + ".cancelled.many", Map.of("count", cancelled.size())),
                                cancelled);
        };
    }

    private Optional<Ring> chosen(SkillRequest request) {
        return request.slot("alarm")
                .flatMap(chosen -> jobs.pending(Ring.KIND, request.personId()).stream()
                        .map(Ring::of)
                        .filter(ring -> ring.id().equals(chosen.value()))
                        .findFirst());
    }

    /** Those that were named or are at the time that was said; all if nothing was. */
    private List<Ring> meant(SkillRequest request, List<Ring> rings) {
        String said = request.text().toLowerCase(Locale.ROOT);
        List<Ring> named = rings.stream()
                .filter(ring ->
                        !ring.text().isEmpty() && said.contains(ring.text().toLowerCase(Locale.ROOT)))
                .toList();
        if (!named.isEmpty()) {
            return named;
        }
        Optional<LocalTime> time =
                AskedMoment.of(request, false).map(moment -> moment.first().toLocalTime());
        return time.isEmpty()
                ? rings
                : rings.stream()
                        .filter(ring -> ring.local().toLocalTime().equals(time.get()))
                        .toList();
    }

    private List<Ring> pending(SkillRequest request, boolean reminders) {
        return jobs.pending(Ring.KIND, request.personId()).stream()
                .map(Ring::of)
                .filter(ring -> ring.reminder() == reminders)
                .toList();
    }

    private RingAnswers answers(SkillRequest request) {
        return new RingAnswers(request, said(request));
    }

    /** The texts in the person's formality. */
    private AlarmTexts said(SkillRequest request) {
        return texts.in(request.person().formality());
    }
}
