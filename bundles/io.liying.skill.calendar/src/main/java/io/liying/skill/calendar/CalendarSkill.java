package io.liying.skill.calendar;

import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.skill.api.Skill;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillDescription;
import io.liying.skill.api.SkillRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers what people ask of their calendar. */
@Component
public final class CalendarSkill implements Skill {

    private final SkillDescription description;
    private final NewEvents newEvents;
    private final Agenda agenda;
    private final Changes changes;

    @Activate
    public CalendarSkill(@Reference MessageCatalogs catalogs, @Reference PersonCalendars calendars) {
        Messages messages = catalogs.of(CalendarSkill.class);
        description = SkillDescription.read("calendar", CalendarSkill.class, messages);
        CalendarTexts texts = new CalendarTexts(messages);
        CalendarWords words = new CalendarWords();
        EventSearch search = new EventSearch(calendars, words);
        newEvents = new NewEvents(calendars, texts, words);
        agenda = new Agenda(calendars, texts, words, search);
        changes = new Changes(calendars, texts, words, search);
    }

    @Override
    public SkillDescription description() {
        return description;
    }

    @Override
    public SkillAnswer answer(SkillRequest request) {
        return switch (request.intent()) {
            case "calendar.create" -> newEvents.create(request);
            case "calendar.query" -> agenda.query(request);
            case "calendar.free" -> agenda.free(request);
            case "calendar.move" -> changes.move(request);
            case "calendar.delete" -> changes.delete(request);
            case "calendar.remind" -> changes.remind(request);
            default -> throw new IllegalArgumentException("the calendar knows no intent " + request.intent());
        };
    }
}
