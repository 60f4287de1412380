package io.liying.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.conversation.api.TurnEvent;
import io.liying.storage.api.Durability;
import io.liying.storage.core.DatabaseSettings;
import io.liying.storage.core.GroupedDatabase;
import io.liying.storage.h2.H2Engine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a conversation keeps, for how long, and for whom. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ContextTest {

    @TempDir
    Path folder;

    private GroupedDatabase database;
    private Assistant assistant;

    @BeforeEach
    void start() throws ReflectiveOperationException {
        H2Engine engine = new H2Engine();
        database = GroupedDatabase.open(
                engine, DatabaseSettings.at(engine.embeddedUrl(folder).orElseThrow(), Durability.PROCESS));
        assistant = new Assistant("2026-11-21T15:05+09:00[Asia/Seoul]", Teachers.remembering(), database);
    }

    @AfterEach
    void stop() throws ReflectiveOperationException {
        assistant.close();
        database.close();
    }

    private String say(String text) throws Exception {
        return say("ada", text);
    }

    private String say(String person, String text) throws Exception {
        return ((TurnEvent.Completed) assistant.say(person, text)).text();
    }

    @Test
    void an_open_question_survives_a_restart() throws Exception {
        say("set a pasta timer");

        assistant.restart();

        assertThat(say("8 minutes")).isEqualTo("Okay, your “pasta” timer is set for 8 minutes.");
    }

    @Test
    void a_confirmation_survives_a_restart() throws Exception {
        say("remember that my car is in P3");
        say("forget everything you know about me");

        assistant.restart();

        assertThat(say("yes")).isEqualTo("I’ve forgotten everything you told me.");
    }

    @Test
    void what_it_stands_for_survives_a_restart() throws Exception {
        say("set a timer for 5 minutes");

        assistant.restart();

        assertThat(say("no, ten")).isEqualTo("Okay, your timer is set for 10 minutes.");
        assertThat(say("show my timers")).isEqualTo("Your timer has 10 minutes left.");
        assistant.restart();
        assertThat(say("cancel it")).isEqualTo("The timer for 10 minutes is cancelled.");
    }

    @Test
    void a_follow_up_is_understood_after_a_restart() throws Exception {
        say("what time is it in London?");

        assistant.restart();

        assertThat(say("and in Tokyo?")).startsWith("It's 3:05").endsWith("PM in Tokyo.");
    }

    @Test
    void people_never_see_each_others_memory() throws Exception {
        say("ada", "remember that my car is in P3");
        say("ada", "I live in Busan");
        say("ada", "what time is it in London?");
        say("ada", "set a timer");

        assertThat(say("bob", "where is my car?")).isEqualTo("You haven’t told me anything about that.");
        assertThat(say("bob", "what do you remember about me?")).isEqualTo("I don’t remember anything about you yet.");
        assertThat(say("bob", "what day is it there?")).isEqualTo("Which place do you mean?");
        assertThat(say("bob", "never mind")).isEqualTo("All right, I’ve dropped it.");
        assertThat(say("bob", "where were we?")).isEqualTo("There is nothing left to go back to.");
        assertThat(say("bob", "export my memory")).doesNotContain("P3");
        assertThat(say("ada", "half an hour")).isEqualTo("Okay, your timer is set for 30 minutes.");
    }

    @Test
    void a_question_lapses_after_an_hour() throws Exception {
        say("set a timer");
        assistant.pass(Duration.ofMinutes(61));

        assertThat(say("where were we?")).isEqualTo("There is nothing left to go back to.");
    }

    @Test
    void the_context_holds_so_many_things_and_says_how_old_they_are() throws Exception {
        for (String city : List.of("London", "Paris", "Tokyo", "Berlin", "Madrid", "Seoul")) {
            say("what time is it in " + city + "?");
            assistant.pass(Duration.ofSeconds(10));
        }
        TurnEvent.Completed last = (TurnEvent.Completed) assistant.say("ada", "what time is it?");

        assertThat(last.context()).containsEntry("topic", "clock").containsEntry("turns", 7);
        assertThat((List<?>) last.context().get("recent_entities"))
                .hasSize(5)
                .first()
                .isEqualTo(Map.of("type", "city", "value", "Asia/Seoul", "text", "Seoul", "age_seconds", 10L));
    }

    @Test
    void the_state_is_written_only_when_it_changes() throws Exception {
        say("what is 12 plus 30?");
        say("what is 12 plus 31?");
        assertThat(assistant.statesSaved()).isZero();

        say("set a timer");
        say("what is 12 plus 32?");
        say("what is 12 plus 33?"); // the timer's question is left
        say("what is 12 plus 34?");
        assertThat(assistant.statesSaved()).isEqualTo(3);
    }
}
