package io.liying.skill.timer;

import io.liying.conversation.api.Notice;
import io.liying.conversation.api.Notices;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.job.api.Job;
import io.liying.job.api.JobHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rings a timer that is due. A timer that rings twice after a crash has the same notice id both times. */
@Component
public final class TimerBell implements JobHandler {

    private final Notices notices;
    private final Clock clock;
    private final TimerTexts texts;

    @Activate
    public TimerBell(@Reference MessageCatalogs catalogs, @Reference Notices notices, @Reference Clock clock) {
        this.notices = notices;
        this.clock = clock;
        texts = new TimerTexts(catalogs.of(TimerSkill.class));
    }

    @Override
    public String kind() {
        return Timer.KIND;
    }

    @Override
    public void run(Job job) {
        Timer timer = Timer.of(job);
        Map<String, Object> data = new HashMap<>(timer.data());
        data.remove("id");
        data.put("timer_id", timer.id());
        notices.publish(new Notice(
                timer.id(),
                job.personId(),
                "timer.fired",
                timer.language(),
                texts.about(timer.language(), "fired", timer, Duration.ZERO),
                data,
                clock.instant()));
    }
}
