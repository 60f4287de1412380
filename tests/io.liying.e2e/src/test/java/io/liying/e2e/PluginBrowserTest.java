package io.liying.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.testkit.PluginJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page of plugins in a real browser, with the real product behind it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class PluginBrowserTest {

    private static final String[] PHRASES = {
        "ask the parrot", "what does the parrot say", "parrot please", "let the parrot speak", "say it parrot"
    };

    @TempDir
    Path folder;

    @Test
    void a_plugin_is_installed_configured_upgraded_rolled_back_and_removed() throws Exception {
        Path first = parrot("1.0.0").build(folder.resolve("parrot-1.jar"));
        Path second = parrot("1.1.0").build(folder.resolve("parrot-2.jar"));
        try (Server server = Server.start(folder.resolve("data"))) {
            ChromeDriver browser = Chromium.open("en-GB");
            try {
                enter(browser, server);
                find(browser, "#plugins-choose").sendKeys(first.toString());
                find(browser, "#install-go");
                assertThat(texts(browser, ".plugin-approvals strong"))
                        .containsExactly("Install it although nobody vouches for it", "Read the secret “token”");
                Chromium.screenshot(browser, "plugin-approve");
                approveAndInstall(browser);
                await(
                        browser,
                        () -> texts(browser, ".plugins-list .plugin-name").equals(List.of("parrot")));
                assertThat(ask(server)).isEqualTo("1.0.0 says hello");

                find(browser, "[data-plugin=parrot]").click();
                find(browser, "#field-word").clear();
                find(browser, "#field-word").sendKeys("good day");
                find(browser, "[data-do=save]").click();
                await(browser, () -> texts(browser, ".toast").contains("The settings of parrot are in effect"));
                assertThat(ask(server)).isEqualTo("1.0.0 says good day");
                find(browser, "#secret-token").sendKeys("s3cret", Keys.ENTER);
                await(browser, () -> texts(browser, ".plugin-secret label").equals(List.of("token Entered")));
                assertThat(ask(server)).isEqualTo("1.0.0 says good day with 6 letters");
                Chromium.screenshot(browser, "plugin-details");
                browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);

                watchSteps(browser);
                find(browser, "#plugins-choose").sendKeys(second.toString());
                approveAndInstall(browser);
                await(
                        browser,
                        () -> texts(browser, ".plugins-list .plugin-version").equals(List.of("1.1.0")));
                assertThat(seenSteps(browser)).contains("parrot 1.1.0 is installed beside what answers now.");
                assertThat(ask(server)).isEqualTo("1.1.0 says good day with 6 letters");

                find(browser, "[data-plugin=parrot]").click();
                find(browser, "[data-version='1.0.0']").click();
                await(browser, () -> texts(browser, "#plugin-title").equals(List.of("parrot 1.0.0")));
                assertThat(ask(server)).isEqualTo("1.0.0 says good day with 6 letters");

                find(browser, "[data-do='plugins.disable']").click();
                await(
                        browser,
                        () -> texts(browser, ".plugin-drawer .plugin-state").equals(List.of("Switched off")));
                assertThat(ask(server)).doesNotContain("says");
                find(browser, "[data-do='plugins.enable']").click();
                await(
                        browser,
                        () -> texts(browser, ".plugin-drawer .plugin-state").equals(List.of("Active")));
                assertThat(ask(server)).isEqualTo("1.0.0 says good day with 6 letters");

                find(browser, "[data-do='plugins.uninstall']").click();
                find(browser, ".plugin-confirm input").click();
                find(browser, "[data-do=confirm]").click();
                await(browser, () -> texts(browser, ".toast").contains("parrot is gone"));
                assertThat(texts(browser, ".plugins-list .plugin-name")).isEmpty();
            } finally {
                browser.quit();
            }
        }
    }

    @Test
    void the_panel_of_the_example_rolls_dice() throws Exception {
        Path dice = PluginJar.project(Path.of("../../plugins-sdk/dice-panel"), "1.0.0")
                .header("Import-Package", "org.jspecify.annotations;resolution:=optional,*")
                .build(folder.resolve("dice-panel.jar"));
        try (Server server = Server.start(folder.resolve("data"))) {
            ChromeDriver browser = Chromium.open("ko-KR");
            try {
                enter(browser, server);
                find(browser, "#plugins-choose").sendKeys(dice.toString());
                find(browser, "#install-go");
                assertThat(texts(browser, "#install-title")).containsExactly("주사위 1.0.0을(를) 설치할까요?");
                assertThat(texts(browser, ".plugin-approvals strong")).containsExactly("아무도 보증하지 않지만 설치");
                Chromium.screenshot(browser, "dice-approve");
                approveAndInstall(browser);
                await(browser, () -> texts(browser, ".toast").contains("이제 주사위 1.0.0이(가) 답합니다"));
                find(browser, "[data-plugin=dice-panel]").click();
                await(
                        browser,
                        () -> texts(browser, ".plugin-drawer .plugin-state").equals(List.of("작동 중")));
                Chromium.screenshot(browser, "dice-details");
                find(browser, "[data-do='plugins.panel']").click();
                browser.switchTo().frame(find(browser, ".plugin-panel"));

                await(browser, () -> texts(browser, "#roll").equals(List.of("굴리기")));
                find(browser, "#dice").clear();
                find(browser, "#dice").sendKeys("3");
                find(browser, "#roll").click();
                await(browser, () -> texts(browser, "#rolls li").size() == 1);
                assertThat(texts(browser, "#rolls li").getFirst()).matches("[1-6] \\+ [1-6] \\+ [1-6] = \\d+");
                browser.switchTo().defaultContent();
                Chromium.screenshot(browser, "dice-panel");
            } finally {
                browser.quit();
            }
        }
    }

    /** What the page says in a language: title, file, state, off, remove, settings, an upgrade and what it asks for. */
    private record Labels(
            String tag,
            String title,
            String choose,
            String active,
            String disable,
            String uninstall,
            String settings,
            String question,
            String permission,
            String upgrade) {}

    private static final List<Labels> LABELS = List.of(
            new Labels(
                    "ja-JP",
                    "プラグイン",
                    "ファイルを選ぶ",
                    "動作中",
                    "無効にする",
                    "削除",
                    "設定",
                    "parrot 1.0.0 を 1.1.0 に置き換えますか？",
                    "dice のイベントを受け取る",
                    "アップグレード"),
            new Labels(
                    "zh-CN", "插件", "选择文件", "运行中", "停用", "卸载", "设置", "要用 1.1.0 替换 parrot 1.0.0 吗？", "接收 dice 的事件", "升级"),
            new Labels(
                    "es-MX",
                    "Complementos",
                    "Elegir un archivo",
                    "Activo",
                    "Desactivar",
                    "Desinstalar",
                    "Ajustes",
                    "¿Sustituir parrot 1.0.0 por 1.1.0?",
                    "Oír los eventos de dice",
                    "Actualizar"),
            new Labels(
                    "fr-FR",
                    "Extensions",
                    "Choisir un fichier",
                    "Active",
                    "Désactiver",
                    "Désinstaller",
                    "Réglages",
                    "Remplacer parrot 1.0.0 par 1.1.0 ?",
                    "Entendre les événements de dice",
                    "Mettre à jour"),
            new Labels(
                    "de-AT",
                    "Plugins",
                    "Datei wählen",
                    "Aktiv",
                    "Ausschalten",
                    "Deinstallieren",
                    "Einstellungen",
                    "parrot 1.0.0 durch 1.1.0 ersetzen?",
                    "Die Ereignisse von dice hören",
                    "Aktualisieren"));

    @Test
    void the_page_speaks_the_other_languages_and_fits_a_phone() throws Exception {
        Path first = parrot("1.0.0").build(folder.resolve("parrot-1.jar"));
        Path second = parrot("1.1.0").permission("events", "dice").build(folder.resolve("parrot-2.jar"));
        try (Server server = Server.start(folder.resolve("data"))) {
            Plugins.install(server, first);
            for (Labels labels : LABELS) {
                ChromeDriver browser = Chromium.open(labels.tag());
                try {
                    browser.executeCdpCommand(
                            "Emulation.setDeviceMetricsOverride",
                            Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
                    read(browser, server, labels, second);
                } finally {
                    browser.quit();
                }
            }
        }
    }

    private static void read(ChromeDriver browser, Server server, Labels labels, Path second) throws Exception {
        browser.get(server.address() + "#plugins");
        authorize(browser, server);
        await(browser, () -> texts(browser, ".plugins-list .plugin-state").equals(List.of(labels.active())));
        assertThat(texts(browser, ".plugins-title")).containsExactly(labels.title());
        assertThat(texts(browser, ".plugins-drop .button")).containsExactly(labels.choose());
        assertWhole(browser, labels.tag());

        find(browser, "[data-plugin=parrot]").click();
        await(browser, () -> texts(browser, "[data-do='plugins.disable']").equals(List.of(labels.disable())));
        assertThat(texts(browser, "[data-do='plugins.uninstall']")).containsExactly(labels.uninstall());
        assertThat(texts(browser, ".plugin-section h3")).contains(labels.settings());
        assertWhole(browser, labels.tag() + "-details");
        browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);

        find(browser, "#plugins-choose").sendKeys(second.toString());
        await(browser, () -> texts(browser, "#install-title").equals(List.of(labels.question())));
        assertThat(texts(browser, "#install-go")).containsExactly(labels.upgrade());
        assertThat(texts(browser, ".plugin-approvals strong")).containsExactly(labels.permission());
        assertWhole(browser, labels.tag() + "-upgrade");
    }

    /** No key stands where a text should, and nothing reaches over the edge or out of its button. */
    private static void assertWhole(ChromeDriver browser, String name) throws Exception {
        Chromium.screenshot(browser, "plugins-" + name);
        assertThat(browser.findElement(By.cssSelector("main")).getText())
                .doesNotContainPattern("\\b(plugins|action|error)\\.[a-z]");
        assertThat(browser.executeScript("return innerWidth")).isEqualTo(390L);
        assertThat(browser.executeScript("return document.documentElement.scrollWidth"))
                .isEqualTo(390L);
        assertThat((List<?>) browser.executeScript("""
                        const told = (element) => `${element.tagName}.${element.className}: ${element.innerText}`;
                        const all = [...document.querySelectorAll('main *:not(.unseen)')];
                        const over = all.filter((element) => {
                          const { left, right, width, height } = element.getBoundingClientRect();
                          return width > 1 && height > 1 && (left < -1 || right > innerWidth + 1);
                        });
                        const cut = all.filter((element) => element.matches('button, .badge, h1, h2, h3, label')
                          && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1);
                        return [...over, ...cut].map(told);
                        """)).isEmpty();
    }

    /** It says a word that is set, and how long its secret is. Its second version starts slowly enough to be watched. */
    static PluginJar parrot(String version) {
        return PluginJar.of("parrot", version)
                .permission("secret", "token")
                .source("Config", """
                        package example.parrot;
                        import org.osgi.service.metatype.annotations.*;
                        @ObjectClassDefinition(name = "Parrot")
                        public @interface Config {
                            @AttributeDefinition(name = "Word", description = "What it says.")
                            String word() default "hello";
                        }
                        """)
                .source("Voice", """
                        package example.parrot;
                        import io.liying.plugin.api.PluginContext;
                        import org.osgi.service.component.annotations.*;
                        import org.osgi.service.metatype.annotations.Designate;
                        @Component(service = Voice.class)
                        @Designate(ocd = Config.class)
                        public final class Voice {
                            private final String word;
                            private final PluginContext context;
                            @Activate
                            public Voice(Config config, @Reference PluginContext context) throws Exception {
                                Thread.sleep(START_MILLIS);
                                this.word = config.word();
                                this.context = context;
                            }
                            public String say() {
                                return "VERSION says " + word
                                        + context.secret("token").map(s -> " with " + s.length() + " letters").orElse("");
                            }
                        }
                        """.replace("VERSION", version)
                        .replace("START_MILLIS", version.equals("1.0.0") ? "0" : "1000"))
                .withSkill("return SkillAnswer.of(voice.say());", "@Reference Voice voice;", PHRASES);
    }

    private static void enter(ChromeDriver browser, Server server) throws Exception {
        browser.get(server.address().toString());
        find(browser, "#open-plugins").click();
        authorize(browser, server);
    }

    private static void authorize(ChromeDriver browser, Server server) throws Exception {
        find(browser, "#plugins-token")
                .sendKeys(Files.readString(server.data().resolve("admin-token")).strip(), Keys.ENTER);
        find(browser, "#plugins-choose");
    }

    private static void approveAndInstall(ChromeDriver browser) {
        find(browser, "#install-go");
        browser.findElements(By.cssSelector(".plugin-approvals input")).forEach(WebElement::click);
        await(browser, () -> find(browser, "#install-go").isEnabled());
        find(browser, "#install-go").click();
        await(
                browser,
                () -> browser.findElements(By.cssSelector(".plugin-install")).isEmpty());
    }

    /** From now on the page keeps every step that it shows, however short. */
    private static void watchSteps(ChromeDriver browser) {
        browser.executeScript("""
                window.seenSteps = [];
                new MutationObserver(() => {
                  for (const step of document.querySelectorAll('.plugin-steps li'))
                    if (!window.seenSteps.includes(step.innerText.trim())) window.seenSteps.push(step.innerText.trim());
                }).observe(document.body, { childList: true, subtree: true, characterData: true });
                """);
    }

    @SuppressWarnings("unchecked") // a list of texts, as the script above makes it
    private static List<String> seenSteps(ChromeDriver browser) {
        return (List<String>) browser.executeScript("return window.seenSteps");
    }

    private static String ask(Server server) throws Exception {
        return server.say(Map.of("message", "what does the parrot say", "language", "en"))
                .path("text")
                .asText();
    }

    private static WebElement find(ChromeDriver browser, String selector) {
        return waiting(browser).until(page -> page.findElement(By.cssSelector(selector)));
    }

    private static List<String> texts(ChromeDriver browser, String selector) {
        return browser.findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .toList();
    }

    private static void await(ChromeDriver browser, java.util.function.BooleanSupplier reached) {
        waiting(browser).until(page -> reached.getAsBoolean());
    }

    private static WebDriverWait waiting(ChromeDriver browser) {
        WebDriverWait wait = new WebDriverWait(browser, Duration.ofSeconds(30));
        wait.ignoring(StaleElementReferenceException.class).ignoring(NoSuchElementException.class);
        return wait;
    }
}
