package io.liying.conversation.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.conversation.api.Session;
import io.liying.i18n.api.Language;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SearchTest {

    @TempDir
    Path folder;

    private ConversationFixture fixture;

    @BeforeEach
    void open() {
        fixture = new ConversationFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ko | 내일 서울 날씨가 어때요? | 날씨 서울",
                "en | Wake me at SEVEN, please | seven wake",
                "zh | 明天北京的天气怎么样？ | 天气 北京",
                "ja | 東京の天気をおしえてください | 天気 東京",
                "es | ¿Qué hora es en España? | ESPAÑA hora",
                "fr | Réveille-moi à huit heures | RÉVEILLE huit",
                "de | Wie weit ist es zur Schillerstraße? | SCHILLERSTRASSE weit"
            })
    void all_words_are_found_in_any_order_and_case(String language, String text, String query) {
        fixture.say("ann", "wanted", Language.of(language).orElseThrow(), text);
        fixture.say("ann", "other", Language.ENGLISH, "something else");

        assertThat(found(query)).containsExactly("wanted");
        assertThat(found(query + " absent")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ＬＩＹＩＮＧ, liying", "ﾘｰｲﾝ, リーイン", "①②③, 123", "한글, 한글"})
    void compatible_forms_of_a_character_are_the_same(String text, String query) {
        fixture.say("ann", "wanted", Language.JAPANESE, text);

        assertThat(found(query)).containsExactly("wanted");
    }

    @Test
    void words_may_stand_in_different_messages_and_in_the_title() {
        fixture.say("ann", "wanted", Language.ENGLISH, "apples");
        fixture.answer("ann", "wanted", Language.ENGLISH, "pears");
        fixture.history.rename("ann", "wanted", "Fruit");

        assertThat(found("pears apples fruit")).containsExactly("wanted");
    }

    @ParameterizedTest
    @CsvSource({"100%, percent", "snake_case, underscore", "wow!, exclamation"})
    void wildcards_mean_themselves(String word, String session) {
        fixture.say("ann", "percent", Language.ENGLISH, "it is 100% sure");
        fixture.say("ann", "underscore", Language.ENGLISH, "use snake_case here");
        fixture.say("ann", "exclamation", Language.ENGLISH, "wow! great");
        fixture.say("ann", "none", Language.ENGLISH, "1000 snakescase wow");

        assertThat(found(word)).containsExactly(session);
    }

    private List<String> found(String query) {
        return fixture.history.sessions("ann", query, 0, 10).stream()
                .map(Session::id)
                .toList();
    }
}
