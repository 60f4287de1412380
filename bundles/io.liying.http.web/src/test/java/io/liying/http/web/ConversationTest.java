package io.liying.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.http.web.FakeLiYing.Fate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConversationTest extends BrowserTest {

    @Test
    void a_message_is_sent_and_its_streamed_answer_is_shown_as_markdown() {
        liYing.replies = said -> Reply.of("It is **56,088**, as [shown](https://example.org/) <b>here</b>.");

        Page page = open().say("123 times 456");

        page.awaitAnswer("It is 56,088, as shown <b>here</b>.");
        assertThat(page.said()).containsExactly("123 times 456");
        assertThat(page.text(".answer .markdown strong")).isEqualTo("56,088");
        assertThat(page.find(".answer .markdown a").getDomAttribute("rel")).isEqualTo("noopener noreferrer");
        assertThat(page.written()).isEmpty();
        page.await(
                "the spoken answer",
                () -> page.find("[aria-live=polite]")
                        .getDomProperty("textContent")
                        .contains("56,088"));
    }

    @Test
    void a_german_date_is_no_list() {
        liYing.replies = said -> Reply.of("21. November 2026");

        Page page = open().say("Welcher Tag ist heute?");

        page.awaitAnswer("21. November 2026");
        assertThat(page.shows(".answer ol")).isFalse();
    }

    @Test
    void enter_that_ends_a_composition_does_not_send() {
        Page page = open();
        page.write("");

        browser.command("Input.imeSetComposition", Map.of("text", "안녕", "selectionStart", 2, "selectionEnd", 2));
        enter();
        assertThat(page.written()).isEqualTo("안녕");
        assertThat(page.said()).isEmpty();

        browser.command("Input.insertText", Map.of("text", "안녕"));
        page.press(Keys.ENTER).awaitAnswer("You said: 안녕");
        assertThat(liYing.received).containsExactly("안녕");
    }

    private void enter() {
        for (String type : List.of("rawKeyDown", "keyUp")) {
            browser.command(
                    "Input.dispatchKeyEvent",
                    Map.of("type", type, "key", "Enter", "code", "Enter", "windowsVirtualKeyCode", 13));
        }
    }

    @Test
    void shift_and_enter_make_a_new_line() {
        Page page = open();

        page.write("one" + Keys.chord(Keys.SHIFT, Keys.ENTER) + "two");
        assertThat(page.written()).isEqualTo("one\ntwo");

        page.press(Keys.ENTER).awaitAnswer("You said: one\ntwo");
    }

    @Test
    void escape_stops_a_running_turn_and_keeps_what_was_received() {
        liYing.fates.add(Fate.STALLED);
        liYing.replies = said -> Reply.of("one two three four");
        Page page = open().say("count").await("#stop");
        page.await("half", () -> page.answers().equals(List.of("one two")));

        page.press(Keys.ESCAPE);

        page.await("the end", () -> page.phases().equals(List.of("interrupted")));
        assertThat(page.answers()).containsExactly("one two");
        assertThat(page.text(".answer-foot .badge")).isEqualTo("Stopped");
        assertThat(page.shows("#send")).isTrue();
    }

    @Test
    void words_said_meanwhile_wait_for_their_turn() {
        liYing.fates.add(Fate.STALLED);
        Page page = open().say("first").await("#stop").say("second");
        page.await("the queue", () -> page.phases().equals(List.of("running", "queued")));

        page.click("#stop");

        page.awaitAnswer("You said: second");
        assertThat(liYing.received).containsExactly("first", "second");
        assertThat(page.phases()).containsExactly("interrupted", "done");
    }

    @Test
    void a_failed_turn_says_why_and_can_be_tried_again() {
        liYing.fates.add(Fate.FAILED);
        Page page = open().say("What time is it?").await(".failure");
        assertThat(page.text(".failure")).isEqualTo("That took too long\nThe skill did not answer in 10 s.\nTry again");

        page.click("[data-retry]");

        page.awaitAnswer("You said: What time is it?");
        assertThat(page.said()).containsExactly("What time is it?");
        assertThat(page.shows(".failure")).isFalse();
    }

    @Test
    void a_suggestion_of_an_installed_skill_is_said_with_a_click() {
        Page page = open().await(".suggestion");
        assertThat(page.texts(".suggestion-skill")).containsExactly("Clock", "Calculator", "Timer", "Small talk");

        page.click("[data-skill=calculator]");

        page.awaitAnswer("You said: What is 15% of 80?");
    }

    @Test
    void the_inspector_marks_translated_answers() {
        liYing.replies = words -> words.equals("one")
                ? Reply.of("It is warm.").with(Map.of("translation", Map.of("from", "ko", "by", "127.0.0.1")))
                : Reply.of("따뜻해요.").with(Map.of("translation", Map.of("from", "ko", "missing", "off")));
        Page page = open().say("one").awaitAnswer("It is warm.");
        page.chord("i", Keys.CONTROL).await("#inspector").rest();

        assertThat(page.text("[data-part=translation]")).isEqualTo("Translated from Korean by 127.0.0.1");

        page.say("two").awaitAnswer("따뜻해요.");
        assertThat(page.text("[data-part=translation]")).isEqualTo("Not translated: the skill answers only in Korean");
    }

    @Test
    void the_inspector_shows_how_a_turn_was_understood() {
        String said = "Set a tea timer for 4 minutes";
        liYing.replies = words -> Reply.of("It is set.")
                .meaning("timer.set", 0.98, "timer.list", 0.011)
                .mentioning(words, "duration", "PT4M", "4 minutes");
        Page page = open().say(said).awaitAnswer("It is set.");
        assertThat(page.text("[data-inspect]")).isEqualTo("Timer · 98% · 3.6 ms");

        page.chord("i", Keys.CONTROL).await("#inspector").rest();

        assertThat(page.texts(".inspector-text .entity")).containsExactly("4 minutes");
        assertThat(page.text("[data-part=language]")).isEqualTo("Language\nEnglish\n99%\nGerman\n1%");
        assertThat(page.text("[data-part=intent]"))
                .isEqualTo("Intent\ntimer.set\n98%\ntimer.list\n1%\nAnswered by Timer");
        assertThat(page.text("[data-part=entities]")).isEqualTo("Found in your words\nDuration\n4 minutes\nPT4M\n97%");
        assertThat(page.texts("[data-part=timings] .stage-name"))
                .containsExactly("Reading", "Language", "Intent", "Entities", "Skill", "Saving");
        assertThat(page.text("[data-part=timings] .facts-aside")).isEqualTo("3.6 ms");
        assertThat(page.texts("[data-part=context] dt")).contains("turns", "last_intent");
        assertThat(page.find("[data-part=intent] [role=meter]").getDomAttribute("aria-valuenow"))
                .isEqualTo("98");
    }
}
