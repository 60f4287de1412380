package io.liying.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person trains the real product in a real browser, and the machine loses its power. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class TrainingTest {

    private static final String SENTENCES = """
        text,intent
        삐융 칠분 뒤에,timer.set
        삐융 오분 뒤에,timer.set
        삐융 십분 뒤에 부탁,timer.set
        의도가 없는 줄
        """;

    @TempDir
    Path data;

    @Test
    void sentences_of_a_csv_are_learnt_measured_and_survive_a_kill() throws Exception {
        Path file = Files.writeString(data.resolve("mine.csv"), SENTENCES);
        double before;
        try (Server server = Server.start(data)) {
            before = confidence(server.say("삐융 육분 뒤에"));
            train(server, file);

            assertThat(confidence(server.say("삐융 육분 뒤에"))).isGreaterThan(before).isGreaterThan(0.9);
            server.kill();
        }
        assertThat(data.resolve("nlu").resolve("active")).hasContent("assistant=1");
        try (Server server = Server.start(data)) {
            assertThat(confidence(server.say("삐융 육분 뒤에"))).isGreaterThan(0.9);
        }
    }

    /** How likely it is that a timer is meant. */
    private static double confidence(JsonNode answer) {
        JsonNode intent = answer.path("intent");
        return intent.path("name").asText().equals("timer.set")
                ? intent.path("confidence").asDouble()
                : 0;
    }

    private void train(Server server, Path file) throws Exception {
        ChromeDriver browser = Chromium.open("ko-KR");
        try {
            browser.get(server.address() + "#training");
            WebElement token = Chromium.await(browser, "#plugins-token");
            token.sendKeys(Files.readString(data.resolve("admin-token")).strip(), Keys.ENTER);
            new WebDriverWait(browser, Duration.ofSeconds(30))
                    .until(page -> page.findElement(By.id("training-choose")))
                    .sendKeys(file.toString());
            Chromium.await(browser, "[data-set=mine] [data-do=train]").click();
            assertThat(Chromium.await(browser, "[data-figure=sentences]").getText())
                    .isEqualTo("3");
            assertThat(browser.findElements(By.cssSelector(".matrix"))).hasSize(1);
            assertThat(browser.findElements(By.cssSelector(".calibration"))).hasSize(1);
            Path pictures = Files.createDirectories(Path.of(System.getProperty("liying.screenshots")));
            Files.write(pictures.resolve("training-ko.png"), browser.getScreenshotAs(OutputType.BYTES));
        } finally {
            browser.quit();
        }
    }
}
