package io.liying.plugin.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import io.liying.plugin.api.PluginException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IndexReaderTest {

    private static final String SHA = "0123456789abcdef".repeat(4);

    private static final String GOOD = """
            {"format": 1, "mood": "new keys do no harm", "plugins": [
              {"id": "dice", "name": {"en": "Dice", "tlh": "?"}, "description": {"en": "Rolls."}, "author": "Ada",
               "license": "MIT", "homepage": "https://example.org", "stars": 5,
               "versions": [
                 {"version": "1.2.0", "file": "plugins/dice/dice.jar", "size": 10, "sha256": "SHA",
                  "signature": {"publisher": "Ada", "fingerprint": "SHA"}, "languages": ["en", "tlh"],
                  "permissions": [{"kind": "storage", "value": "5", "reason": {"en": "Scores."}}],
                  "imports": {"io.liying.skill.api": "[1.0,2)"}, "java": 25,
                  "published": "2026-11-21T09:00:00Z", "notes": {"en": "Faster.\\nSmaller."}},
                 {"version": "1.1.0", "file": "dice.lyp", "size": 10, "sha256": "SHA", "languages": [],
                  "published": "2026-11-20T09:00:00Z"}]}]}
            """.replace("SHA", SHA);

    private final IndexReader reader = new IndexReader(Visitor.refusals());

    @Test
    void unknown_keys_and_languages_do_no_harm() throws Exception {
        Listing dice = read(GOOD).getFirst();

        assertThat(dice.names()).containsOnlyKeys(Language.ENGLISH);
        assertThat(dice.releases()).extracting(release -> release.version()).containsExactly("1.2.0", "1.1.0");
        assertThat(dice.releases().getFirst().publisher()).contains("Ada");
        assertThat(dice.releases().getFirst().imports()).containsEntry("io.liying.skill.api", "[1.0,2)");
        assertThat(dice.releases().getLast().java()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\": \"dice\"|\"id\": \"../dice\"|plugins[0].id",
                "\"id\": \"dice\"|\"id\": 5|plugins[0].id",
                "{\"en\": \"Rolls.\"}|\"Rolls.\"|plugins[0].description",
                "https://example.org|javascript:alert(1)|plugins[0].homepage",
                "\"author\": \"Ada\"|\"author\": \"A\\u0007\"|plugins[0].author",
                "plugins/dice/dice.jar|../dice.jar|plugins[0].versions[0].file",
                "plugins/dice/dice.jar|/etc/passwd|plugins[0].versions[0].file",
                "plugins/dice/dice.jar|plugins//dice.jar|plugins[0].versions[0].file",
                "plugins/dice/dice.jar|plugins/./dice.jar|plugins[0].versions[0].file",
                "plugins/dice/dice.jar|plugins/%2e%2e/dice.jar|plugins[0].versions[0].file",
                "plugins/dice/dice.jar|https://example.org/dice.jar|plugins[0].versions[0].file",
                "plugins/dice/dice.jar|c:\\\\dice.jar|plugins[0].versions[0].file",
                "\"size\": 10|\"size\": 0|plugins[0].versions[0].size",
                "\"size\": 10|\"size\": 67108865|plugins[0].versions[0].size",
                "\"size\": 10|\"size\": 1.5|plugins[0].versions[0].size",
                "\"version\": \"1.2.0\"|\"version\": \"1.2\"|plugins[0].versions[0].version",
                "\"version\": \"1.2.0\"|\"version\": \"1.0.0\"|plugins[0].versions[1].version",
                "\"version\": \"1.2.0\"|\"version\": \"1.1.0\"|plugins[0].versions[1].version",
                "[1.0,2)|[2.0,1)|plugins[0].versions[0].imports.io.liying.skill.api",
                "io.liying.skill.api|java.lang|plugins[0].versions[0].imports.java.lang",
                "2026-11-21T09:00:00Z|yesterday|plugins[0].versions[0].published",
                "\"java\": 25|\"java\": -1|plugins[0].versions[0].java",
                "\"plugins\"|\"plugs\"|plugins",
                "\"format\": 1|\"format\": \"1\"|format",
                "\"stars\": 5|\"id\": \"dice\"|6:1"
            })
    void what_breaks_a_rule_is_refused_with_its_place(String old, String wrong, String place) {
        assertThat(GOOD).contains(old);
        String broken =
                GOOD.replaceFirst(java.util.regex.Pattern.quote(old), java.util.regex.Matcher.quoteReplacement(wrong));

        assertThatThrownBy(() -> read(broken)).isInstanceOfSatisfying(PluginException.class, refused -> {
            assertThat(refused.code()).isEqualTo("catalogue.index.broken");
            if (!place.equals("6:1")) {
                assertThat(refused.reason(Language.ENGLISH))
                        .isEqualTo("The index of shelf is not valid at " + place + ". Tell its maker.");
            }
        });
    }

    @Test
    void a_later_format_asks_for_an_update_in_each_language() {
        assertThatThrownBy(() -> read(GOOD.replace("\"format\": 1", "\"format\": 2")))
                .isInstanceOfSatisfying(PluginException.class, refused -> {
                    assertThat(refused.reason(Language.ENGLISH))
                            .isEqualTo("The index of shelf has format 2; this LiYing reads format 1. Update LiYing.");
                    assertThat(refused.reason(Language.KOREAN))
                            .isEqualTo("shelf의 색인은 형식 2인데, 이 LiYing은 형식 1만 읽습니다. LiYing을 업데이트하세요.");
                });
    }

    @Test
    void the_same_plugin_twice_is_refused() {
        String one = GOOD.substring(GOOD.indexOf("{\"id\""), GOOD.lastIndexOf("]}"));

        assertThatThrownBy(() -> read("{\"format\": 1, \"plugins\": [" + one + "," + one + "]}"))
                .hasMessageContaining("plugins[1].id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "<html>", "{\"format\": 1", "{\"format\": 1, \"plugins\": {}}", "\u0000"})
    void garbage_is_refused(String garbage) {
        assertThatThrownBy(() -> read(garbage)).isInstanceOf(PluginException.class);
    }

    @Test
    void too_many_and_too_deep_are_refused() {
        String many = "{},".repeat(5_000) + "{}";

        assertThatThrownBy(() -> read("{\"format\": 1, \"plugins\": [" + many + "]}"))
                .hasMessageContaining("not valid at plugins.");
        assertThatThrownBy(() -> read("{\"format\": 1, \"x\": " + "[".repeat(100_000)))
                .isInstanceOf(PluginException.class);
    }

    @Test
    void whatever_is_changed_it_is_read_or_refused_but_nothing_else() throws Exception {
        Random random = new Random(5);
        byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 20_000; round++) {
            byte[] changed = good.clone();
            for (int i = 0; i <= round % 3; i++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(reader.read(changed, "shelf")).isNotNull();
            } catch (PluginException refused) {
                assertThat(refused.code()).startsWith("catalogue.index.");
            }
        }
    }

    private List<Listing> read(String json) throws PluginException {
        return reader.read(json.getBytes(StandardCharsets.UTF_8), "shelf");
    }
}
