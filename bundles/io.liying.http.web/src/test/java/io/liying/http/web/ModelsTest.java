package io.liying.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The page of the speech models in a real browser. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelsTest extends AdministratorTest {

    private FakeModels models;

    @BeforeEach
    void theModels() {
        models = server.models;
    }

    private static Page enter(Page page) {
        return enter(page, "#open-models", "[data-model]");
    }

    @Test
    void only_the_administrator_sees_what_is_here_what_can_be_had_and_what_is_wrong() {
        Page page = open();
        page.click("#open-models").await("#plugins-token");
        assertThat(page.text(".plugins-ask")).contains("Only whoever runs LiYing may manage its models.");
        page.find("#plugins-token").sendKeys("wrong", Keys.ENTER);
        page.await("why", () -> page.text(".plugins-problem").equals("Nobody has this token."));

        page.find("#plugins-token").sendKeys(Keys.chord(Keys.CONTROL, "a"), FakePlugins.TOKEN, Keys.ENTER);
        page.await("[data-model]").rest();

        assertThat(page.texts(".plugins-list:first-of-type h2"))
                .containsExactly("ggml-tiny whisper Damaged", "vosk-small-ko vosk");
        assertThat(page.texts("[data-model=ggml-tiny] > p"))
                .containsExactly("all languages · 75 MB · 390 MB of memory · MIT", "the smallest Whisper");
        assertThat(page.text("[data-engine=whisper]")).isEqualTo("whisper The model “ggml-tiny” is damaged.");
        assertThat(page.shows("[data-model=vosk-small-de] [data-do=install]")).isTrue();
        browser.screenshot("models");
    }

    @Test
    void a_model_is_installed_and_its_progress_is_shown() {
        models.goesOn = new CountDownLatch(1);
        Page page = enter(open());

        page.click("[data-model=vosk-small-de] [data-do=install]")
                .await(
                        "progress",
                        () -> page.texts("[data-model=vosk-small-de] .training-took")
                                .equals(List.of("9 MB of 45 MB")));
        assertThat(page.find("[data-model=vosk-small-de] .bar").getDomAttribute("aria-valuenow"))
                .isEqualTo("20");
        browser.screenshot("models-progress");
        models.goesOn.countDown();

        page.await("toast", () -> page.texts(".toast").contains("vosk-small-de is installed"));
        page.await("[data-model=vosk-small-de] [data-do=remove]");
        assertThat(models.calls).containsExactly("POST /vosk-small-de");
    }

    @Test
    void a_download_is_cancelled_and_the_server_notices() throws Exception {
        models.goesOn = new CountDownLatch(1);
        Page page = enter(open());
        page.click("[data-model=vosk-small-de] [data-do=install]").await("[data-model=vosk-small-de] [data-do=cancel]");

        page.click("[data-model=vosk-small-de] [data-do=cancel]");

        page.await(
                "toast",
                () -> page.texts(".toast")
                        .contains(
                                "The installation of vosk-small-de was cancelled; what has arrived is kept for the next"
                                        + " time"));
        assertThat(models.gone.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(page.shows(".plugins-problem[role=alert]")).isFalse();
        page.await("[data-model=vosk-small-de] [data-do=install]");
    }

    @Test
    void a_model_is_removed_after_a_question() {
        Page page = enter(open());

        page.click("[data-model=vosk-small-ko] [data-do=remove]").await("[data-do=remove-yes]");
        page.press(Keys.ESCAPE).await("[data-model=vosk-small-ko] [data-do=remove]");
        assertThat(models.calls).isEmpty();
        page.click("[data-model=vosk-small-ko] [data-do=remove]").await("[data-do=remove-yes]");
        assertThat(page.text("[data-model=vosk-small-ko] [role=group] span")).isEqualTo("Remove vosk-small-ko?");
        page.click("[data-do=remove-yes]");

        page.await("toast", () -> page.texts(".toast").contains("vosk-small-ko is gone"));
        page.await("the list", () -> !page.shows("[data-model=vosk-small-ko]"));
        assertThat(models.calls).containsExactly("DELETE /vosk-small-ko");
    }

    @Test
    void a_folder_of_the_server_is_imported() {
        Page page = enter(open());

        page.find("#models-folder").sendKeys("/opt/nothing", Keys.ENTER);
        page.await(
                "why",
                () -> page.texts(".plugins-problem[role=alert]")
                        .equals(List.of("There is no speech model in “/opt/nothing”.")));
        page.find("#models-folder").sendKeys(Keys.chord(Keys.CONTROL, "a"), "/opt/my-model", Keys.ENTER);

        page.await("[data-model=my-model]");
        assertThat(models.calls)
                .containsExactly("POST  {\"folder\":\"/opt/nothing\"}", "POST  {\"folder\":\"/opt/my-model\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko-KR", "en-GB", "zh-CN", "ja-JP", "es-MX", "fr-FR", "de-AT"})
    void it_fits_a_phone_in_every_language(String language) {
        Page page = enter(phone(language)).rest();

        assertThatNothingIsTooWide(page, "models");
        assertThat(page.text(".models")).doesNotContain("models.");
        browser.screenshot("models-phone-" + language);
    }
}
