package io.liying.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.http.web.FakeRecordings.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The recordings of a person's voice on the page of her own data, in a real browser. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordingsTest extends BrowserTest {

    private static final String PART = "[data-part=recordings] ";

    private FakeRecordings recordings;

    @BeforeEach
    void take() {
        recordings = server.recordings;
    }

    private static Page enter(Page page) {
        return page.click("#open-mine").await("[data-part=recordings]").rest();
    }

    private static boolean has(Page page, String toast) {
        return page.texts(".toast").contains(toast);
    }

    /** One of yesterday that is over soon, and one of ten days ago that is not. */
    private void twoAreKept() {
        recordings.days = 30;
        recordings.kept.add(new Recording("1-a", daysAgo(1), "ko", "타이머 5분", 1.3));
        recordings.kept.add(new Recording("2-b", daysAgo(10), "en", "What time is it?", 60));
    }

    private static String daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days)).toString();
    }

    private static List<String> statuses(Page page) {
        return page.texts(PART + "[role=status]");
    }

    private static Object focus(Page page, String what) {
        return page.script("return document.activeElement." + what);
    }

    @Test
    void nothing_is_kept_until_days_are_chosen_and_they_are_shown_again() {
        Page page = enter(open());
        assertThat(page.text(PART + "h2")).isEqualTo("Recordings of my voice");
        assertThat(page.text(PART + ".mine-note"))
                .isEqualTo("What you say to LiYing by voice, as sound. Recordings stay on this machine."
                        + " Unless you choose a number of days here, LiYing keeps none.");
        assertThat(page.texts("#mine-recordings option"))
                .containsExactly("Do not keep it", "7 days", "30 days", "90 days", "365 days");
        assertThat(statuses(page)).containsExactly("Nothing is recorded, and there are no recordings.");
        assertThat(page.find("#mine-recordings").getDomProperty("value")).isEqualTo("0");

        page.find("#mine-recordings option[value='30']").click();
        page.await("saved", () -> has(page, "Saved"));
        assertThat(recordings.calls).containsExactly("GET", "PUT {\"keep_days\":30}");
        page.click("#mine-back").await("#composer-input");
        Page again = enter(page.reload());

        assertThat(again.find("#mine-recordings").getDomProperty("value")).isEqualTo("30");
        assertThat(statuses(again))
                .containsExactly("No recordings yet. What you say to LiYing by voice is kept for 30 days.");
        assertThat(again.shows("[data-ask=recordings]")).isFalse();
    }

    @Test
    void a_number_of_days_from_elsewhere_is_one_of_the_choices() {
        recordings.days = 14;

        Page page = enter(open());

        assertThat(page.texts("#mine-recordings option"))
                .containsExactly("Do not keep it", "7 days", "14 days", "30 days", "90 days", "365 days");
        assertThat(page.find("#mine-recordings").getDomProperty("value")).isEqualTo("14");
    }

    @Test
    void a_recording_is_heard_to_its_end() {
        twoAreKept();
        Page page = enter(open());
        assertThat(page.texts(PART + ".mine-recording > span")).containsExactly("타이머 5분", "What time is it?");
        assertThat(page.find("[data-recording='1-a'] [lang]").getDomAttribute("lang"))
                .isEqualTo("ko");
        assertThat(page.texts(PART + "small")).first().asString().endsWith(" · 1.3 secs");
        assertThat(page.find("[data-recording='1-a'] [data-do=play]").getAccessibleName())
                .isEqualTo("Play “타이머 5분”");
        page.script("""
                window.heard = [];
                for (const name of ['playing', 'pause']) addEventListener(name, ({ target }) =>
                  heard.push(`${name} ${target.duration.toFixed(1)} ${target.ended}`), true);""");

        page.find("[data-recording='1-a'] [data-do=play]").sendKeys(Keys.ENTER);

        // A player pauses at its end; one that has to wait for its sound begins to play once more.
        page.await("paused", () -> page.script("return heard.join()").toString().contains("pause"));
        assertThat(page.script("return [...new Set(heard)]")).isEqualTo(List.of("playing 1.3 false", "pause 1.3 true"));
        page.await("over", () -> !page.shows(PART + "[data-do=stop]"));
        assertThat(page.shows(".plugins-problem")).isFalse();
        assertThat(browser.readConsole()).isEmpty();
        assertThat(recordings.calls).containsExactly("GET", "GET 1-a");
    }

    @Test
    void one_recording_is_heard_at_a_time_until_it_is_stopped_or_the_page_is_left() {
        twoAreKept();
        recordings.kept.add(new Recording("3-c", daysAgo(11), "en", "Thanks", 60));
        Page page = enter(open());
        page.click("[data-recording='2-b'] [data-do=play]")
                .await("[data-recording='2-b'] [data-do=stop]")
                .await(
                        "sound",
                        () -> Boolean.FALSE.equals(page.script("return document.querySelector('audio')?.paused")));

        page.click("[data-recording='3-c'] [data-do=play]").await("[data-recording='3-c'] [data-do=stop]");
        page.await("sound", () -> Boolean.FALSE.equals(page.script("return document.querySelector('audio')?.paused")));
        assertThat(page.shows("[data-recording='2-b'] [data-do=play]")).isTrue();
        assertThat(page.find("[data-recording='3-c'] [data-do=stop]").getAccessibleName())
                .isEqualTo("Stop “Thanks”");
        page.click("[data-do=stop]").await("[data-recording='3-c'] [data-do=play]");
        page.await("none", () -> Boolean.TRUE.equals(page.script("return !document.querySelector('audio')")));

        page.click("[data-recording='2-b'] [data-do=play]");
        page.await("sound", () -> Boolean.FALSE.equals(page.script("return document.querySelector('audio')?.paused")));
        page.click("#mine-back").await("#composer-input");
        enter(page).await("[data-recording='2-b'] [data-do=play]");
        assertThat(page.script("return !document.querySelector('audio')")).isEqualTo(true);
    }

    @Test
    void one_that_is_gone_and_one_that_is_no_sound_are_explained() {
        twoAreKept();
        Page page = enter(open());

        recordings.isBroken = true;
        page.click("[data-recording='1-a'] [data-do=play]").await(PART + ".plugins-problem");
        assertThat(page.text(PART + ".plugins-problem"))
                .isEqualTo("This browser cannot play the recording. Reload the page or try another browser.");
        recordings.kept.clear();
        page.click("[data-recording='2-b'] [data-do=play]");

        page.await(
                "why",
                () -> page.texts(PART + ".plugins-problem")
                        .equals(List.of("There is no such recording. Its days may be over.")));
        assertThat(page.shows("[data-do=stop]")).isFalse();
    }

    @Test
    void one_and_then_all_are_deleted_after_a_question() {
        twoAreKept();
        Page page = enter(open());
        assertThat(page.text(PART + ".badge")).isEqualTo("2");

        page.find("[data-ask='2-b']").sendKeys(Keys.ENTER);
        page.await("focus", () -> "yes".equals(focus(page, "dataset.do")));
        assertThat(page.text(".mine-confirm span")).isEqualTo("Delete this recording for good?");
        page.press(Keys.ESCAPE).await("focus", () -> "2-b".equals(focus(page, "dataset.ask")));
        page.press(Keys.ENTER).await("focus", () -> "yes".equals(focus(page, "dataset.do")));
        page.press(Keys.ENTER).await("deleted", () -> has(page, "The recording is deleted"));
        page.await("focus", () -> "mine-recordings".equals(focus(page, "id")));
        assertThat(page.texts(PART + ".mine-recording > span")).containsExactly("타이머 5분");

        page.click("[data-ask=recordings]").await(".mine-confirm");
        assertThat(page.text(".mine-confirm span")).isEqualTo("Delete all recordings (1)? This cannot be undone.");
        page.click("[data-do=yes]").await("deleted", () -> has(page, "All recordings are deleted"));
        assertThat(page.shows(PART + ".mine-item")).isFalse();
        assertThat(page.script("return document.scrollingElement.scrollTop")).isEqualTo(0L);
        assertThat(statuses(page))
                .containsExactly("No recordings yet. What you say to LiYing by voice is kept for 30 days.");
        assertThat(recordings.calls).containsExactly("GET", "DELETE 2-b", "DELETE");
    }

    @Test
    void fewer_days_that_delete_something_are_asked_about_and_none_leaves_what_is_there() {
        twoAreKept();
        Page page = enter(open());

        page.find("#mine-recordings option[value='7']").click();
        page.await(".mine-confirm").await("focus", () -> "yes".equals(focus(page, "dataset.do")));
        assertThat(page.text(".mine-confirm span"))
                .isEqualTo(
                        "Keep recordings for 7 days only? Older ones (1) are deleted at once. This cannot be undone.");
        page.press(Keys.ESCAPE).await("focus", () -> "mine-recordings".equals(focus(page, "id")));
        assertThat(page.find("#mine-recordings").getDomProperty("value")).isEqualTo("30");
        assertThat(recordings.calls).containsExactly("GET");

        page.find("#mine-recordings option[value='0']").click();
        page.await(
                "off",
                () -> statuses(page)
                        .equals(List.of("Nothing more is recorded. What is here stays until its days are over or you"
                                + " delete it.")));
        assertThat(page.texts(PART + ".mine-item")).hasSize(2);

        page.find("#mine-recordings option[value='7']").click();
        page.click("[data-do=yes]")
                .await("one", () -> page.texts(PART + ".mine-item").size() == 1);
        assertThat(page.find("#mine-recordings").getDomProperty("value")).isEqualTo("7");
        assertThat(statuses(page)).containsExactly("From now on, what you say is recorded and kept for 7 days.");
        assertThat(recordings.calls).containsExactly("GET", "PUT {\"keep_days\":0}", "PUT {\"keep_days\":7}");
    }

    @Test
    void of_many_the_newest_are_shown_first() {
        IntStream.range(0, 30).forEach(i -> recordings.kept.add(new Recording("r" + i, daysAgo(1), "", "", 1)));
        Page page = enter(open());
        assertThat(page.texts(PART + ".mine-recording > span")).hasSize(20).containsOnly("(nothing understood)");

        page.click("[data-do=more-recordings]");

        page.await("all", () -> page.texts(PART + ".mine-item").size() == 30);
        assertThat(page.shows("[data-do=more-recordings]")).isFalse();
    }

    @Test
    void without_a_voice_the_part_is_left_out() {
        recordings.isInstalled = false;
        Page page = open().click("#open-mine").await("[data-part=speaking]").rest();
        page.await("answered", () -> "false".equals(page.find(".plugins-body").getDomAttribute("aria-busy")));
        assertThat(page.shows("[data-part=recordings]")).isFalse();
        assertThat(page.shows(".plugins-problem")).isFalse();

        recordings.isInstalled = true;
        page.click(".plugins-header .tool:last-child").await("[data-part=recordings]");
        recordings.isInstalled = false;
        page.click(".plugins-header .tool:last-child").await("gone", () -> !page.shows("[data-part=recordings]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ko-KR | dark  | 내 목소리 녹음 | 30일 | 1.3초
            en-GB | light | Recordings of my voice | 30 days | 1.3 secs
            zh-CN | light | 我的语音录音 | 30天 | 1.3秒
            ja-JP | light | わたしの声の録音 | 30 日 | 1.3 秒
            es-MX | light | Grabaciones de mi voz | 30 días | 1.3 s
            fr-FR | dark  | Enregistrements de ma voix | 30 jours | 1,3 s
            de-AT | light | Aufnahmen meiner Stimme | 30 Tage | 1,3 Sek.
            """)
    void it_fits_a_phone_in_every_language(
            String language, String colours, String title, String thirty, String length) {
        twoAreKept();
        Page page = browser.phone(language, colours).open(server.address());
        page.click(".header .only-narrow").await(".sidebar").rest();
        enter(page).click("[data-ask=recordings]").await(".mine-confirm").rest();

        assertThat(page.text(PART + "h2")).startsWith(title);
        assertThat(page.text("#mine-recordings option[value='30']")).isEqualTo(thirty);
        assertThat(page.texts(PART + "small").getFirst().replaceAll("\\h", " ")).endsWith(" · " + length);
        assertThat(page.script("return document.querySelector('.plugins-body').scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(page.text(".mine")).doesNotContainPattern("\\bmine\\.");
        page.script("document.querySelector('.plugins-body').scrollTop = 1e6");
        browser.screenshot("recordings-phone-" + language);
    }

    @Test
    void a_picture_of_it_in_korean() {
        twoAreKept();
        Page page = enter(browser.desktop("ko-KR,ko,en", "light").open(server.address()));

        page.click("[data-ask='2-b']").await(".mine-confirm").rest();
        page.script("document.querySelector('.plugins-body').scrollTop = 1e6");
        browser.screenshot("recordings");

        assertThat(page.text(".mine-confirm span")).isEqualTo("이 녹음을 완전히 삭제할까요?");
    }
}
