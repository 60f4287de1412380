package io.liying.skill.timer;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.job.api.Job;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.PersonContext;
import io.liying.skill.api.Referent;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillRequest;
import io.liying.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimerChangeTest {

    private final ManualClock clock = ManualClock.at("2026-11-21T15:05+09:00[Asia/Seoul]");
    private final JobsInMemory jobs = new JobsInMemory(clock);
    private final TimerSkill timers = new TimerSkill(new MessageFiles(), jobs);

    /** The timer runs for ten minutes more; what is said is followed by how long it runs then. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | [2분] 더 늘려 줘 | PT12M",
                "KOREAN | 타이머에서 [2분] 빼 줘 | PT8M",
                "KOREAN | [2분]으로 늘려 줘 | PT2M",
                "ENGLISH | add [2 minutes] | PT12M",
                "ENGLISH | take [2 minutes] off the timer | PT8M",
                "ENGLISH | extend the timer to [2 minutes] | PT2M",
                "ENGLISH | make it [2 minutes] | PT2M",
                "ENGLISH | make it [2 minutes] longer | PT12M",
                "CHINESE | 再加[两分钟] | PT12M",
                "CHINESE | 减[两分钟] | PT8M",
                "CHINESE | 延长到[两分钟] | PT2M",
                "JAPANESE | [2分]延ばして | PT12M",
                "JAPANESE | [2分]短くして | PT8M",
                "JAPANESE | [2分]に短縮して | PT2M",
                "SPANISH | añade [2 minutos] más | PT12M",
                "SPANISH | quítale [2 minutos] | PT8M",
                "SPANISH | reduce el temporizador a [2 minutos] | PT2M",
                "FRENCH | ajoute [2 minutes] | PT12M",
                "FRENCH | enlève [2 minutes] au minuteur | PT8M",
                "FRENCH | prolonge le minuteur à [2 minutes] | PT2M",
                "GERMAN | noch [2 Minuten] mehr | PT12M",
                "GERMAN | verkürze den Timer um [2 Minuten] | PT8M",
                "GERMAN | verlängere den Timer auf [2 Minuten] | PT2M"
            })
    void a_timer_runs_longer_shorter_or_as_long_as_is_said(Language language, String marked, Duration left) {
        set("", "PT15M");
        clock.advance(Duration.ofMinutes(5));

        change(language, marked, "PT2M", List.of());

        assertThat(due()).containsExactly(clock.instant().plus(left));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH | another minute",
                "GERMAN | noch eine Minute",
                "FRENCH | encore une minute",
                "SPANISH | otro minuto"
            })
    void another_minute_is_one_more(Language language, String text) {
        set("", "PT5M");

        say(language, text);

        assertThat(due()).containsExactly(clock.instant().plus(Duration.ofMinutes(6)));
    }

    @Test
    void a_correction_takes_the_place_of_the_last_change() {
        set("", "PT5M");
        SkillAnswer changed = change(Language.ENGLISH, "add [2 minutes]", "PT2M", List.of());

        SkillAnswer corrected = change(Language.ENGLISH, "add [3 minutes]", "PT3M", changed.referents());

        assertThat(corrected.text()).isEqualTo("Okay, your timer has 8 minutes left now.");
    }

    @Test
    void the_timer_that_was_spoken_of_last_is_changed() {
        set("a pasta timer", "PT8M");
        set("a tea timer", "PT4M");

        assertThat(change(Language.ENGLISH, "add [1 minute]", "PT1M", List.of()).text())
                .isEqualTo("Okay, your “tea” timer has 5 minutes left now.");
        assertThat(change(Language.ENGLISH, "add [1 minute] to the pasta timer", "PT1M", List.of())
                        .text())
                .isEqualTo("Okay, your “pasta” timer has 9 minutes left now.");
        assertThat(change(Language.ENGLISH, "add [1 minute] to the pizza timer", "PT1M", List.of())
                        .text())
                .isEqualTo("There is no timer called “pizza”.");
    }

    @Test
    void what_is_too_much_or_too_little_changes_nothing() {
        set("", "PT5M");
        List<Instant> before = due();

        assertThat(change(Language.ENGLISH, "take [5 minutes] off", "PT5M", List.of())
                        .text())
                .isEqualTo("Your timer has only 5 minutes left, so I can't take 5 minutes off it.");
        assertThat(change(Language.ENGLISH, "add [7 days]", "P7D", List.of()).text())
                .isEqualTo("A timer can run from 1 second to 7 days.");
        assertThat(due()).isEqualTo(before);
    }

    @Test
    void programs_get_the_changed_timer_and_all_that_run() {
        set("a pasta timer", "PT8M");
        set("", "PT4M");

        Map<String, Object> data =
                change(Language.ENGLISH, "add [1 minute]", "PT1M", List.of()).data();

        assertThat((List<?>) data.get("timers")).hasSize(1);
        assertThat((List<?>) data.get("running")).hasSize(2);
    }

    private List<Instant> due() {
        return jobs.pending(Timer.KIND, "ada").stream().map(Job::dueAt).toList();
    }

    private void set(String words, String duration) {
        String text = words + " …";
        Entity entity = new Entity(Entity.DURATION, duration, "…", text.length() - 1, text.length(), 1);
        timers.answer(request("timer.set", Language.ENGLISH, text, List.of(entity), List.of()));
    }

    private SkillAnswer change(Language language, String marked, String duration, List<Referent> replaces) {
        int start = marked.indexOf('[');
        int end = marked.indexOf(']') - 1;
        String text = marked.replace("[", "").replace("]", "");
        Entity entity = new Entity(Entity.DURATION, duration, text.substring(start, end), start, end, 1);
        return timers.answer(request("timer.change", language, text, List.of(entity), replaces));
    }

    private void say(Language language, String text) {
        timers.answer(request("timer.change", language, text, List.of(), List.of()));
    }

    private SkillRequest request(
            String intent, Language language, String text, List<Entity> entities, List<Referent> replaces) {
        return new SkillRequest(
                intent,
                text,
                language,
                entities,
                "ada",
                "session",
                ZonedDateTime.now(clock),
                Map.of(),
                false,
                replaces,
                PersonContext.unknown(language));
    }
}
