package io.liying.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SessionsTest extends BrowserTest {

    @BeforeEach
    void twoSessions() {
        liYing.history.addTurn(
                "walk",
                "w1",
                "A walk by the river",
                Reply.of("Take the path."),
                liYing.history.now().minus(Duration.ofHours(2)));
        liYing.history.addTurn(
                "cake",
                "c1",
                "Apple cake",
                Reply.of("Peel six apples."),
                liYing.history.now().minus(Duration.ofDays(3)));
    }

    private Page listed() {
        Page page = open();
        return page.await("sessions", () -> page.sessions().equals(List.of("A walk by the river", "Apple cake")));
    }

    @Test
    void a_session_is_opened_and_gone_on_with() {
        Page page = listed().click("[data-session=cake] .session-open").awaitAnswer("Peel six apples.");

        page.say("And then?").awaitAnswer("You said: And then?");

        assertThat(liYing.history.messages("cake")).hasSize(4);
        page.await("the order", () -> page.sessions().equals(List.of("Apple cake", "A walk by the river")));
        assertThat(page.reload().awaitAnswer("You said: And then?").said()).containsExactly("Apple cake", "And then?");
    }

    @Test
    void sessions_are_searched_in_their_messages_too() {
        Page page = listed().chord("k", Keys.CONTROL);
        page.await("focus", () -> "session-search".equals(page.script("return document.activeElement.id")));

        page.press("six apples");

        page.await("found", () -> page.sessions().equals(List.of("Apple cake")));
        page.press(Keys.ESCAPE).await("all", () -> page.sessions().size() == 2);
    }

    @Test
    void a_session_is_renamed_in_its_place() {
        Page page = listed().menu("Apple cake", "rename").await(".session-rename");

        page.await("selection", () -> "Apple cake".equals(page.script("return getSelection().toString()")));
        page.press("Grandmother’s cake", Keys.ENTER);

        page.await("the name", () -> page.sessions().contains("Grandmother’s cake"));
        page.await("the server", () -> liYing.history.title("cake").equals("Grandmother’s cake"));
    }

    @Test
    void a_deleted_session_can_be_brought_back() {
        Page page = listed().menu("Apple cake", "remove").await(".toast");
        assertThat(page.text(".toast")).isEqualTo("“Apple cake” deleted\nUndo");
        assertThat(page.sessions()).containsExactly("A walk by the river");

        page.click(".toast .link");

        page.await("it is back", () -> page.sessions().equals(List.of("A walk by the river", "Apple cake")));
        assertThat(liYing.history.has("cake")).isTrue();
    }

    @Test
    void a_deleted_session_is_gone_for_good_when_the_page_is_left() {
        Page page = listed().menu("Apple cake", "remove").await(".toast");

        browser.driver.get("about:blank");

        page.awaitServer(() -> !liYing.history.has("cake"));
    }

    @Test
    void a_session_is_exported_in_both_formats() {
        Page page = listed().menu("Apple cake", "");

        assertThat(page.find("[data-do=markdown]").getDomAttribute("href"))
                .isEqualTo("/api/v1/sessions/cake/export?format=markdown");
        assertThat(page.find("[data-do=json]").getDomAttribute("href"))
                .isEqualTo("/api/v1/sessions/cake/export?format=json");
        assertThat(page.find("[data-do=json]").getDomAttribute("download")).isEqualTo("Apple cake.json");
    }

    @Test
    void the_menu_is_used_with_the_keyboard_alone() {
        Page page = listed();
        page.chord("k", Keys.CONTROL)
                .await("focus", () -> "session-search".equals(page.script("return document.activeElement.id")));

        page.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.TAB, Keys.ENTER).await(".menu");
        page.await("first item", () -> "rename".equals(page.script("return document.activeElement.dataset.do")));
        page.press(Keys.ARROW_UP);

        assertThat(page.script("return document.activeElement.dataset.do")).isEqualTo("remove");
        page.press(Keys.ESCAPE).await("closed", () -> !page.shows(".menu"));
        assertThat(page.sessions()).hasSize(2);
    }

    @Test
    void a_session_that_is_gone_is_explained() {
        Page page = browser.desktop("en-GB,en", "light").open(server.address() + "#/nobody");

        page.await(".thread-problem");
        assertThat(page.text(".thread-problem h2")).isEqualTo("This conversation no longer exists");
        page.click(".thread-problem .button").await(".welcome");
    }
}
