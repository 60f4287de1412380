package io.liying.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimersTest extends BrowserTest {

    private Reply set(String id, String name) {
        return Reply.of("Set.")
                .meaning("timer.set", 0.98)
                .with(Map.of(
                        "timers",
                        List.of(Reply.timer(id, name, liYing.history.now().plusSeconds(240), "PT4M"))));
    }

    @Test
    void a_set_timer_counts_down_and_survives_a_reload() {
        liYing.replies = said -> set(said, said);
        Page page = open().say("Tea").awaitAnswer("Set.").say("Eggs");

        page.await("two", () -> page.texts(".timer-name").equals(List.of("Tea", "Eggs")));
        assertThat(page.text(".timer-left")).matches("[34]:\\d\\d");
        assertThat(page.reload().await(".timer").texts(".timer-name")).containsExactly("Tea", "Eggs");
    }

    @Test
    void a_timer_that_was_set_elsewhere_is_shown_and_one_that_ended_elsewhere_goes() {
        liYing.timers.put("a", Reply.timer("a", "Tea", liYing.history.now().plusSeconds(240), "PT4M"));
        Page page = open().await(".timer");
        assertThat(page.texts(".timer-name")).containsExactly("Tea");

        liYing.timers.clear();
        page.reload().await("no timer", () -> !page.shows(".timer"));
    }

    @Test
    void a_cancelled_timer_goes() {
        liYing.replies =
                said -> said.equals("cancel") ? set("Tea", "Tea").meaning("timer.cancel", 0.9) : set("Tea", "Tea");
        Page page = open().say("Tea").await(".timer");

        page.say("cancel").await("no timer", () -> !page.shows(".timer"));
    }

    @Test
    void a_timer_rings_once_until_it_is_stopped() {
        liYing.replies = said -> set("a", "Tea");
        Page page = open().say("Tea").await(".timer");

        for (int i = 0; i < 2; i++) {
            liYing.notice("a", "timer.fired", "Your tea timer is over.", Map.of("timer_id", "a", "id", "a"));
        }

        page.await(".ringing-banner");
        assertThat(page.texts(".ringing-banner strong")).containsExactly("Your tea timer is over.");
        page.await("title", () -> browser.driver.getTitle().equals("⏰ Your tea timer is over."));
        page.await("it does not run any more", () -> !page.shows(".timer"));
        page.click("[data-silence]").await("silence", () -> !page.shows(".ringing-banner"));
        page.await("title", () -> !browser.driver.getTitle().contains("⏰"));
    }

    @Test
    void the_bell_is_heard() {
        Page page = open();
        page.script("""
                window.struck = 0;
                const start = OscillatorNode.prototype.start;
                OscillatorNode.prototype.start = function (when) { window.struck++; return start.call(this, when); };""");
        page.say("hello").awaitAnswer("You said: hello");

        liYing.notice("a", "timer.fired", "Over.", Map.of("timer_id", "a"));

        page.await("two strokes of two tones", () -> (Long) page.script("return window.struck") >= 4);
    }
}
