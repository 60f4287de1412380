package io.liying.http.web;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The browser app as a person sees it. */
final class Page {

    private static final By INPUT = By.id("composer-input");

    private final ChromeDriver driver;
    private final WebDriverWait wait;

    Page(ChromeDriver driver) {
        this.driver = driver;
        wait = new WebDriverWait(driver, Duration.ofSeconds(20), Duration.ofMillis(30));
        wait.ignoring(StaleElementReferenceException.class, NoSuchElementException.class);
        wait.until(d -> d.findElement(INPUT).isDisplayed());
    }

    Page say(String text) {
        write(text).sendKeys(Keys.ENTER);
        return this;
    }

    WebElement write(String text) {
        WebElement input = driver.findElement(INPUT);
        input.click();
        input.sendKeys(text);
        return input;
    }

    String written() {
        return driver.findElement(INPUT).getDomProperty("value");
    }

    /** Waits until the last answer is this, as it is read. */
    Page awaitAnswer(String text) {
        await(
                "the answer " + text,
                () -> !answers().isEmpty() && answers().getLast().equals(text));
        await("the end of the turn", () -> phases().getLast().equals("done"));
        return this;
    }

    List<String> answers() {
        return texts(".answer .markdown");
    }

    List<String> said() {
        return texts(".said .bubble");
    }

    List<String> phases() {
        return driver.findElements(By.cssSelector(".turn")).stream()
                .map(turn -> turn.getDomAttribute("data-phase"))
                .toList();
    }

    List<String> sessions() {
        return texts(".session-title");
    }

    List<String> texts(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .toList();
    }

    String text(String selector) {
        return find(selector).getText();
    }

    boolean shows(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream().anyMatch(WebElement::isDisplayed);
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    Page click(String selector) {
        await(selector, () -> shows(selector));
        find(selector).click();
        return this;
    }

    Page press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
        return this;
    }

    Page chord(String key, Keys... held) {
        Actions actions = new Actions(driver);
        for (Keys one : held) {
            actions.keyDown(one);
        }
        actions.sendKeys(key);
        for (Keys one : held) {
            actions.keyUp(one);
        }
        actions.perform();
        return this;
    }

    Page menu(String title, String item) {
        String row = "//li[.//span[text()='" + title + "']]";
        new Actions(driver).moveToElement(driver.findElement(By.xpath(row))).perform();
        driver.findElement(By.xpath(row + "//button[@aria-haspopup]")).click();
        return item.isEmpty() ? this : click(".menu-item[data-do=" + item + "]");
    }

    Page await(String what, Supplier<Boolean> condition) {
        wait.withMessage(what).until(d -> condition.get());
        return this;
    }

    Page await(String selector) {
        return await(selector, () -> shows(selector));
    }

    /** Waits for something that the page's leaving brings about. */
    void awaitServer(Supplier<Boolean> condition) {
        await("the server", condition);
    }

    /** Waits until all animations are over, so that a picture shows the page at rest. */
    Page rest() {
        return await("rest", () -> Boolean.TRUE.equals(script("""
                return document.fonts.status === 'loaded' && document.getAnimations()
                    .filter(a => a.effect.getTiming().iterations !== Infinity).every(a => a.playState !== 'running')""")));
    }

    Object script(String script) {
        return ((JavascriptExecutor) driver).executeScript(script);
    }

    Page reload() {
        driver.navigate().refresh();
        return new Page(driver);
    }
}
