package io.liying.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AppearanceTest extends BrowserTest {

    @ParameterizedTest
    @CsvSource({
        "ko-KR, ko, 새 대화",
        "en-US, en, New conversation",
        "zh-CN, zh-Hans, 新对话",
        "ja-JP, ja, 新しい会話",
        "es-MX, es, Nueva conversación",
        "fr-FR, fr, Nouvelle conversation",
        "de-AT, de, Neue Unterhaltung",
        "it-IT, en, New conversation",
    })
    void the_page_speaks_the_language_of_the_browser(String preferred, String tag, String text) {
        Page page = browser.desktop(preferred, "light").open(server.address());

        assertThat(page.text("#new-conversation")).isEqualTo(text);
        assertThat(page.find("html").getDomAttribute("lang")).isEqualTo(tag);
        assertThat(page.texts(".suggestion-text")).hasSize(4).doesNotContain("");
    }

    @Test
    void a_chosen_language_and_theme_stay() {
        Page page = open();

        page.find("#language option[value=ko]").click();
        page.await("Korean", () -> page.text("#new-conversation").equals("새 대화"));
        page.click(".theme-choice:last-child").await("html[data-theme=dark]");

        Page again = page.reload();
        assertThat(again.text("#new-conversation")).isEqualTo("새 대화");
        assertThat(again.find("html").getDomAttribute("data-theme")).isEqualTo("dark");
    }

    @Test
    void dark_follows_the_system() {
        Page page = browser.desktop("en", "dark").open(server.address());

        assertThat(page.find("body").getCssValue("background-color")).isEqualTo("rgba(24, 25, 27, 1)");
    }

    @Test
    void nothing_is_asked_of_another_host_and_nothing_breaks_the_content_security_policy() {
        liYing.replies = said -> Reply.of(
                        "![tracker](https://example.org/pixel.png) <img src=https://example.org/x onerror=alert(1)> "
                                + "<style>p{color:red}</style> `code`")
                .mentioning(said, "number", "4", "4")
                .with(Map.of(
                        "timers",
                        List.of(Reply.timer("a", "Tea", liYing.history.now().plusSeconds(60), "PT1M"))));
        Page page = open().say("4 things")
                .await(".answer-foot")
                .click("[data-inspect]")
                .rest();
        page.press(Keys.ESCAPE);
        liYing.notice("n", "timer.fired", "Over.", Map.of("timer_id", "a"));
        page.await(".ringing-banner")
                .say("more")
                .await("two", () -> page.answers().size() == 2);

        String here = URI.create(server.address()).getAuthority();
        assertThat(browser.readRequests())
                .isNotEmpty()
                .allSatisfy(address -> assertThat(URI.create(address).getAuthority())
                        .as(address)
                        .isEqualTo(here));
        assertThat(browser.readConsole()).isEmpty();
        assertThat(page.shows(".answer img:not(.logo)")).isFalse();
    }

    @Test
    void keys_open_the_help_and_begin_a_new_conversation() {
        Page page = open().say("hello").awaitAnswer("You said: hello");
        page.find("#thread").click();

        page.press("?").await(".dialog");
        assertThat(page.text("#help-title")).isEqualTo("Keyboard shortcuts");
        page.press(Keys.ESCAPE).await("closed", () -> !page.shows(".dialog"));

        page.chord("o", Keys.CONTROL, Keys.SHIFT).await(".welcome");
        page.await("focus", () -> "composer-input".equals(page.script("return document.activeElement.id")));
    }

    @Test
    void the_phone_has_drawers_and_no_sideways_scrolling() {
        Page page = browser.phone("en", "light").open(server.address());
        page.say("hello").awaitAnswer("You said: hello");
        assertThat(page.shows(".sidebar")).isFalse();

        page.click(".header .only-narrow").await(".sidebar").rest();
        page.click(".brand .only-narrow").await("closed", () -> !page.shows(".sidebar"));
        page.click("#toggle-inspector").await("#inspector");

        assertThat(page.script("return document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(page.script("return document.querySelector('.main').offsetWidth"))
                .isEqualTo(390L);
    }
}
