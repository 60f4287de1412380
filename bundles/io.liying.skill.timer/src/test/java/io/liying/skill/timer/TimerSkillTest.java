package io.liying.skill.timer;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.IntentExamples;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillRequest;
import io.liying.testkit.ManualClock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimerSkillTest {

    private final ManualClock clock = ManualClock.at("2026-11-21T15:05+09:00[Asia/Seoul]");
    private final JobsInMemory jobs = new JobsInMemory(clock);
    private final TimerSkill timers = new TimerSkill(new MessageFiles(), jobs);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 네, 1시간 30분 타이머를 시작했어요. | 파스타 타이머 | 네, 8분 파스타 타이머를 시작했어요.",
                "ENGLISH | Okay, your timer is set for 1 hour and 30 minutes. | a pasta timer"
                        + " | Okay, your “pasta” timer is set for 8 minutes.",
                "CHINESE | 好的，1小时30分钟的计时器开始了。 | 意面计时器 | 好的，8分钟的“意面”计时器开始了。",
                "JAPANESE | はい、1時間30分のタイマーをセットしました。 | パスタタイマー | はい、8分の「パスタ」タイマーをセットしました。",
                "SPANISH | De acuerdo, temporizador de 1 hora y 30 minutos en marcha. | temporizador de pasta"
                        + " | De acuerdo, temporizador «pasta» de 8 minutos en marcha.",
                "FRENCH | D'accord, le minuteur de 1 heure et 30 minutes est lancé. | minuteur pour les pâtes"
                        + " | D'accord, le minuteur «\u00a0pâtes\u00a0» de 8 minutes est lancé.",
                "GERMAN | Gut, der Timer läuft: 1 Stunde und 30 Minuten. | Nudel-Timer"
                        + " | Gut, der Timer „Nudel“ läuft: 8 Minuten."
            })
    void a_timer_is_set(Language language, String unnamed, String words, String named) {
        assertThat(set(language, "", "PT1H30M").text()).isEqualTo(unnamed);
        assertThat(set(language, words, "PT8M").text()).isEqualTo(named);
    }

    @Test
    void programs_get_the_timer_with_its_name_and_end() {
        assertThat(set(Language.ENGLISH, "a pasta timer for", "PT8M").data())
                .isEqualTo(Map.of(
                        "timers",
                        List.of(Map.of(
                                "id",
                                "job-1",
                                "name",
                                "pasta",
                                "due_at",
                                "2026-11-21T06:13:00Z",
                                "duration",
                                "PT8M"))));
    }

    @Test
    void several_durations_set_several_timers() {
        Entity five = new Entity(Entity.DURATION, "PT5M", "5 minutes", 17, 26, 1);
        Entity ten = new Entity(Entity.DURATION, "PT10M", "10 minutes", 42, 52, 1);

        SkillAnswer answer = timers.answer(request(
                "timer.set", Language.ENGLISH, "set a timer for 5 minutes and another for 10 minutes", five, ten));

        assertThat(answer.text())
                .isEqualTo("Okay, your timer is set for 5 minutes. Okay, your timer is set for 10 minutes.");
        assertThat(jobs.pending("timer", "ada")).hasSize(2);
    }

    /** The durations stand in brackets. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 파스타 타이머 [8분]이랑 차 타이머 [4분] 맞춰 줘 | 파스타, 차",
                "KOREAN | [5분]하고 [10분] 타이머 맞춰 줘 | -, -",
                "ENGLISH | set a pasta timer for [8 minutes] and a tea timer for [4 minutes] | pasta, tea",
                "ENGLISH | set timers for [8 minutes] and [4 minutes] | -, -",
                "CHINESE | 设一个[8分钟]的意面计时器和一个[4分钟]的红茶计时器 | 意面, 红茶",
                "JAPANESE | [8分]のパスタタイマーと[4分]のお茶タイマーをセットして | パスタ, お茶",
                "SPANISH | un temporizador de [8 minutos] para la pasta y otro de [4 minutos] para el té | pasta, té",
                "FRENCH | un minuteur de [8 minutes] pour les pâtes et un de [4 minutes] pour le thé | pâtes, thé",
                "GERMAN | einen Timer auf [8 Minuten] für die Nudeln und einen auf [4 Minuten] für den Tee | Nudeln, Tee"
            })
    void several_timers_have_the_names_that_are_said_beside_them(Language language, String marked, String names) {
        List<Entity> durations = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String part : marked.split("(?=\\[)|(?<=])")) {
            boolean duration = part.startsWith("[");
            String words = duration ? part.substring(1, part.length() - 1) : part;
            if (duration) {
                String value = "PT" + words.replaceAll("\\D", "") + "M";
                durations.add(
                        new Entity(Entity.DURATION, value, words, text.length(), text.length() + words.length(), 1));
            }
            text.append(words);
        }

        SkillAnswer answer =
                timers.answer(request("timer.set", language, text.toString(), durations.toArray(Entity[]::new)));

        assertThat(((List<?>) answer.data().get("timers"))
                        .stream()
                                .map(timer -> String.valueOf(
                                        ((Map<?, ?>) timer).containsKey("name")
                                                ? ((Map<?, ?>) timer).get("name")
                                                : "-"))
                                .collect(Collectors.joining(", ")))
                .isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 몇 분짜리 타이머를 맞출까요?",
                "ENGLISH | How long should the timer run?",
                "CHINESE | 请问要计时多久？",
                "JAPANESE | 何分のタイマーにしますか？",
                "SPANISH | ¿De cuánto tiempo quieres el temporizador?",
                "FRENCH | Combien de temps doit durer le minuteur\u00a0?",
                "GERMAN | Wie lange soll der Timer laufen?"
            })
    void without_a_duration_it_asks_for_one(Language language, String question) {
        assertThat(timers.answer(request("timer.set", language, "…"))).isEqualTo(SkillAnswer.ask(question));
    }

    @Test
    void minutes_of_a_time_of_day_are_no_duration() {
        Entity time = new Entity(Entity.TIME, "17:30", "5시 30분", 0, 6, 1);
        Entity minutes = new Entity(Entity.DURATION, "PT30M", "30분", 3, 6, 1);

        SkillAnswer answer = timers.answer(request("timer.set", Language.KOREAN, "5시 30분 타이머", time, minutes));

        assertThat(answer.needsClarification()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 타이머는 1초부터 7일까지 맞출 수 있어요. | 타이머가 이미 50개나 있어요. 먼저 하나를 취소해 주세요.",
                "ENGLISH | A timer can run from 1 second to 7 days."
                        + " | You already have 50 timers. Please cancel one first.",
                "CHINESE | 计时器可以设置1秒到7天。 | 您已经有50个计时器了，请先取消一个。",
                "JAPANESE | タイマーは1秒から7日までセットできます。 | タイマーはすでに50個あります。先にどれかを取り消してください。",
                "SPANISH | Un temporizador puede durar de 1 segundo a 7 días."
                        + " | Ya tienes 50 temporizadores. Cancela uno primero, por favor.",
                "FRENCH | Un minuteur peut durer de 1 seconde à 7 jours."
                        + " | Vous avez déjà 50 minuteurs. Annulez-en un d'abord, s'il vous plaît.",
                "GERMAN | Ein Timer kann von 1 Sekunde bis 7 Tage laufen."
                        + " | Es gibt schon 50 Timer. Bitte lösche zuerst einen."
            })
    void limits_are_explained(Language language, String duration, String count) {
        assertThat(set(language, "", "PT0S").text()).isEqualTo(duration);
        assertThat(set(language, "", "PT168H1S").text()).isEqualTo(duration);
        assertThat(set(language, "", "P2M").text()).isEqualTo(duration);
        assertThat(set(language, "", "P1YT5M").text()).isEqualTo(duration);

        for (int i = 0; i < 50; i++) {
            set(language, "", i == 0 ? "PT1S" : "P7D");
        }

        assertThat(set(language, "", "PT1M").text()).isEqualTo(count);
        assertThat(jobs.pending("timer", "ada")).hasSize(50);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 파스타 타이머 | 돌아가고 있는 타이머가 없어요. | 파스타 타이머가 7분 30초 남았어요."
                        + " | 타이머 2개가 돌아가고 있어요. / - 파스타: 7분 남음 / - 1일 2시간 타이머: 1일 1시간 59분 30초 남음",
                "ENGLISH | a pasta timer | No timer is running."
                        + " | Your “pasta” timer has 7 minutes and 30 seconds left."
                        + " | 2 timers are running. / - pasta: 7 minutes left"
                        + " / - Timer for 1 day and 2 hours: 1 day, 1 hour, 59 minutes and 30 seconds left",
                "CHINESE | 意面计时器 | 现在没有正在运行的计时器。 | “意面”计时器还剩7分钟30秒。"
                        + " | 有2个计时器正在运行。 / - 意面：还剩7分钟 / - 1天2小时的计时器：还剩1天1小时59分钟30秒",
                "JAPANESE | パスタタイマー | 動いているタイマーはありません。 | 「パスタ」タイマーの残り時間は7分30秒です。"
                        + " | 2個のタイマーが動いています。 / - パスタ：残り7分 / - 1日2時間のタイマー：残り1日1時間59分30秒",
                "SPANISH | temporizador de pasta | No hay ningún temporizador en marcha."
                        + " | El temporizador «pasta» suena dentro de 7 minutos y 30 segundos."
                        + " | Hay 2 temporizadores en marcha. / - pasta: suena dentro de 7 minutos"
                        + " / - Temporizador de 1 día y 2 horas: suena dentro de 1 día, 1 hora, 59 minutos y 30 segundos",
                "FRENCH | minuteur pour les pâtes | Aucun minuteur n'est en marche."
                        + " | Il reste 7 minutes et 30 secondes au minuteur «\u00a0pâtes\u00a0»."
                        + " | 2 minuteurs sont en marche. / - pâtes\u00a0: encore 7 minutes"
                        + " / - Minuteur de 1 jour et 2 heures\u00a0: encore 1 jour, 1 heure, 59 minutes et 30 secondes",
                "GERMAN | Nudel-Timer | Es läuft gerade kein Timer."
                        + " | Der Timer „Nudel“ läuft noch 7 Minuten und 30 Sekunden."
                        + " | Es laufen 2 Timer. / - Nudel: noch 7 Minuten"
                        + " / - Timer über 1 Tag und 2 Stunden: noch 1 Tag, 1 Stunde, 59 Minuten und 30 Sekunden"
            })
    void the_list_says_the_remaining_times(Language language, String words, String none, String one, String many) {
        assertThat(timers.answer(request("timer.list", language, "…")).text()).isEqualTo(none);

        set(language, words, "PT8M");
        clock.advance(Duration.ofSeconds(30));
        assertThat(timers.answer(request("timer.list", language, "…")).text()).isEqualTo(one);

        set(language, "", "PT26H");
        clock.advance(Duration.ofSeconds(30));
        assertThat(timers.answer(request("timer.list", language, "…")).text().lines())
                .containsExactly(many.split(" / "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 파스타 타이머 | 파스타 타이머 취소해 줘 | 파스타 타이머를 취소했어요. | 피자 타이머 취소해 줘 | 피자 타이머는 없어요.",
                "ENGLISH | a pasta timer | cancel the Pasta timer | The “pasta” timer is cancelled."
                        + " | cancel the pizza timer | There is no timer called “pizza”.",
                "CHINESE | 意面计时器 | 取消意面计时器 | “意面”计时器已取消。 | 取消披萨的计时器 | 没有叫“披萨”的计时器。",
                "JAPANESE | パスタタイマー | パスタタイマーを止めて | 「パスタ」タイマーを取り消しました。" + " | ピザのタイマーを削除して | 「ピザ」というタイマーはありません。",
                "SPANISH | temporizador de pasta | cancela el temporizador de la pasta"
                        + " | He cancelado el temporizador «pasta»."
                        + " | cancela el temporizador de la pizza | No hay ningún temporizador llamado «pizza».",
                "FRENCH | minuteur pour les pâtes | annule le minuteur des pâtes"
                        + " | Le minuteur «\u00a0pâtes\u00a0» est annulé."
                        + " | annule le minuteur de la pizza | Il n'y a pas de minuteur «\u00a0pizza\u00a0».",
                "GERMAN | Nudel-Timer | lösch den Nudeltimer | Der Timer „Nudel“ ist gelöscht."
                        + " | lösch den Pizza-Timer | Es gibt keinen Timer „Pizza“."
            })
    void a_timer_is_cancelled_by_its_name(
            Language language, String words, String cancel, String cancelled, String other, String unknown) {
        set(language, words, "PT8M");
        set(language, "", "PT5M");

        assertThat(timers.answer(request("timer.cancel", language, other)).text())
                .isEqualTo(unknown);
        assertThat(timers.answer(request("timer.cancel", language, cancel)).text())
                .isEqualTo(cancelled);
        assertThat(jobs.pending("timer", "ada")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 5분 타이머를 취소했어요. | 6분 타이머는 없어요.",
                "ENGLISH | The timer for 5 minutes is cancelled. | There is no timer for 6 minutes.",
                "CHINESE | 5分钟的计时器已取消。 | 没有6分钟的计时器。",
                "JAPANESE | 5分のタイマーを取り消しました。 | 6分のタイマーはありません。",
                "SPANISH | He cancelado el temporizador de 5 minutos. | No hay ningún temporizador de 6 minutos.",
                "FRENCH | Le minuteur de 5 minutes est annulé. | Il n'y a pas de minuteur de 6 minutes.",
                "GERMAN | Der Timer über 5 Minuten ist gelöscht. | Es gibt keinen Timer über 6 Minuten."
            })
    void a_timer_is_cancelled_by_its_duration(Language language, String cancelled, String unknown) {
        set(language, "", "PT5M");
        set(language, "", "PT10M");

        assertThat(cancelDuration(language, "PT6M").text()).isEqualTo(unknown);
        assertThat(cancelDuration(language, "PT5M").text()).isEqualTo(cancelled);
        assertThat(jobs.pending("timer", "ada")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 타이머 취소해 줘 | 어떤 타이머를 취소할까요? / - 5분 타이머: 5분 남음 / - 10분 타이머: 10분 남음"
                        + " | 타이머 다 꺼 줘 | 타이머 2개를 취소했어요. | 돌아가고 있는 타이머가 없어요.",
                "ENGLISH | cancel the timer"
                        + " | Which timer should I cancel? / - Timer for 5 minutes: 5 minutes left"
                        + " / - Timer for 10 minutes: 10 minutes left"
                        + " | cancel all timers | 2 timers are cancelled. | No timer is running.",
                "CHINESE | 取消计时器 | 要取消哪个计时器？ / - 5分钟的计时器：还剩5分钟 / - 10分钟的计时器：还剩10分钟"
                        + " | 取消所有计时器 | 2个计时器已取消。 | 现在没有正在运行的计时器。",
                "JAPANESE | タイマーを止めて"
                        + " | どのタイマーを取り消しますか？ / - 5分のタイマー：残り5分 / - 10分のタイマー：残り10分"
                        + " | タイマーを全部止めて | 2個のタイマーを取り消しました。 | 動いているタイマーはありません。",
                "SPANISH | cancela el temporizador | ¿Qué temporizador quieres cancelar?"
                        + " / - Temporizador de 5 minutos: suena dentro de 5 minutos"
                        + " / - Temporizador de 10 minutos: suena dentro de 10 minutos"
                        + " | cancela todos los temporizadores | He cancelado 2 temporizadores."
                        + " | No hay ningún temporizador en marcha.",
                "FRENCH | annule le minuteur | Quel minuteur faut-il annuler\u00a0?"
                        + " / - Minuteur de 5 minutes\u00a0: encore 5 minutes"
                        + " / - Minuteur de 10 minutes\u00a0: encore 10 minutes"
                        + " | annule tous les minuteurs | 2 minuteurs sont annulés. | Aucun minuteur n'est en marche.",
                "GERMAN | lösch den Timer | Welchen Timer soll ich löschen?"
                        + " / - Timer über 5 Minuten: noch 5 Minuten / - Timer über 10 Minuten: noch 10 Minuten"
                        + " | lösch alle Timer | 2 Timer sind gelöscht. | Es läuft gerade kein Timer."
            })
    void an_ambiguous_cancel_asks_which_one_and_all_of_them_can_be_cancelled(
            Language language, String one, String which, String all, String cancelled, String none) {
        set(language, "", "PT5M");
        set(language, "", "PT10M");

        SkillAnswer question = timers.answer(request("timer.cancel", language, one));

        assertThat(question.text().lines()).containsExactly(which.split(" / "));
        assertThat(question.needsClarification()).isTrue();
        assertThat(timers.answer(request("timer.cancel", language, all)).text()).isEqualTo(cancelled);
        assertThat(timers.answer(request("timer.cancel", language, all)).text()).isEqualTo(none);
    }

    @Test
    void the_only_timer_needs_no_name_to_be_cancelled() {
        set(Language.ENGLISH, "a pasta timer", "PT8M");

        assertThat(timers.answer(request("timer.cancel", Language.ENGLISH, "cancel the timer"))
                        .text())
                .isEqualTo("The “pasta” timer is cancelled.");
    }

    @Test
    void timers_belong_to_the_person_who_set_them() {
        set(Language.ENGLISH, "", "PT8M");

        SkillRequest others = new SkillRequest(
                "timer.list", "timers", Language.ENGLISH, List.of(), "bob", "session", ZonedDateTime.now(clock));

        assertThat(timers.answer(others).text()).isEqualTo("No timer is running.");
    }

    @Test
    void every_language_has_every_message_and_enough_phrases() {
        assertThat(new MessageFiles().of(TimerSkill.class).gaps()).isEmpty();
        assertThat(timers.description().intents())
                .extracting(IntentExamples::intent)
                .containsExactly("timer.set", "timer.list", "timer.change", "timer.cancel");
        assertThat(timers.description().intents())
                .allSatisfy(intent -> assertThat(intent.phrases())
                        .hasSize(Language.values().length)
                        .allSatisfy((language, phrases) -> assertThat(phrases)
                                .hasSizeGreaterThanOrEqualTo(15)
                                .doesNotHaveDuplicates()));
    }

    private SkillAnswer set(Language language, String words, String duration) {
        String text = words + " …";
        Entity entity = new Entity(Entity.DURATION, duration, "…", text.length() - 1, text.length(), 1);
        return timers.answer(request("timer.set", language, text, entity));
    }

    private SkillAnswer cancelDuration(Language language, String duration) {
        return timers.answer(
                request("timer.cancel", language, "…", new Entity(Entity.DURATION, duration, "…", 0, 1, 1)));
    }

    private SkillRequest request(String intent, Language language, String text, Entity... entities) {
        return new SkillRequest(intent, text, language, List.of(entities), "ada", "session", ZonedDateTime.now(clock));
    }
}
