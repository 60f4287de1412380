package io.liying.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The four skills through REST, in all seven languages. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SkillsTest {

    @TempDir
    static Path data;

    private static Server server;

    @BeforeAll
    static void start() throws IOException {
        server = Server.start(data);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ko | 123 곱하기 456 | 56088",
                "en | what is 15 % of 80 | 12",
                "zh | 12乘以12等于多少 | 144",
                "ja | 5の2乗は？ | 25",
                "es | ¿cuánto es siete por ocho? | 56",
                "fr | combien font 6 fois 7 ? | 42",
                "de | was ist fünf hoch drei? | 125"
            })
    void the_calculator_calculates(String language, String question, String result) throws Exception {
        JsonNode answer = server.say(question);

        assertThat(answer.path("language").path("code").asText()).isEqualTo(language);
        assertThat(answer.path("intent").path("name").asText()).isEqualTo("calculator.compute");
        assertThat(answer.path("data").path("result").asText()).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ko | 지금 몇 시야?",
                "en | what time is it?",
                "zh | 现在几点了？",
                "ja | 今何時ですか？",
                "es | ¿qué hora es?",
                "fr | quelle heure est-il ?",
                "de | wie spät ist es?"
            })
    void the_clock_tells_the_time(String language, String question) throws Exception {
        JsonNode answer = server.say(question);

        assertThat(answer.path("language").path("code").asText()).isEqualTo(language);
        assertThat(answer.path("intent").path("name").asText()).isEqualTo("clock.time");
        assertThat(answer.path("text").asText()).containsPattern("\\d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ko | 5분 타이머 맞춰 줘 | 타이머 몇 개 돌아가고 있어? | 타이머 전부 취소해 줘",
                "en | set a timer for 5 minutes | what timers are running? | cancel all timers",
                "zh | 设一个5分钟的计时器 | 现在有哪些计时器？ | 取消所有计时器",
                "ja | 5分のタイマーをセットして | タイマーの一覧を見せて | タイマーを全部キャンセルして",
                "es | pon un temporizador de 5 minutos | ¿qué temporizadores hay? | cancela todos los temporizadores",
                "fr | mets un minuteur de 5 minutes | quels minuteurs sont en cours ? | annule tous les minuteurs",
                "de | stell einen Timer auf 5 Minuten | welche Timer laufen? | lösche alle Timer"
            })
    void a_timer_is_set_listed_and_cancelled(String language, String set, String list, String cancel) throws Exception {
        JsonNode answer = server.say(set);
        assertThat(answer.path("intent").path("name").asText()).as(set).isEqualTo("timer.set");
        assertThat(answer.path("language").path("code").asText()).isEqualTo(language);
        Map<String, String> session =
                Map.of("session_id", answer.path("session_id").asText());

        JsonNode listed = server.say(with(session, list));
        assertThat(listed.path("intent").path("name").asText()).as(list).isEqualTo("timer.list");
        assertThat(listed.path("data").path("timers")).isNotEmpty();

        JsonNode cancelled = server.say(with(session, cancel));
        assertThat(cancelled.path("intent").path("name").asText()).as(cancel).isEqualTo("timer.cancel");
        assertThat(server.say(with(session, list)).path("data").path("timers")).isEmpty();
    }

    private static Map<String, String> with(Map<String, String> session, String message) {
        return Map.of("session_id", session.get("session_id"), "message", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ko | 넌 뭘 할 수 있어? | 계산기",
                "en | what can you do? | calculator",
                "zh | 你能做什么？ | 计算器",
                "ja | 何ができるの？ | 電卓",
                "es | ¿qué puedes hacer? | calculadora",
                "fr | que sais-tu faire ? | calcul",
                "de | was kannst du alles? | rechner"
            })
    void small_talk_says_what_the_skills_can_do(String language, String question, String skill) throws Exception {
        JsonNode answer = server.say(question);

        assertThat(answer.path("language").path("code").asText()).isEqualTo(language);
        assertThat(answer.path("intent").path("name").asText()).isEqualTo("smalltalk.help");
        assertThat(answer.path("text").asText()).containsIgnoringCase(skill);
    }
}
