package io.liying.skill.calendar;

import io.liying.conversation.api.Notice;
import io.liying.conversation.api.Notices;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.job.api.Job;
import io.liying.job.api.JobHandler;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reminds of events at every open door. What is told twice after a crash has the same notice id both times. */
@Component
public final class EventBell implements JobHandler {

    private final PersonCalendars calendars;
    private final Notices notices;
    private final CalendarTexts texts;

    @Activate
    public EventBell(
            @Reference MessageCatalogs catalogs, @Reference PersonCalendars calendars, @Reference Notices notices) {
        this.calendars = calendars;
        this.notices = notices;
        texts = new CalendarTexts(catalogs.of(CalendarSkill.class));
    }

    @Override
    public String kind() {
        return Reminders.KIND;
    }

    @Override
    public void run(Job job) {
        Instant now = calendars.now();
        for (Reminders.Due due : calendars.due(job)) {
            Occurrence occurrence = due.occurrence();
            Map<String, Object> data = new HashMap<>(occurrence.data());
            data.put("event_id", occurrence.event().id());
            data.remove("id");
            notices.publish(new Notice(
                    "calendar-" + occurrence.reference(),
                    job.personId(),
                    "calendar.reminder",
                    occurrence.event().language(),
                    texts.reminder(occurrence, now),
                    data,
                    now));
        }
    }
}
