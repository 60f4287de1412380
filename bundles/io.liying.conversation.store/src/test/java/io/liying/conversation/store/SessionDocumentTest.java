package io.liying.conversation.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.conversation.api.History.Format;
import io.liying.conversation.api.Message;
import io.liying.conversation.api.Message.Role;
import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.nlu.api.Entity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SessionDocumentTest {

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

    @Test
    void markdown_quotes_each_message_so_that_its_own_headings_break_nothing() {
        fixture.say("ann", "s1", Language.KOREAN, "# 제목처럼\n보이는 글");
        fixture.answer("ann", "s1", Language.KOREAN, "네.");

        assertThat(markdown()).isEqualTo("""
                # # 제목처럼 보이는 글

                LiYing과의 대화 · 2026. 11. 21. 오전 9:00 시작 · 메시지 2개

                ## 나 · 2026. 11. 21. 오전 9:00

                > # 제목처럼
                > 보이는 글

                ## LiYing · 2026. 11. 21. 오전 9:00

                > 네.
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ko | LiYing과의 대화 · 2026. 11. 21. 오전 9:00 시작 · 메시지 1개 | 나",
                "en | Conversation with LiYing · started Nov 21, 2026, 9:00 AM · 1 message | Me",
                "zh | 与 LiYing 的对话 · 开始于 2026年11月21日 09:00 · 共 1 条消息 | 我",
                "ja | LiYing との会話 · 2026/11/21 9:00 開始 · メッセージ 1 件 | 自分",
                "es | Conversación con LiYing · iniciada el 21 nov 2026, 9:00 · 1 mensaje | Yo",
                "fr | Conversation avec LiYing · commencée le 21 nov. 2026 09:00 · 1 message | Moi",
                "de | Gespräch mit LiYing · begonnen am 21.11.2026, 09:00 · 1 Nachricht | Ich"
            })
    void headings_are_in_the_sessions_language(String language, String summary, String person) {
        fixture.say("ann", "s1", Language.of(language).orElseThrow(), "LiYing");

        assertThat(markdown().replaceAll("[\\u202f\\u00a0]", " "))
                .contains("\n\n" + summary + "\n\n")
                .contains("\n## " + person + " · ");
    }

    @Test
    void json_holds_everything_that_is_known() {
        fixture.append(
                "ann",
                new Message(
                        "s1",
                        "t1",
                        Role.ASSISTANT,
                        "It is \"12\".",
                        Language.ENGLISH,
                        Optional.of("calculator.compute"),
                        0.5,
                        List.of(new Entity(Entity.NUMBER, "12", "twelve", 0, 6, 1)),
                        Map.of("total", Duration.ofNanos(1_500_000)),
                        Instant.parse("2026-11-21T00:00:00Z")));

        assertThat(fixture.history.export("ann", "s1", Format.JSON)).contains("""
                {
                  "format":"liying.session.1",
                  "id":"s1",
                  "title":"It is \\"12\\".",
                  "language":"en",
                  "created_at":"2026-11-21T00:00:00Z",
                  "updated_at":"2026-11-21T00:00:00Z",
                  "messages":[ {
                    "turn_id":"t1",
                    "role":"assistant",
                    "text":"It is \\"12\\".",
                    "language":"en",
                    "at":"2026-11-21T00:00:00Z",
                    "intent":"calculator.compute",
                    "confidence":0.5,
                    "entities":[ {
                      "type":"number",
                      "value":"12",
                      "text":"twelve",
                      "start":0,
                      "end":6,
                      "confidence":1.0
                    } ],
                    "timings_ms":{
                      "total":1.5
                    }
                  } ]
                }
                """);
    }

    @Test
    void every_language_has_every_text() {
        assertThat(new MessageFiles().of(SessionDocument.class).gaps()).isEmpty();
    }

    private String markdown() {
        return fixture.history.export("ann", "s1", Format.MARKDOWN).orElseThrow();
    }
}
