package io.liying.http.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** One Chromium for a class; a fresh server, and with it an origin without memory, for each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {

    protected Browser browser;
    protected FakeServer server;
    protected FakeLiYing liYing;

    @BeforeAll
    void startBrowser() {
        Browser.missing().ifPresent(reason -> assumeTrue(false, reason));
        browser = startedBrowser();
    }

    Browser startedBrowser() {
        return Browser.start();
    }

    @AfterAll
    void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void startServer() throws Exception {
        server = new FakeServer();
        liYing = server.liYing;
    }

    @AfterEach
    void stopServer() throws Exception {
        browser.driver.get("about:blank");
        server.close();
    }

    protected Page open() {
        return browser.desktop("en-GB,en", "light").open(server.address());
    }
}
