package io.liying.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.openqa.selenium.Keys;

/** A page that only whoever runs LiYing may see. */
abstract class AdministratorTest extends BrowserTest {

    /** Opens it with a button, gives the token, and waits for something on it. */
    static Page enter(Page page, String button, String something) {
        page.click(button).await("#plugins-token");
        page.find("#plugins-token").sendKeys(FakePlugins.TOKEN, Keys.ENTER);
        return page.await(something);
    }

    /** A phone in some language, dark for Korean, with the side bar open. */
    Page phone(String language) {
        Page page = browser.phone(language, language.startsWith("k") ? "dark" : "light")
                .open(server.address());
        return page.click(".header .only-narrow").await(".sidebar").rest();
    }

    static void assertThatNothingIsTooWide(Page page, String where) {
        assertThat(page.script("return document.documentElement.scrollWidth <= innerWidth"))
                .as(where)
                .isEqualTo(true);
    }
}
