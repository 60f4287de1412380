package io.liying.skill.timer.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.conversation.api.Notice;
import io.liying.conversation.api.Notices;
import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.job.api.Job;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.PersonContext;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillRequest;
import io.liying.skill.timer.JobsInMemory;
import io.liying.testkit.ManualClock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AlarmSkillTest {

    private static final String EVERY_WORKDAY = "2026-11-23T07:00/FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";

    private final ManualClock clock = ManualClock.at("2026-11-21T15:05+09:00[Asia/Seoul]");
    private final JobsInMemory jobs = new JobsInMemory(clock);
    private final AlarmSkill alarms = new AlarmSkill(new MessageFiles(), jobs);
    private final List<Notice> notices = new ArrayList<>();
    private final AlarmBell bell = new AlarmBell(new MessageFiles(), jobs, new Collected(), clock);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 네, 내일 오전 7시에 알람을 맞췄어요. | 네, 평일마다 오전 7시에 알람을 맞췄어요. | 알람 2개가 있어요."
                        + " / - 내일 오전 7시 / - 평일마다 오전 7시",
                "ENGLISH | Okay, the alarm is set for tomorrow at 7:00 AM."
                        + " | Okay, the alarm is set for every weekday at 7:00 AM. | 2 alarms are set:"
                        + " / - tomorrow at 7:00 AM / - every weekday at 7:00 AM",
                "CHINESE | 好的，闹钟定在明天07:00。 | 好的，闹钟定在每个工作日07:00。 | 有2个闹钟： / - 明天07:00 / - 每个工作日07:00",
                "JAPANESE | はい、明日の7時にアラームをセットしました。 | はい、平日の7時にアラームをセットしました。 | アラームが2件あります。" + " / - 明日の7時 / - 平日の7時",
                "SPANISH | De acuerdo, alarma puesta para mañana a las 7:00."
                        + " | De acuerdo, alarma puesta para los días laborables a las 7:00."
                        + " | Hay 2 alarmas puestas: / - mañana a las 7:00 / - los días laborables a las 7:00",
                "FRENCH | D'accord, l'alarme est réglée\u00a0: demain à 7 h."
                        + " | D'accord, l'alarme est réglée\u00a0: en semaine à 7 h."
                        + " | Il y a 2 alarmes\u00a0: / - demain à 7 h / - en semaine à 7 h",
                "GERMAN | Gut, der Wecker ist gestellt: morgen um 7 Uhr."
                        + " | Gut, der Wecker ist gestellt: werktags um 7 Uhr."
                        + " | 2 Wecker sind gestellt: / - morgen um 7 Uhr / - werktags um 7 Uhr"
            })
    void alarms_are_set_once_and_again_and_again(Language language, String once, String repeated, String list) {
        assertThat(say("alarm.set", language, "…", entity(Entity.TIME, "07:00")).text())
                .isEqualTo(once);
        assertThat(say("alarm.set", language, "…", entity(Entity.RECURRENCE, EVERY_WORKDAY))
                        .text())
                .isEqualTo(repeated);
        assertThat(say("alarm.list", language, "…").text().lines()).containsExactly(list.split(" / "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 오후 5시에 엄마한테 전화하라고 알려 줘 | 오후 5시 | 네, 오늘 오후 5시에 알려 드릴게요: 엄마한테 전화" + " | 알려 드려요: 엄마한테 전화",
                "ENGLISH | Remind me to call mum at 5 pm. | 5 pm | Okay, I'll remind you today at 5:00 PM: call mum"
                        + " | Reminder: call mum",
                "CHINESE | 下午五点提醒我给妈妈打电话 | 下午五点 | 好的，今天17:00提醒你：给妈妈打电话 | 提醒：给妈妈打电话",
                "JAPANESE | 午後5時に母に電話するようリマインドして | 午後5時 | はい、今日の17時にお知らせします：母に電話する" + " | お知らせ：母に電話する",
                "SPANISH | Recuérdame llamar a mamá a las 5 de la tarde | 5 de la tarde | De acuerdo, recordatorio"
                        + " para hoy a las 17:00: llamar a mamá | Recordatorio: llamar a mamá",
                "FRENCH | Rappelle-moi d'appeler maman à 17 heures | 17 heures"
                        + " | D'accord, rappel aujourd'hui à 17 h\u00a0: appeler maman | Rappel\u00a0: appeler maman",
                "GERMAN | Erinnere mich um 17 Uhr daran, Mama anzurufen | 17 Uhr"
                        + " | Gut, ich erinnere dich heute um 17 Uhr: Mama anzurufen | Erinnerung: Mama anzurufen"
            })
    void a_reminder_says_what_and_when(Language language, String words, String when, String answer, String rung) {
        int start = words.indexOf(when);
        Entity time = new Entity(Entity.TIME, "17:00", when, start, start + when.length(), 1);

        assertThat(say("reminder.set", language, words, time).text()).isEqualTo(answer);

        clock.advance(Duration.ofHours(2));
        ring();
        assertThat(notices).extracting(Notice::text).containsExactly(rung);
        assertThat(notices).extracting(Notice::kind).containsExactly("reminder.fired");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 몇 시에 알람을 맞출까요? | 무엇을 알려 드릴까요? | 언제 알려 드릴까요? | 전화하라고 알려 줘",
                "ENGLISH | When should the alarm ring? | What should I remind you of? | When should I remind you?"
                        + " | remind me to call",
                "CHINESE | 闹钟要定在什么时候？ | 要提醒你什么？ | 什么时候提醒你？ | 提醒我打电话",
                "JAPANESE | アラームは何時にしますか？ | 何をお知らせしますか？ | いつお知らせしますか？ | 電話するようリマインドして",
                "SPANISH | ¿A qué hora pongo la alarma? | ¿Qué quieres que te recuerde? | ¿Cuándo te lo recuerdo?"
                        + " | recuérdame llamar",
                "FRENCH | À quelle heure l'alarme doit-elle sonner\u00a0? | Que dois-je vous rappeler\u00a0?"
                        + " | Quand dois-je vous le rappeler\u00a0? | rappelle-moi d'appeler",
                "GERMAN | Wann soll der Wecker klingeln? | Woran soll ich dich erinnern? | Wann soll ich dich erinnern?"
                        + " | erinnere mich daran, anzurufen"
            })
    void what_is_missing_is_asked_for(Language language, String alarm, String text, String when, String words) {
        assertThat(say("alarm.set", language, "…")).isEqualTo(SkillAnswer.ask("when", alarm));
        assertThat(say("reminder.set", language, "…")).isEqualTo(SkillAnswer.ask("text", text));
        assertThat(say("reminder.set", language, words)).isEqualTo(SkillAnswer.ask("when", when));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 알람: 오전 7시 | 네, 오전 7시 10분에 다시 알려 드릴게요. | 지난 한 시간 동안 울린 것이 없어요.",
                "ENGLISH | Alarm: it's 7:00 AM. | Okay, I'll ring again at 7:10 AM. | Nothing has rung in the last"
                        + " hour.",
                "CHINESE | 闹钟：现在是07:00。 | 好的，07:10再提醒你。 | 最近一小时没有响过的闹钟或提醒。",
                "JAPANESE | アラームです。7時です。 | はい、7時10分にもう一度お知らせします。 | この1時間に鳴ったものはありません。",
                "SPANISH | Alarma: son las 7:00. | De acuerdo, volveré a avisarte a las 7:10."
                        + " | No ha sonado nada en la última hora.",
                "FRENCH | Alarme\u00a0: il est 7 h. | D'accord, je vous préviens de nouveau à 7 h 10."
                        + " | Rien n'a sonné dans la dernière heure.",
                "GERMAN | Wecker: Es ist 7 Uhr. | Gut, ich melde mich um 7:10 Uhr noch einmal."
                        + " | In der letzten Stunde hat nichts geklingelt."
            })
    void what_rang_is_put_off(Language language, String rung, String snoozed, String none) {
        assertThat(say("alarm.snooze", language, "…").text()).isEqualTo(none);

        say("alarm.set", language, "…", entity(Entity.TIME, "07:00"));
        clock.advance(Duration.ofMinutes(15 * 60 + 55));
        ring();

        assertThat(notices).extracting(Notice::text).containsExactly(rung);
        assertThat(say("alarm.snooze", language, "…").text()).isEqualTo(snoozed);
        clock.advance(Duration.ofMinutes(10));
        ring();
        assertThat(notices).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 내일 오전 7시 알람을 껐어요. | 맞춰 둔 알람이 없어요.",
                "ENGLISH | The alarm for tomorrow at 7:00 AM is off. | No alarm is set.",
                "CHINESE | 明天07:00的闹钟已关闭。 | 没有设定闹钟。",
                "JAPANESE | 明日の7時のアラームを切りました。 | アラームはセットされていません。",
                "SPANISH | He quitado la alarma de mañana a las 7:00. | No hay ninguna alarma puesta.",
                "FRENCH | Alarme annulée\u00a0: demain à 7 h. | Aucune alarme n'est réglée.",
                "GERMAN | Der Wecker ist aus: morgen um 7 Uhr. | Es ist kein Wecker gestellt."
            })
    void an_alarm_is_turned_off(Language language, String off, String none) {
        say("alarm.set", language, "…", entity(Entity.TIME, "07:00"));

        assertThat(say("alarm.cancel", language, "…").text()).isEqualTo(off);
        assertThat(say("alarm.cancel", language, "…").text()).isEqualTo(none);
        assertThat(say("alarm.list", language, "…").text()).isEqualTo(none);
    }

    @Test
    void of_several_the_one_at_the_time_is_meant_or_it_is_asked() {
        say("alarm.set", Language.ENGLISH, "…", entity(Entity.TIME, "07:00"));
        say("alarm.set", Language.ENGLISH, "…", entity(Entity.TIME, "08:00"));

        SkillAnswer which = say("alarm.cancel", Language.ENGLISH, "turn off the alarm");
        assertThat(which.text())
                .isEqualTo("Which alarm should I cancel?\n- tomorrow at 7:00 AM\n- tomorrow at 8:00 AM");
        assertThat(which.referents()).hasSize(2);
        assertThat(say("alarm.cancel", Language.ENGLISH, "…", entity(Entity.TIME, "09:30"))
                        .text())
                .startsWith("I can't find that alarm. These are set:");
        assertThat(say("alarm.cancel", Language.ENGLISH, "…", entity(Entity.TIME, "08:00"))
                        .text())
                .isEqualTo("The alarm for tomorrow at 8:00 AM is off.");
        say("alarm.set", Language.ENGLISH, "…", entity(Entity.TIME, "09:00"));
        assertThat(say("alarm.cancel", Language.ENGLISH, "delete all alarms").text())
                .isEqualTo("2 alarms are off.");
    }

    @Test
    void what_comes_again_is_set_for_its_next_time_when_it_rings_and_only_once() {
        say("alarm.set", Language.ENGLISH, "…", entity(Entity.RECURRENCE, EVERY_WORKDAY));
        Job job = jobs.pending(Ring.KIND, "ada").getFirst();
        assertThat(job.dueAt()).isEqualTo("2026-11-22T22:00:00Z");

        clock.advance(Duration.between(clock.instant(), job.dueAt()));
        jobs.cancel(job.id());
        bell.run(job);
        bell.run(job);

        assertThat(jobs.pending(Ring.KIND, "ada"))
                .singleElement()
                .satisfies(next -> assertThat(next.dueAt()).isEqualTo("2026-11-23T22:00:00Z"));
        assertThat(notices).extracting(Notice::id).containsOnly(job.id());
    }

    @Test
    void a_correction_takes_the_place_of_what_was_set() {
        SkillAnswer first = say("alarm.set", Language.ENGLISH, "…", entity(Entity.TIME, "07:00"));

        alarms.answer(new SkillRequest(
                "alarm.set",
                "no, at 8",
                Language.ENGLISH,
                List.of(entity(Entity.TIME, "08:00")),
                "ada",
                "session-1",
                ZonedDateTime.now(clock),
                Map.of(),
                false,
                first.referents(),
                PersonContext.unknown(Language.ENGLISH)));

        assertThat(say("alarm.list", Language.ENGLISH, "…").text())
                .isEqualTo("One alarm is set:\n- tomorrow at 8:00 AM");
    }

    @Test
    void a_moment_that_is_over_and_too_many_are_refused() {
        assertThat(say("alarm.set", Language.ENGLISH, "…", entity(Entity.DATETIME, "2026-11-21T14:00"))
                        .text())
                .isEqualTo("That time is already over. When should it be?");
        for (int i = 0; i < 100; i++) {
            say("alarm.set", Language.ENGLISH, "…", entity(Entity.TIME, "07:00"));
        }
        assertThat(say("alarm.set", Language.ENGLISH, "…", entity(Entity.TIME, "07:00"))
                        .text())
                .isEqualTo("You already have 100 alarms and reminders. Please cancel one first.");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00, FREQ=DAILY, 2026-11-23T09:00, 2026-11-24T09:00",
        "2026-11-23T09:00, FREQ=DAILY;INTERVAL=3, 2026-11-23T09:00, 2026-11-26T09:00",
        "2026-11-23T09:00, FREQ=WEEKLY, 2026-11-23T09:00, 2026-11-30T09:00",
        "2026-11-23T09:00, FREQ=WEEKLY;INTERVAL=2;BYDAY=MO, 2026-11-23T09:00, 2026-12-07T09:00",
        "2026-01-31T09:00, FREQ=MONTHLY;BYMONTHDAY=31, 2026-11-21T00:00, 2026-12-31T09:00",
        "2026-01-31T09:00, FREQ=MONTHLY;BYMONTHDAY=-1, 2026-11-21T00:00, 2026-11-30T09:00",
        "2024-02-29T09:00, FREQ=YEARLY, 2026-11-21T00:00, 2028-02-29T09:00",
        "2026-11-23T09:00, FREQ=DAILY;UNTIL=2026-11-24, 2026-11-24T09:00, ",
        "2026-11-23T09:00, FREQ=HOURLY, 2026-11-24T09:00, "
    })
    void the_next_time_follows_from_the_rule(String first, String rule, String after, String next) {
        assertThat(new Repeat(java.time.LocalDateTime.parse(first), rule).after(java.time.LocalDateTime.parse(after)))
                .isEqualTo(java.util.Optional.ofNullable(next).map(java.time.LocalDateTime::parse));
    }

    @Test
    void what_rings_every_day_gets_other_days() {
        say("alarm.set", Language.ENGLISH, "…", entity(Entity.RECURRENCE, "2026-11-22T07:00/FREQ=DAILY"));

        assertThat(say("alarm.days", Language.ENGLISH, "except weekends").text())
                .isEqualTo("Okay, the alarm is set for every weekday at 7:00 AM.");
        assertThat(say("alarm.days", Language.ENGLISH, "also on Saturdays").text())
                .isEqualTo("Okay, the alarm is set for every Monday, Tuesday, Wednesday, Thursday, Friday, Saturday"
                        + " at 7:00 AM.");
        assertThat(say("alarm.days", Language.ENGLISH, "no, only on Mondays").text())
                .isEqualTo("Okay, the alarm is set for every Monday at 7:00 AM.");
        assertThat(say("alarm.days", Language.ENGLISH, "not on Mondays").text())
                .isEqualTo("On which days should it ring?");
        assertThat(jobs.pending(Ring.KIND, "ada")).hasSize(1);
    }

    @Test
    void without_anything_that_repeats_there_are_no_days_to_change() {
        say("alarm.set", Language.ENGLISH, "…", entity(Entity.TIME, "07:00"));

        assertThat(say("alarm.days", Language.ENGLISH, "except weekends").text())
                .isEqualTo("Nothing rings again and again, so there are no days to change.");
    }

    private void ring() {
        for (Job job : jobs.pending(Ring.KIND, "ada")) {
            if (!job.dueAt().isAfter(clock.instant())) {
                jobs.cancel(job.id());
                bell.run(job);
            }
        }
    }

    private static Entity entity(String type, String value) {
        return new Entity(type, value, "…", 0, 1, 1);
    }

    private SkillAnswer say(String intent, Language language, String text, Entity... entities) {
        return alarms.answer(new SkillRequest(
                intent, text, language, Arrays.asList(entities), "ada", "session-1", ZonedDateTime.now(clock)));
    }

    private final class Collected implements Notices {

        @Override
        public void publish(Notice notice) {
            notices.add(notice);
        }

        @Override
        public Subscription subscribe(String personId, Consumer<? super Notice> listener) {
            throw new UnsupportedOperationException("the test reads the notices itself");
        }
    }
}
