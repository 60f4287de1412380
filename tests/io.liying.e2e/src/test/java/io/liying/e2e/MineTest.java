package io.liying.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;

/** A person looks after what the real product keeps of her, in a real browser. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class MineTest {

    @TempDir
    Path data;

    @Test
    void what_was_said_is_shown_and_what_is_changed_here_holds_in_conversations() throws Exception {
        try (Server server = Server.start(data)) {
            server.say("Remember that my car is in P3");
            ChromeDriver browser = Chromium.open("en-GB");
            try {
                browser.get(server.address() + "#mine");
                assertThat(Chromium.await(browser, "[data-part=memory] .mine-text")
                                .getText())
                        .isEqualTo("my car is in P3");

                prefer(browser, server);
                bring(browser);
                subscribe(browser, server);
                Chromium.screenshot(browser, "mine-en");
                forget(browser, server);
            } finally {
                browser.quit();
            }
        }
    }

    private static void prefer(ChromeDriver browser, Server server) throws Exception {
        Chromium.await(browser, "#mine-place").sendKeys("Atlantis", Keys.ENTER);
        assertThat(Chromium.await(browser, "[data-part=preferences] .plugins-problem")
                        .getText())
                .isEqualTo("I don’t know a city called “Atlantis”. Try the nearest larger one.");
        Chromium.await(browser, "#mine-place").sendKeys(Keys.chord(Keys.CONTROL, "a"), "Tokyo", Keys.ENTER);
        Chromium.await(browser, ".toast");
        Chromium.await(browser, "#mine-time option[value=twelve_hours]").click();

        Awaitility.await()
                .until(() -> server.get("/api/v1/memory")
                        .at("/preferences/time_format")
                        .asText()
                        .equals("twelve_hours"));
        assertThat(server.get("/api/v1/memory").at("/preferences/place/value").asText())
                .isEqualTo("Asia/Tokyo");
        assertThat(server.say("set an alarm for 15:30").path("text").asText()).contains("3:30");
    }

    private void bring(ChromeDriver browser) throws Exception {
        Path events = Files.writeString(data.resolve("mine.ics"), """
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VEVENT
                UID:dentist
                DTSTART;VALUE=DATE:%s
                SUMMARY:Dentist
                END:VEVENT
                END:VCALENDAR
                """.formatted(
                        LocalDate.now().plusDays(2).toString().replace("-", ""))
                .replace("\n", "\r\n"));
        Path people = Files.writeString(
                data.resolve("people.vcf"), "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Lovelace\r\nEND:VCARD\r\n");
        browser.findElement(By.id("mine-calendar-file")).sendKeys(events.toString());
        browser.findElement(By.id("mine-contacts-file")).sendKeys(people.toString());

        assertThat(Chromium.await(browser, "[data-part=contacts] .mine-text").getText())
                .isEqualTo("Ada Lovelace");
        Awaitility.await()
                .until(() -> Chromium.await(browser, "[data-part=calendar] .mine-note")
                        .getText()
                        .startsWith("Events in the next 30 days: 1."));
    }

    private static void subscribe(ChromeDriver browser, Server server) throws Exception {
        Chromium.await(browser, "[data-do=open-feed]").click();
        String address = Chromium.await(browser, "#mine-feed").getDomProperty("value");

        HttpResponse<String> feed =
                server.send(HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(30)));
        assertThat(feed.body()).contains("SUMMARY:Dentist");
    }

    private static void forget(ChromeDriver browser, Server server) throws Exception {
        Chromium.await(browser, "[data-ask=everything]").click();
        Chromium.await(browser, "[data-do=yes]").click();

        Awaitility.await()
                .until(() -> server.get("/api/v1/memory").path("facts").isEmpty());
        assertThat(server.get("/api/v1/memory").path("preferences").isEmpty()).isTrue();
    }
}
