package io.liying.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The plugin manager's page in a real browser. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PluginsTest extends AdministratorTest {

    @TempDir
    Path folder;

    private FakePlugins plugins;

    @BeforeEach
    void theManager() {
        plugins = server.plugins;
    }

    private Page manager() {
        return enter(open());
    }

    private static Page enter(Page page) {
        return enter(page, "#open-plugins", ".plugins-list");
    }

    private Page details(Page page) {
        return page.click("[data-plugin=dice]").await(".plugin-drawer").rest();
    }

    private void choose(Page page, String content) throws Exception {
        Path file = Files.writeString(folder.resolve("converter.jar"), content);
        page.find("#plugins-choose").sendKeys(file.toString());
    }

    @Test
    void the_token_is_asked_for_once_and_a_wrong_one_is_refused() {
        Page page = open().click("#open-plugins").await("#plugins-token").rest();
        assertThat(page.shows(".plugins-problem")).isFalse();
        browser.screenshot("plugins-token");

        page.find("#plugins-token").sendKeys("wrong", Keys.ENTER);
        page.await("the refusal", () -> page.text(".plugins-problem").equals("Nobody has this token."));
        page.find("#plugins-token").clear();
        page.find("#plugins-token").sendKeys(FakePlugins.TOKEN, Keys.ENTER);
        page.await(".plugins-list");

        page.click("#plugins-back").await("#composer-input");
        page.click("#open-plugins").await(".plugins-list");
        assertThat(page.script("return Object.keys(localStorage).some(k => localStorage[k].includes('token'))"))
                .isEqualTo(false);
        browser.driver.navigate().refresh();
        page.await(".plugins-list");
    }

    @Test
    void the_list_shows_what_is_there_and_what_is_wrong() {
        Page page = manager();

        assertThat(page.texts(".plugin-name")).containsExactly("Dice", "Tides");
        assertThat(page.texts(".plugin-state")).containsExactly("Active", "Set aside");
        assertThat(page.texts(".plugin-vouch"))
                .containsExactly("Signed by Ada Lovelace", "Not signed: nobody vouches for it");
        assertThat(page.text(".plugin-problem"))
                .isEqualTo("It failed three times in a row: the harbour service does not answer.");
        assertThat(page.shows(".plugins-tabs")).isFalse();
        page.rest();
        browser.screenshot("plugins-list");
    }

    @Test
    void details_tell_permissions_findings_and_the_rest() {
        Page page = details(manager());

        assertThat(page.text(".plugin-facts")).startsWith("Reach api.example.org on the network\nTo fetch true");
        assertThat(page.text(".plugin-facts .is-open"))
                .isEqualTo("java.lang.ProcessBuilder\norg.example.Dice · not covered by any permission");
        assertThat(page.text(".plugin-about"))
                .contains("Calls: 1204, failed: 3", "Apache-2.0", "English, Korean, German");
        browser.screenshot("plugins-details");

        page.press(Keys.ESCAPE).await("closed", () -> !page.shows(".plugin-drawer"));
        page.await("focus", () -> "dice".equals(page.script("return document.activeElement.dataset.plugin")));
        page.press(Keys.ESCAPE).await("#composer-input");
    }

    @Test
    void a_plugin_is_switched_off_pinned_and_rolled_back() {
        Page page = details(manager());

        page.click("[data-do='plugins.disable']").await("[data-do='plugins.enable']");
        assertThat(page.text(".plugin-drawer .plugin-state")).isEqualTo("Switched off");
        page.click("[data-do='plugins.enable']").await("[data-do='plugins.disable']");
        page.click("[data-do='plugins.pin']").await("[data-do='plugins.unpin']");
        page.click("[data-version='1.0.0']")
                .await("version", () -> page.text("#plugin-title").equals("Dice 1.0.0"));

        page.await("toast", () -> page.texts(".toast").contains("Dice 1.0.0 answers now"));
        assertThat(plugins.calls)
                .containsExactly(
                        "POST /dice/disable",
                        "POST /dice/enable",
                        "POST /dice/pin",
                        "POST /dice/rollback {\"version\":\"1.0.0\"}");
    }

    @Test
    void settings_are_a_form_that_sends_what_was_changed() {
        Page page = details(manager());

        assertThat(page.find("#field-sides").getDomAttribute("max")).isEqualTo("100");
        assertThat(page.find("#field-key").getDomAttribute("type")).isEqualTo("password");
        page.find("#field-sides").clear();
        page.find("#field-sides").sendKeys("20");
        page.find("#field-colour option[value=green]").click();
        page.find("#field-loud").click();
        page.find("#field-key").sendKeys("s3cret");
        page.click("[data-do=save]");

        page.await("toast", () -> page.texts(".toast").contains("The settings of Dice are in effect"));
        assertThat(plugins.calls)
                .containsExactly(
                        "PUT /dice/settings {\"sides\":20,\"colour\":\"green\",\"loud\":false,\"key\":\"s3cret\"}");

        page.find("#field-sides").clear();
        page.find("#field-sides").sendKeys("13");
        page.click("[data-do=save]")
                .await("why", () -> page.text(".plugins-problem").equals("13 is unlucky. Choose another number."));
    }

    @Test
    void uninstalling_asks_first_and_about_the_data() {
        Page page = details(manager());

        page.click("[data-do='plugins.uninstall']").await(".plugin-confirm");
        page.press(Keys.ESCAPE).await("kept", () -> !page.shows(".plugin-confirm"));
        page.click("[data-do='plugins.uninstall']")
                .click(".plugin-confirm input")
                .click("[data-do=confirm]");

        page.await("gone", () -> page.texts(".plugins-list .plugin-name").equals(java.util.List.of("Tides")));
        assertThat(plugins.calls).containsExactly("DELETE /dice?data=true");
        page.await("toast", () -> page.texts(".toast").contains("Dice is gone"));
    }

    @Test
    void installing_asks_for_each_approval_and_shows_the_steps() throws Exception {
        plugins.goesOn = new CountDownLatch(1);
        Page page = manager();

        choose(page, "JAR");
        page.await("#install-go").rest();
        assertThat(page.text("#install-title")).isEqualTo("Install Unit converter 2.0.0?");
        assertThat(page.texts(".plugin-approvals strong"))
                .containsExactly(
                        "Reach api.example.org on the network",
                        "Trust Grace Hopper with this plugin",
                        "Let its code do what it did not declare: Start programs");
        assertThat(page.find("#install-go").isEnabled()).isFalse();
        browser.screenshot("plugins-approve");
        page.find("dialog[open]").findElements(By.cssSelector("input")).forEach(box -> box.click());
        page.await("enabled", () -> page.find("#install-go").isEnabled()).click("#install-go");

        page.await("steps", () -> page.texts(".plugin-steps li").size() == 3);
        page.rest();
        browser.screenshot("plugins-progress");
        plugins.goesOn.countDown();
        page.await("toast", () -> page.texts(".toast").contains("Unit converter 2.0.0 answers now"));

        assertThat(page.shows(".plugin-install")).isFalse();
        page.await("listed", () -> page.texts(".plugin-name").contains("Unit converter"));
        assertThat(plugins.calls)
                .containsExactly(
                        "POST /inspect JAR",
                        "POST ?approve=network%3Aapi.example.org%2Cpublisher%3Aab12cd34%2Cfinding%3Aprocesses JAR");
    }

    @Test
    void a_failure_says_why_in_words() throws Exception {
        Page page = manager();
        choose(page, "broken");
        page.await(
                "why",
                () -> page.text(".plugin-install .plugins-problem")
                        .equals("The file ends too early. Download it again."));
        page.press(Keys.ESCAPE).await("closed", () -> !page.shows(".plugin-install"));

        plugins.failsInstalling = true;
        choose(page, "JAR");
        page.await("#install-go");
        page.find("dialog[open]").findElements(By.cssSelector("input")).forEach(box -> box.click());
        page.click("#install-go");
        page.await(
                "why", () -> page.text(".plugin-install .plugins-problem").equals("Its self-test failed: no scale."));
        assertThat(page.texts(".plugin-steps li")).hasSize(3);
    }

    @Test
    void a_dropped_file_is_offered_too() {
        Page page = manager();

        page.script("""
                const data = new DataTransfer();
                data.items.add(new File(['JAR'], 'converter.lyp'));
                document.querySelector('.plugins').dispatchEvent(
                    new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));""");

        page.await("#install-go");
        assertThat(plugins.calls).containsExactly("POST /inspect JAR");
    }

    @Test
    void catalogues_show_a_tab_with_updates() {
        plugins.hasCatalogue = true;
        Page page = manager().await(".plugins-tabs");

        page.find(".plugins-tab").sendKeys(Keys.ARROW_RIGHT);
        page.await("offers", () -> page.texts(".plugin-offer .plugin-name").equals(java.util.List.of("Dice", "Moon")));
        assertThat(page.texts(".plugin-offer .button")).containsExactly("Update to 1.3.0", "Install");
        page.rest();
        browser.screenshot("plugins-available");
        page.find(".plugin-offer:last-child .button").click();
        page.await("#install-go");
        assertThat(page.texts(".plugin-approvals strong"))
                .containsExactly(
                        "Reach api.example.org on the network",
                        "Trust Grace Hopper with this plugin",
                        "Let its code do what it did not declare: Start programs");
        page.find("dialog[open]").findElements(By.cssSelector("input")).forEach(box -> box.click());
        page.await("enabled", () -> page.find("#install-go").isEnabled()).click("#install-go");

        page.await(
                "asked",
                () -> plugins.calls.equals(java.util.List.of(
                        "POST /catalogue/moon/inspect",
                        "POST /catalogue/moon/install?approve=network%3Aapi.example.org%2Cpublisher%3Aab12cd34"
                                + "%2Cfinding%3Aprocesses")));
    }

    @Test
    void a_secret_is_entered_once_and_never_shown() {
        Page page = details(manager());
        assertThat(page.text(".plugin-secret label")).isEqualTo("token Not entered yet");

        page.find("#secret-token").sendKeys("s3cret");
        page.click("[data-do=keep-secret]")
                .await("kept", () -> page.text(".plugin-secret label").equals("token Entered"));
        assertThat(page.find("#secret-token").getDomProperty("value")).isEmpty();
        page.rest();
        browser.screenshot("plugins-secret");
        page.click("[data-do=forget-secret]")
                .await("gone", () -> page.text(".plugin-secret label").equals("token Not entered yet"));

        assertThat(plugins.calls)
                .containsExactly("PUT /dice/secrets/token {\"value\":\"s3cret\"}", "DELETE /dice/secrets/token");
    }

    @Test
    void a_panel_reaches_its_own_plugin_and_nothing_else() {
        Page page = details(manager());
        page.click("[data-do='plugins.panel']").await(".plugin-panel");
        browser.driver.switchTo().frame(browser.driver.findElement(By.cssSelector(".plugin-panel")));

        page.await("its own", () -> page.text("#own").equals("200 {\"rolled\":6}"));
        page.await("foreign", () -> page.text("#foreign").startsWith("403"));
        assertThat(page.text("#app")).isEqualTo("closed");
        assertThat(page.text("#store")).isEqualTo("closed");
        page.await("server", () -> page.text("#server").equals("closed"));
        browser.driver.switchTo().defaultContent();
        page.rest();
        browser.screenshot("plugins-panel");
        page.press(Keys.ESCAPE).await(".plugin-about");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko-KR", "en-GB", "zh-CN", "ja-JP", "es-MX", "fr-FR", "de-AT"})
    void it_fits_a_phone_in_every_language(String language) {
        Page page = enter(phone(language)).rest();
        assertThatNothingIsTooWide(page, "plugins");
        browser.screenshot("plugins-phone-" + language);

        details(page);
        assertThat(page.script("return document.querySelector('.plugin-drawer').scrollWidth <= innerWidth"))
                .isEqualTo(true);
        browser.screenshot("plugins-phone-details-" + language);
        assertThat(page.text(".plugin-drawer")).doesNotContain("plugins.");
    }

    @Test
    void it_is_dark_when_the_system_is() throws Exception {
        Page page = enter(browser.desktop("ko", "dark").open(server.address()));
        details(page);
        browser.screenshot("plugins-dark");
        page.press(Keys.ESCAPE);
        choose(page, "JAR");
        page.await("#install-go").rest();
        browser.screenshot("plugins-dark-approve");
    }
}
