package io.liying.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The real product in a real browser, in Korean and in English. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class BrowserTest {

    @TempDir
    Path data;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ko-KR | 123 곱하기 456 | 56,088 | 파스타 타이머 8분 맞춰 줘 | 8분",
                "en-US | what is 15 % of 80 | 12 | set a pasta timer for 8 minutes | 8"
            })
    void a_person_is_answered(String language, String sum, String result, String timer, String minutes)
            throws Exception {
        try (Server server = Server.start(data)) {
            ChromeDriver browser = Chromium.open(language);
            try {
                browser.get(server.address().toString());

                say(browser, sum);
                awaitAnswer(browser, 1, result);
                say(browser, timer);
                awaitAnswer(browser, 2, minutes);
                screenshot(browser, "browser-" + language);

                assertThat(browser.findElement(By.tagName("html")).getDomAttribute("lang"))
                        .isEqualTo(language.substring(0, 2));
            } finally {
                browser.quit();
            }
        }
    }

    private static void say(ChromeDriver browser, String text) {
        WebDriverWait wait = new WebDriverWait(browser, Duration.ofSeconds(30));
        WebElement input = wait.until(page -> page.findElement(By.id("composer-input")));
        input.click();
        input.sendKeys(text, Keys.ENTER);
    }

    private static void awaitAnswer(ChromeDriver browser, int count, String part) {
        WebDriverWait wait = new WebDriverWait(browser, Duration.ofSeconds(30));
        wait.ignoring(StaleElementReferenceException.class);
        wait.until(page -> {
            List<WebElement> answers = page.findElements(By.cssSelector(".answer .markdown"));
            return answers.size() == count && answers.getLast().getText().contains(part);
        });
    }

    private static void screenshot(ChromeDriver browser, String name) throws IOException {
        Path folder = Path.of(System.getProperty("liying.screenshots"));
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    }
}
