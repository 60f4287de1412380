package io.liying.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The page of a person's own data in a real browser. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MineTest extends BrowserTest {

    @TempDir
    Path folder;

    private FakeMine mine;

    @BeforeEach
    void somethingIsKept() {
        mine = server.mine;
        mine.facts.add(FakeMine.fact("f1", "en", "My car is in P3"));
        mine.facts.add(FakeMine.fact("f2", "ko", "사물함 번호는 4711"));
        mine.contacts.add(FakeMine.contact("c1", "Ada Lovelace", "Ada"));
        mine.contacts.add(FakeMine.contact("c2", "Anna Weber"));
    }

    private static Page enter(Page page) {
        return page.click("#open-mine").await("[data-part=memory]").rest();
    }

    private static boolean has(Page page, String toast) {
        return page.texts(".toast").contains(toast);
    }

    @Test
    void what_is_kept_is_shown_without_a_token() {
        Page page = enter(open()).await("[data-part=speaking]").await("[data-part=recordings]");

        assertThat(page.texts(".mine-part h2"))
                .containsExactly(
                        "How LiYing answers you",
                        "What you told LiYing\n2",
                        "Calendar",
                        "Contacts\n2",
                        "Voice",
                        "Recordings of my voice");
        assertThat(page.texts("[data-part=memory] .mine-text")).containsExactly("My car is in P3", "사물함 번호는 4711");
        assertThat(page.find("[data-fact=f2] .mine-text").getDomAttribute("lang"))
                .isEqualTo("ko");
        assertThat(page.texts("[data-part=contacts] .mine-text")).containsExactly("Ada Lovelace Ada", "Anna Weber");
        assertThat(page.text("[data-part=calendar] .mine-note"))
                .isEqualTo("Events in the next 30 days: 1. Ask for them in a conversation: “What is on tomorrow?”");
        assertThat(page.script("return document.activeElement.id")).isEqualTo("mine-back");
        browser.screenshot("mine");
    }

    @Test
    void preferences_are_kept_at_once_and_taken_back() {
        Page page = enter(open());

        page.find("#mine-time option[value=twenty_four_hours]").click();
        page.await("time", () -> has(page, "Saved"));
        page.find("#mine-language option[value=de]").click();
        page.await("#mine-formality-de");
        page.find("#mine-formality-de option[value=formal]").click();
        page.find("#mine-time option[value='']").click();

        page.await("all", () -> mine.calls.size() == 4);
        assertThat(mine.calls)
                .containsExactly(
                        "PATCH memory/preferences {\"time_format\":\"twenty_four_hours\"}",
                        "PATCH memory/preferences {\"language\":\"de\"}",
                        "PATCH memory/preferences {\"formality\":{\"de\":\"formal\"}}",
                        "PATCH memory/preferences {\"time_format\":null}");
        assertThat(page.text("#mine-formality-de option[value=formal]")).isEqualTo("Formal (Sie)");
    }

    @Test
    void a_place_that_nobody_knows_is_explained_where_it_was_written() {
        Page page = enter(open());

        page.find("#mine-place").sendKeys("Nowhere", Keys.ENTER);
        page.await(
                "why",
                () -> page.texts("[data-part=preferences] .plugins-problem")
                        .equals(List.of("I don’t know a city called “Nowhere”.")));
        page.find("#mine-place").sendKeys(Keys.chord(Keys.CONTROL, "a"), "Seoul", Keys.ENTER);

        page.await("saved", () -> has(page, "Saved"));
        page.await("no problem", () -> !page.shows(".plugins-problem"));
        assertThat(page.find("#mine-place").getDomProperty("value")).isEqualTo("Seoul");
    }

    @Test
    void a_fact_is_added_and_one_is_forgotten_after_a_question_with_the_keyboard_alone() {
        Page page = enter(open());

        page.find("#mine-fact").sendKeys("The bin is collected on Tuesdays", Keys.ENTER);
        page.await("three", () -> page.texts("[data-part=memory] .mine-text").size() == 3);
        assertThat(page.find("#mine-fact").getDomProperty("value")).isEmpty();
        page.find("[data-ask=f1]").sendKeys(Keys.ENTER);
        page.await("focus", () -> "yes".equals(page.script("return document.activeElement.dataset.do")));
        page.press(Keys.ESCAPE)
                .await("focus", () -> "f1".equals(page.script("return document.activeElement.dataset.ask")));
        assertThat(page.shows(".mine-confirm")).isFalse();
        page.press(Keys.ENTER).await(".mine-confirm");
        assertThat(page.text(".mine-confirm span")).isEqualTo("Forget this for good?");
        page.await("focus", () -> "yes".equals(page.script("return document.activeElement.dataset.do")));
        page.press(Keys.ENTER);

        page.await("forgotten", () -> has(page, "Forgotten"));
        assertThat(page.texts("[data-part=memory] .mine-text"))
                .containsExactly("The bin is collected on Tuesdays", "사물함 번호는 4711");
        assertThat(mine.calls)
                .containsExactly(
                        "POST memory/facts {\"text\":\"The bin is collected on Tuesdays\"}", "DELETE memory/facts/f1");
    }

    @Test
    void everything_is_forgotten_only_after_a_yes() {
        Page page = enter(open());

        page.click("[data-ask=everything]").await(".mine-confirm");
        assertThat(page.text(".mine-confirm span"))
                .isEqualTo("Forget everything you told LiYing (2) and how it answers you? This cannot be undone.");
        assertThat(mine.calls).isEmpty();
        page.click("[data-do=yes]");

        page.await("gone", () -> has(page, "LiYing has forgotten everything you told it"));
        assertThat(page.texts("[data-part=memory] .mine-text")).isEmpty();
        assertThat(page.text("[data-part=memory] .mine-note")).startsWith("Nothing yet.");
        assertThat(page.find("[data-ask=everything]").isEnabled()).isFalse();
        assertThat(mine.calls).containsExactly("DELETE memory");
    }

    @Test
    void a_feed_is_made_shown_once_renewed_and_ended() {
        Page page = enter(open());

        page.click("[data-do=open-feed]").await("#mine-feed");
        assertThat(page.find("#mine-feed").getDomProperty("value"))
                .isEqualTo(server.address() + "calendar/secret1/liying.ics");
        page.click("[data-ask=renew]").click("[data-do=yes]");
        page.await(
                "another",
                () -> page.find("#mine-feed")
                        .getDomProperty("value")
                        .equals(server.address() + "calendar/secret2/liying.ics"));

        page.click("#mine-back").await("#composer-input");
        Page again = enter(page.reload());
        assertThat(again.shows("#mine-feed")).isFalse();
        assertThat(again.texts("[data-part=calendar] .mine-note"))
                .contains("There is an address. It was shown once only, because LiYing does not keep it readable."
                        + " A new one ends it.");
        again.click("[data-ask=close]").click("[data-do=yes]").await("[data-do=open-feed]");
        assertThat(mine.feedIsOpen).isFalse();
    }

    @Test
    void files_come_in_and_what_is_none_is_explained() throws IOException {
        Path calendar = Files.writeString(folder.resolve("a.ics"), "BEGIN:VCALENDAR\nEND:VCALENDAR\n");
        Path cards = Files.writeString(folder.resolve("b.vcf"), "BEGIN:VCARD\nFN:Grace Hopper\nEND:VCARD\n");
        Path other = Files.writeString(folder.resolve("c.ics"), "<html>");
        Page page = enter(open());

        page.find("#mine-calendar-file").sendKeys(calendar.toString());
        page.await("events", () -> has(page, "Events imported: 3; 1 could not be used"));
        page.find("#mine-contacts-file").sendKeys(cards.toString());
        page.await("contacts", () -> has(page, "Contacts imported: 1"));
        page.await(
                "the list", () -> page.texts("[data-part=contacts] .mine-text").contains("Grace Hopper"));
        page.find("#mine-calendar-file").sendKeys(other.toString());
        page.await(
                "why",
                () -> page.texts("[data-part=calendar] .plugins-problem")
                        .equals(List.of("This is not a calendar file.")));
    }

    @Test
    void contacts_are_searched_and_removed() {
        IntStream.range(10, 50).forEach(i -> mine.contacts.add(FakeMine.contact("c" + i, "Number " + i)));
        Page page = enter(open());
        assertThat(page.texts("[data-part=contacts] .mine-text")).hasSize(20);
        page.click("[data-do=more]")
                .await(
                        "all",
                        () -> page.texts("[data-part=contacts] .mine-text").size() == 42);

        page.find("#mine-contact-search").sendKeys("weber");
        page.await("one", () -> page.texts("[data-part=contacts] .mine-text").equals(List.of("Anna Weber")));
        page.click("[data-ask=c2]").await(".mine-confirm");
        assertThat(page.text(".mine-confirm span")).isEqualTo("Remove Anna Weber from the contacts?");
        page.click("[data-do=yes]");

        page.await("removed", () -> has(page, "Anna Weber is removed"));
        assertThat(mine.calls).containsExactly("DELETE contacts/c2");
    }

    @Test
    void a_voice_is_set_tried_and_set_back() {
        Page page = enter(open());
        page.find("#mine-voice option[value='espeak/en-us+f3']").click();
        page.find("#mine-rate").sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        page.await(
                "kept",
                () -> mine.speaking.containsKey("en")
                        && mine.speaking
                                .get("en")
                                .toString()
                                .equals("{\"voice\":\"espeak/en-us+f3\",\"rate\":1.1,\"volume\":1,\"pitch\":1}"));
        assertThat(page.text("label[for=mine-rate] output")).isEqualTo("110%");

        page.click("[data-do=try-voice]")
                .await(
                        "asked",
                        () -> mine.calls.contains(
                                "POST speech {\"text\":\"Hello. This is how I sound.\",\"language\":\"en\",\"rate\":1.1,"
                                        + "\"volume\":1,\"pitch\":1,\"voice\":\"espeak/en-us+f3\"}"));
        page.click("[data-do=usual-voice]").await("back", () -> !page.shows("[data-do=usual-voice]"));
        assertThat(mine.speaking).isEmpty();
        page.find("#mine-speaking-language option[value=ko]").click();
        page.await("ko", () -> page.texts("#mine-voice option").equals(List.of("The usual voice", "espeak/ko")));
        assertThat(page.shows(".plugins-problem")).isFalse();
    }

    @Test
    void a_part_that_is_not_installed_is_left_out_and_one_that_fails_says_why() {
        mine.hasCalendar = false;
        Page page = enter(open());
        assertThat(page.shows("[data-part=calendar]")).isFalse();

        mine.hasCalendar = true;
        mine.calendarFails = true;
        page.click(".plugins-header .tool:last-child").await("[data-part=calendar]");
        assertThat(page.text("[data-part=calendar] .plugins-problem")).isEqualTo("The calendar cannot be read.");
        assertThat(page.shows("[data-fact=f1]")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko-KR", "en-GB", "zh-CN", "ja-JP", "es-MX", "fr-FR", "de-AT"})
    void it_fits_a_phone_in_every_language(String language) {
        Map<String, String> colours = Map.of("ko-KR", "dark");
        Page page =
                browser.phone(language, colours.getOrDefault(language, "light")).open(server.address());
        page.click(".header .only-narrow").await(".sidebar").rest();
        enter(page).click("[data-ask=everything]").await(".mine-confirm").rest();

        assertThat(page.script("return document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(page.script("return document.querySelector('.plugins-body').scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(page.text(".mine")).doesNotContainPattern("\\bmine\\.");
        browser.screenshot("mine-phone-" + language);
    }
}
