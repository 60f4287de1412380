package io.liying.http.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real Chromium, without a window. */
final class Browser implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    final ChromeDriver driver;
    private final ObjectMapper json = new ObjectMapper();

    private Browser(Path chromium, Path chromedriver, String... more) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--hide-scrollbars",
                // a machine without a mouse would look like a phone
                "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4",
                "--window-size=1440,900");
        options.addArguments(more);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.toFile())
                .build();
        driver = new ChromeDriver(service, options);
    }

    /** Why there is no browser here; empty if there is one. */
    static Optional<String> missing() {
        if (onPath("chromium", "chromium-browser", "google-chrome").isEmpty()) {
            return Optional.of("Chromium is not installed; the browser app was not driven (apt-get install chromium)");
        }
        return onPath("chromedriver").isEmpty()
                ? Optional.of(
                        "chromedriver is not installed; the browser app was not driven (apt-get install chromium-driver)")
                : Optional.empty();
    }

    static Browser start() {
        return withOptions();
    }

    /** A browser whose microphone is a recording, which is played again and again. */
    static Browser hearing(Path recording) {
        return withOptions(
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream",
                "--autoplay-policy=no-user-gesture-required",
                "--use-file-for-fake-audio-capture=" + recording.toAbsolutePath());
    }

    private static Browser withOptions(String... more) {
        return new Browser(
                onPath("chromium", "chromium-browser", "google-chrome").orElseThrow(),
                onPath("chromedriver").orElseThrow(),
                more);
    }

    private static Optional<Path> onPath(String... names) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A desktop window whose person prefers a language, such as {@code ko-KR,ko,en}, and light or dark. */
    Browser desktop(String languages, String colours) {
        return screen(languages, colours, 1440, 900, false);
    }

    Browser phone(String languages, String colours) {
        return screen(languages, colours, 390, 844, true);
    }

    Browser screen(String languages, String colours, int width, int height, boolean mobile) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", mobile ? 2 : 1, "mobile", mobile));
        command("Emulation.setTouchEmulationEnabled", Map.of("enabled", mobile));
        String agent = (String) driver.executeScript("return navigator.userAgent");
        command("Emulation.setUserAgentOverride", Map.of("userAgent", agent, "acceptLanguage", languages));
        command("Emulation.setTimezoneOverride", Map.of("timezoneId", "Asia/Seoul"));
        command(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
        return this;
    }

    Page open(String address) {
        readRequests();
        readConsole();
        driver.get("about:blank");
        driver.get(address);
        return new Page(driver);
    }

    Object command(String name, Map<String, Object> parameters) {
        return driver.executeCdpCommand(name, parameters);
    }

    void screenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The addresses that pages have asked for since the last call. */
    List<String> readRequests() {
        List<String> addresses = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = parse(entry.getMessage()).path("message");
            switch (message.path("method").asText()) {
                case "Network.requestWillBeSent" ->
                    addresses.add(
                            message.path("params").path("request").path("url").asText());
                case "Network.webSocketCreated" ->
                    addresses.add(message.path("params").path("url").asText());
                default -> {}
            }
        }
        return addresses;
    }

    /** The warnings and errors of the page's console since the last call. */
    List<String> readConsole() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
