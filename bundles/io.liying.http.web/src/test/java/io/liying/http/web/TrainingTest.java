package io.liying.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The training's page in a real browser. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TrainingTest extends AdministratorTest {

    @TempDir
    Path folder;

    private FakeTraining training;

    @BeforeEach
    void theTraining() {
        training = server.training;
    }

    private static Page enter(Page page) {
        return enter(page, "#open-training", ".training-set");
    }

    private static Page tab(Page page, String name) {
        return page.click("[data-tab=" + name + "]")
                .await(
                        name,
                        () -> "true".equals(page.find("[data-tab=" + name + "]").getDomAttribute("aria-selected")));
    }

    private Page trained() {
        Page page = enter(open());
        page.click("[data-set=kitchen] [data-do=train]").await(".training-report");
        return page;
    }

    @Test
    void a_file_is_brought_and_its_bad_lines_are_told() throws Exception {
        Page page = enter(open());
        Path file = Files.writeString(folder.resolve("mine.csv"), "text,intent\nhello,greet\n");

        page.find("#training-choose").sendKeys(file.toString());
        page.await("[data-set=mine]");

        assertThat(page.texts(".training-set h2")).containsExactly("kitchen.csv", "mine.csv");
        page.await("toast", () -> page.texts(".toast").contains("mine.csv: 100 sentences"));
        assertThat(page.text("[data-set=mine] .plugin-text")).startsWith("No installed skill has these intents.");
        page.click("[data-set=mine] summary")
                .await(
                        "lines",
                        () -> page.texts("[data-set=mine] .training-problems li")
                                .equals(List.of("Line 7: The intent is missing.", "Line 9: The sentence is missing.")));
        page.rest();
        browser.screenshot("training-sets");
        assertThat(training.calls).containsExactly("POST /sets?name=mine.csv text,intent\nhello,greet\n");

        Path empty = Files.writeString(folder.resolve("empty.csv"), " ");
        page.find("#training-choose").sendKeys(empty.toString());
        page.await("why", () -> page.text(".plugins-problem").equals("The file is empty."));
    }

    @Test
    void training_shows_how_far_it_is_and_then_its_report() {
        training.goesOn = new CountDownLatch(1);
        Page page = enter(open());

        page.click("[data-set=kitchen] [data-do=train]")
                .await("#training-cancel")
                .rest();
        assertThat(page.text(".training-run")).startsWith("Learning kitchen 4 s");
        assertThat(page.find(".training-run .bar").getDomAttribute("aria-valuenow"))
                .isEqualTo("25");
        assertThat(page.find("[data-set=kitchen] [data-do=train]").isEnabled()).isFalse();
        browser.screenshot("training-progress");
        training.goesOn.countDown();
        page.await(".training-report");

        page.await("toast", () -> page.texts(".toast").contains("Version 1 is learnt and in use"));
        assertThat(page.text("[data-figure=accuracy]")).isEqualTo("93.1%");
        assertThat(page.text("[data-figure=calibrationerror]")).isEqualTo("0.021");
        assertThat(page.texts(".matrix-right")).hasSize(5);
        assertThat(page.texts(".matrix-wrong")).hasSize(2);
        assertThat(page.texts(".chart-point")).hasSize(7);
        assertThat(page.text(".training-confusions"))
                .contains("weather.now → none of these", "is it nice out", "sunny?");
        assertThat(page.text(".training-languages")).contains("Korean", "phrases for 3 of 4 intents");
        assertThat(page.texts("tbody th")).startsWith("weather.now", "timer.set");
        page.click("[data-sort=intent]")
                .await("sorted", () -> page.texts("tbody th").getFirst().equals("alarm.set"));
        assertThat(page.shows(".training-run")).isFalse();
        page.rest();
        browser.screenshot("training-report");
        page.script("document.querySelector('.calibration').scrollIntoView()");
        browser.screenshot("training-report-calibration");
    }

    @Test
    void a_run_is_cancelled() {
        training.goesOn = new CountDownLatch(1);
        Page page = enter(open());
        page.click("[data-set=kitchen] [data-do=train]").click("#training-cancel");

        page.await("cancelled", () -> training.calls.contains("DELETE /runs/1"));
    }

    @Test
    void versions_are_listed_compared_and_rolled_back() {
        Page page = trained();
        tab(page, "versions");

        assertThat(page.text("[data-version='1']"))
                .contains("Version 1", "In use", "LiYing · kitchen, 120 sentences", "93% right");
        page.rest();
        browser.screenshot("training-versions");
        page.click(".training-compare .button").await("compared", () -> page.shows(".training-report"));
        assertThat(page.text(".training-report"))
                .contains("Both right: 90. Only the first: 3. Only the second: 21. Neither: 6.", "tea in five");
        browser.screenshot("training-comparison");
        tab(page, "versions");
        page.click("[data-do=report]").await("[data-figure=accuracy]");
        tab(page, "versions");
        page.click("[data-do=rollback]")
                .await("toast", () -> page.texts(".toast").contains("LiYing is without own sentences again"));
        assertThat(training.calls)
                .containsExactly(
                        "POST /runs {\"kind\":\"train\",\"set\":\"kitchen\"}",
                        "POST /runs"
                                + " {\"kind\":\"compare\",\"first\":\"skills\",\"second\":\"live\",\"set\":\"kitchen\"}",
                        "POST /rollback {\"model\":\"assistant\"}");
    }

    @Test
    void an_unsure_turn_is_labelled_with_two_keys() {
        training.isReviewOn = true;
        Page page = enter(open());
        tab(page, "review")
                .await(
                        "focus",
                        () -> Boolean.TRUE.equals(
                                page.script("return document.activeElement.classList.contains('review-list')")));
        assertThat(page.text(".review-turn[aria-current] .review-text")).isEqualTo("내일 아침에 깨워 줘");
        page.rest();
        browser.screenshot("training-review");

        page.press("2").await("chosen", () -> page.shows("[data-intent='alarm.set'][aria-pressed=true]"));
        page.press(Keys.ENTER)
                .await(
                        "next",
                        () -> page.text(".review-turn[aria-current] .review-text")
                                .equals("how hot is it out there"));
        assertThat(training.calls).containsExactly("POST /review/t1 {\"intent\":\"alarm.set\"}");

        page.await(
                "focus",
                () -> Boolean.TRUE.equals(
                        page.script("return document.activeElement.classList.contains('review-list')")));
        page.press(Keys.DELETE).await("empty", () -> page.shows(".plugins-none"));
        assertThat(training.calls).endsWith("DELETE /review/t2");
        assertThat(page.text(".plugins-none")).isEqualTo("Nothing waits for a review.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko-KR", "en-GB", "zh-CN", "ja-JP", "es-MX", "fr-FR", "de-AT"})
    void it_fits_a_phone_in_every_language(String language) {
        Page page = enter(phone(language)).rest();
        for (String name : List.of("sets", "review", "report")) {
            if (name.equals("report")) {
                tab(page, "sets");
                page.click("[data-set=kitchen] [data-do=train]")
                        .await(".training-report")
                        .rest();
            } else {
                tab(page, name).rest();
            }
            assertThatNothingIsTooWide(page, name);
            browser.screenshot("training-phone-" + name + "-" + language);
            assertThat(page.text(".training")).doesNotContain("training.");
        }
    }

    @Test
    void korean_and_dark() {
        Page page = enter(browser.desktop("ko-KR,ko,en", "dark").open(server.address()));
        page.rest();
        browser.screenshot("training-korean-sets");
        page.click("[data-set=kitchen] [data-do=train]")
                .await(".training-report")
                .rest();
        assertThat(page.text(".training-figures")).startsWith("정답률\n93.1%");
        browser.screenshot("training-korean-report");
        tab(page, "review").rest();
        browser.screenshot("training-korean-review");
    }
}
