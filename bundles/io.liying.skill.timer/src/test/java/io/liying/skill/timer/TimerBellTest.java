package io.liying.skill.timer;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.conversation.api.Notice;
import io.liying.conversation.api.Notices;
import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.job.api.Job;
import io.liying.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimerBellTest {

    private final ManualClock clock = ManualClock.at("2026-11-21T15:05+09:00[Asia/Seoul]");
    private final List<Notice> published = new ArrayList<>();
    private final TimerBell bell = new TimerBell(new MessageFiles(), new PublishedNotices(), clock);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 8분 타이머가 끝났어요. | 차 타이머가 끝났어요.",
                "ENGLISH | Time's up: your timer for 8 minutes has ended. | Time's up: your “차” timer has ended.",
                "CHINESE | 时间到！8分钟的计时器结束了。 | 时间到！“차”计时器结束了。",
                "JAPANESE | 8分のタイマーが終わりました。 | 「차」タイマーが終わりました。",
                "SPANISH | ¡Tiempo! El temporizador de 8 minutos ha terminado."
                        + " | ¡Tiempo! El temporizador «차» ha terminado.",
                "FRENCH | C'est l'heure\u00a0: le minuteur de 8 minutes est terminé."
                        + " | C'est l'heure\u00a0: le minuteur «\u00a0차\u00a0» est terminé.",
                "GERMAN | Die Zeit ist um: Der Timer über 8 Minuten ist abgelaufen."
                        + " | Die Zeit ist um: Der Timer „차“ ist abgelaufen."
            })
    void a_timer_rings_in_the_language_in_which_it_was_set(Language language, String unnamed, String named) {
        bell.run(job(Timer.payload(Optional.empty(), Duration.ofMinutes(8), language)));
        bell.run(job(Timer.payload(Optional.of("차"), Duration.ofMinutes(8), language)));

        assertThat(published).extracting(Notice::text).containsExactly(unnamed, named);
        assertThat(published).extracting(Notice::language).containsOnly(language);
    }

    @Test
    void the_notice_names_the_timer_for_programs() {
        bell.run(job(Timer.payload(Optional.of("tea"), Duration.ofMinutes(8), Language.ENGLISH)));

        assertThat(published)
                .containsExactly(new Notice(
                        "job-1",
                        "ada",
                        "timer.fired",
                        Language.ENGLISH,
                        "Time's up: your “tea” timer has ended.",
                        Map.of(
                                "timer_id",
                                "job-1",
                                "name",
                                "tea",
                                "duration",
                                "PT8M",
                                "due_at",
                                "2026-11-21T06:05:00Z"),
                        clock.instant()));
        assertThat(bell.kind()).isEqualTo("timer");
    }

    private Job job(Map<String, String> payload) {
        return new Job("job-1", "timer", "ada", clock.instant(), clock.instant(), payload);
    }

    private final class PublishedNotices implements Notices {

        @Override
        public void publish(Notice notice) {
            published.add(notice);
        }

        @Override
        public Subscription subscribe(String personId, Consumer<? super Notice> listener) {
            return () -> {};
        }
    }
}
