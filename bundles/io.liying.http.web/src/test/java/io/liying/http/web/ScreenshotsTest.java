package io.liying.http.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Leaves pictures of the app under target/screenshots, for people to judge. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScreenshotsTest extends BrowserTest {

    private static final String CALCULATION = "What is 15% of 80, and 123 times 456?";
    private static final String TEA = "Set a tea timer for 4 minutes";
    private static final String PLAN = "Help me plan a calm evening";

    @BeforeEach
    void somethingToTalkAbout() {
        Instant now = liYing.history.now();
        List<String> titles = List.of(
                "Plan for the week in Lisbon",
                "도쿄는 지금 몇 시야?",
                "Fünf hoch drei",
                "Packing list for the mountains",
                "明日の会議は何時？",
                "Recette de la tarte aux pommes",
                "Timers for the sourdough");
        List<String> languages = List.of("en", "ko", "de", "en", "ja", "fr", "en");
        for (int i = 0; i < titles.size(); i++) {
            Duration ago = Duration.ofHours(i < 2 ? i + 1 : i * 22L);
            liYing.history.addSession("old" + i, titles.get(i), languages.get(i), now.minus(ago));
        }
        liYing.replies = this::reply;
    }

    private Reply reply(String said) {
        Instant now = liYing.history.now();
        return switch (said) {
            case CALCULATION ->
                Reply.of("15% of 80 is **12**, and 123 × 456 is **56,088**.")
                        .meaning("calculator.compute", 0.97, "clock.time", 0.014, "timer.set", 0.006)
                        .mentioning(said, "expression", "(15/100)*80", "15% of 80")
                        .mentioning(said, "expression", "123*456", "123 times 456")
                        .with(Map.of("results", List.of("12", "56088")));
            case TEA ->
                Reply.of("The tea timer is set: 4 minutes from now.")
                        .meaning("timer.set", 0.98, "timer.list", 0.011)
                        .mentioning(said, "duration", "PT4M", "4 minutes")
                        .with(Map.of(
                                "timers",
                                List.of(
                                        Reply.timer("a", "Tea", now.plusSeconds(200), "PT4M"),
                                        Reply.timer("b", "Sourdough", now.plusSeconds(2810), "PT1H"))));
            case PLAN ->
                Reply.of("""
                        Gladly. Here is a quiet plan:

                        1. **Walk** for twenty minutes before it gets dark
                        2. Cook something simple, such as *lemon pasta*
                        3. No screens after nine

                        | When | What |
                        |---|---|
                        | 18:00 | Walk along the river |
                        | 19:00 | Cooking |

                        ```
                        remind me at 21:00
                        ```
                        Shall I set a timer for the walk?""").meaning("smalltalk.plan", 0.71, "timer.set", 0.2).asking();
            default ->
                said.matches(".*\\p{IsHangul}.*")
                        ? Reply.of("123 × 456 = **56,088**이에요.")
                                .in("ko", 0.999, "ja", 0.0006)
                                .meaning("calculator.compute", 0.96, "clock.time", 0.02)
                                .mentioning(said, "expression", "123*456", "123 곱하기 456")
                        : Reply.of("You are welcome.");
        };
    }

    @Test
    void welcome() {
        open().await(".suggestion").rest();
        browser.screenshot("welcome-light");
    }

    @Test
    void desktop_light_and_dark_with_the_inspector() {
        Page page = open().say(PLAN).await("answer", () -> true);
        page.await(".answer-foot")
                .say(CALCULATION)
                .await("answers", () -> page.answers().size() == 2);
        page.click("#thread .turn:last-child [data-inspect]").rest();
        browser.screenshot("desktop-light-inspector");
        page.click(".theme-choice:last-child").rest();
        browser.screenshot("desktop-dark-inspector");
        page.click("#toggle-inspector").rest();
        browser.screenshot("desktop-dark");
    }

    @Test
    void a_running_turn_and_a_menu() {
        liYing.fates.add(FakeLiYing.Fate.STALLED);
        Page page = open().say(PLAN).await("#stop").rest();
        page.menu("Fünf hoch drei", "").rest();
        browser.screenshot("running-and-menu");
    }

    @Test
    void korean() {
        Page page = browser.desktop("ko-KR,ko,en", "light").open(server.address());
        page.await(".suggestion").rest();
        browser.screenshot("korean-welcome");
        page.say("123 곱하기 456은 얼마야?")
                .await(".answer-foot")
                .click("[data-inspect]")
                .rest();
        browser.screenshot("korean");
    }

    @Test
    void timers_run_and_ring() {
        Page page = open().say(TEA).await(".timer").rest();
        liYing.notice("n1", "timer.fired", "Your tea timer is over: 4 minutes have passed.", Map.of("timer_id", "a"));
        page.await(".ringing-banner").rest();
        browser.screenshot("timer-ringing");
    }

    @Test
    void phone() {
        Page page = browser.phone("en-GB,en", "light").open(server.address());
        page.await(".suggestion").rest();
        browser.screenshot("phone-welcome");
        page.say(CALCULATION).await(".answer-foot").rest();
        page.say(TEA).await(".timer").rest();
        browser.screenshot("phone-conversation");
        page.click(".header .only-narrow").rest();
        browser.screenshot("phone-sessions");
        page.click(".brand .only-narrow")
                .await("drawer closed", () -> !page.shows(".sidebar"))
                .rest();
        page.click("#toggle-inspector").rest();
        browser.screenshot("phone-inspector");
    }

    @Test
    void trouble_and_help() {
        liYing.fates.add(FakeLiYing.Fate.FAILED);
        Page page = open().say("What time is it in Tokyo?").await(".failure").rest();
        liYing.goAway();
        page.await(".connection").rest();
        browser.screenshot("trouble");
        page.find("#thread").click();
        page.press("?").await(".dialog").rest();
        browser.screenshot("help");
    }
}
