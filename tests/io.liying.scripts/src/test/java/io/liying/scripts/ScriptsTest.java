package io.liying.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.conversation.api.TurnEvent;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.storage.api.Database;
import io.liying.storage.api.Durability;
import io.liying.storage.core.DatabaseSettings;
import io.liying.storage.core.GroupedDatabase;
import io.liying.storage.h2.H2Engine;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
class ScriptsTest {

    private static final int FEWEST_PHRASES = 12;

    private static final Set<String> INTENTS = Set.of(
            "alarm.cancel",
            "alarm.days",
            "alarm.list",
            "alarm.set",
            "alarm.snooze",
            "calculator.compute",
            "calculator.convert",
            "calendar.create",
            "calendar.delete",
            "calendar.free",
            "calendar.move",
            "calendar.query",
            "calendar.remind",
            "clock.count",
            "clock.date",
            "clock.difference",
            "clock.time",
            "clock.weekday",
            "memory.address",
            "memory.clock",
            "memory.export",
            "memory.forget",
            "memory.introduce",
            "memory.language",
            "memory.list",
            "memory.place",
            "memory.recall",
            "memory.remember",
            "memory.speaking",
            "none",
            "notes.add",
            "notes.clear",
            "notes.delete",
            "notes.find",
            "notes.remove",
            "notes.show",
            "notes.write",
            "reminder.cancel",
            "reminder.list",
            "reminder.set",
            "smalltalk.farewell",
            "smalltalk.goodnight",
            "smalltalk.greeting",
            "smalltalk.help",
            "smalltalk.identity",
            "smalltalk.joke",
            "smalltalk.thanks",
            "timer.cancel",
            "timer.change",
            "timer.list",
            "timer.set",
            "translate.text",
            "weather.forecast",
            "weather.rain",
            "weather.temperature",
            "websearch.search");

    private final Teachers trainer = Teachers.remembering();
    private GroupedDatabase database;

    @BeforeAll
    void open(@TempDir Path folder) {
        H2Engine engine = new H2Engine();
        database = GroupedDatabase.open(
                engine, DatabaseSettings.at(engine.embeddedUrl(folder).orElseThrow(), Durability.PROCESS));
    }

    @AfterAll
    void close() {
        database.close();
    }

    @TestFactory
    Stream<DynamicNode> conversations_go_as_written() {
        return Stream.of(Language.values())
                .map(language -> DynamicContainer.dynamicContainer(
                        language.code(),
                        Script.of(language).stream()
                                .map(script -> DynamicTest.dynamicTest(
                                        script.name(), () -> play(script, language, trainer, database)))));
    }

    @ParameterizedTest
    @EnumSource
    void every_intent_occurs_in_every_language(Language language) {
        List<Script.Step.Turn> turns = Script.of(language).stream()
                .flatMap(script -> script.steps().stream())
                .filter(Script.Step.Turn.class::isInstance)
                .map(Script.Step.Turn.class::cast)
                .toList();

        assertThat(turns).hasSizeGreaterThanOrEqualTo(12);
        assertThat(turns.stream().map(Script.Step.Turn::intent).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(INTENTS);
    }

    @Test
    void every_intent_has_a_dozen_phrases_in_every_language() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        List<IntentExamples> learnt;
        try (Assistant assistant = new Assistant("2026-11-21T15:05+09:00[Asia/Seoul]", trainer, database)) {
            learnt = assistant.intents();
        }
        softly.assertThat(learnt)
                .extracting(IntentExamples::intent)
                .containsExactlyInAnyOrderElementsOf(INTENTS.stream()
                        .filter(intent -> !intent.equals("none"))
                        .toList());
        for (IntentExamples intent : learnt) {
            for (Language language : Language.values()) {
                softly.assertThat(intent.phrases().getOrDefault(language, List.of()))
                        .as(intent.intent() + " in " + language)
                        .hasSizeGreaterThanOrEqualTo(FEWEST_PHRASES)
                        .doesNotHaveDuplicates();
            }
        }
        softly.assertAll();
    }

    static void play(Script script, Language language, Teachers trainer, Database database) throws Exception {
        SoftAssertions softly = new SoftAssertions();
        try (Assistant assistant = new Assistant(script.at(), trainer, database)) {
            for (Script.Step step : script.steps()) {
                switch (step) {
                    case Script.Step.Turn turn -> check(turn, assistant.say(turn.person()), language, softly);
                    case Script.Step.Ring ring ->
                        softly.assertThat(assistant.pass(ring.after())).containsExactly(ring.notice());
                }
            }
        }
        softly.assertAll();
    }

    private static void check(Script.Step.Turn turn, TurnEvent outcome, Language language, SoftAssertions softly) {
        softly.assertThat(outcome).as(turn.person()).isInstanceOf(TurnEvent.Completed.class);
        if (outcome instanceof TurnEvent.Completed completed) {
            softly.assertThat(completed.language().language())
                    .as("language of " + turn.person())
                    .isEqualTo(language);
            softly.assertThat(completed.intent().intent().orElse("none"))
                    .as("intent of " + turn.person() + ", " + completed.intent())
                    .isEqualTo(turn.intent());
            String expected = turn.assistant();
            if (expected.length() > 1 && expected.startsWith("/") && expected.endsWith("/")) {
                softly.assertThat(completed.text())
                        .as(turn.person())
                        .matches(expected.substring(1, expected.length() - 1));
            } else {
                softly.assertThat(completed.text())
                        .as(turn.person() + " " + completed.entities())
                        .isEqualTo(expected);
            }
        }
    }
}
