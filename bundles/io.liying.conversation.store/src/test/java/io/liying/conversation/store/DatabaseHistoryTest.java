package io.liying.conversation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.conversation.api.History;
import io.liying.conversation.api.Message;
import io.liying.conversation.api.Message.Role;
import io.liying.conversation.api.Session;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.storage.api.StorageException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseHistoryTest {

    @TempDir
    Path folder;

    private ConversationFixture fixture;
    private History history;

    @BeforeEach
    void open() {
        fixture = new ConversationFixture(folder);
        history = fixture.history;
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void the_first_message_creates_the_session() {
        fixture.say("ann", "s1", Language.ENGLISH, "What is 15 % of 80?");

        assertThat(history.session("ann", "s1"))
                .contains(new Session(
                        "s1",
                        "ann",
                        "What is 15 % of 80?",
                        Language.ENGLISH,
                        Instant.parse("2026-11-21T00:00:01Z"),
                        Instant.parse("2026-11-21T00:00:01Z"),
                        1));
    }

    @Test
    void each_message_updates_the_sessions_time_language_and_count() {
        fixture.say("ann", "s1", Language.ENGLISH, "Hello");
        fixture.answer("ann", "s1", Language.ENGLISH, "Hello! How can I help?");
        fixture.say("ann", "s1", Language.KOREAN, "안녕하세요");

        Session session = history.session("ann", "s1").orElseThrow();

        assertThat(session.title()).isEqualTo("Hello");
        assertThat(session.language()).isEqualTo(Language.KOREAN);
        assertThat(session.messages()).isEqualTo(3);
        assertThat(session.updatedAt()).isEqualTo(Instant.parse("2026-11-21T00:00:03Z"));
    }

    @Test
    void of_an_interrupted_answer_only_what_was_heard_is_kept() {
        fixture.say("ann", "s1", Language.ENGLISH, "Tell me a story");
        Message whole = fixture.message("s1", Role.ASSISTANT, Language.ENGLISH, "Once upon a time there was a king.");
        fixture.append("ann", whole);
        Message heard = new Message(
                "s1",
                whole.turnId(),
                Role.ASSISTANT,
                "Once upon",
                Language.ENGLISH,
                Optional.empty(),
                0,
                List.of(),
                Map.of("heard", Duration.ofMillis(700)),
                whole.at());

        fixture.log
                .interrupted("bob", heard)
                .toCompletableFuture()
                .exceptionally(refused -> null)
                .join();
        assertThat(history.messages("ann", "s1", 10).getLast().text()).isEqualTo(whole.text());
        fixture.log.interrupted("ann", heard).toCompletableFuture().join();

        assertThat(history.messages("ann", "s1", 10)).hasSize(2).last().satisfies(kept -> {
            assertThat(kept.text()).isEqualTo("Once upon");
            assertThat(kept.timings()).containsEntry("heard", Duration.ofMillis(700));
        });
        assertThat(history.sessions("ann", "king", 0, 10)).isEmpty();
    }

    @Test
    void an_answer_that_was_interrupted_before_it_was_stored_is_stored_as_far_as_it_was_heard() {
        fixture.say("ann", "s1", Language.ENGLISH, "Tell me a story");
        Message heard = fixture.message("s1", Role.ASSISTANT, Language.ENGLISH, "Once");

        fixture.log.interrupted("ann", heard).toCompletableFuture().join();

        assertThat(history.messages("ann", "s1", 10))
                .extracting(Message::text)
                .containsExactly("Tell me a story", "Once");
    }

    @Test
    void a_message_comes_back_as_it_was() {
        Map<String, Duration> timings = new LinkedHashMap<>();
        timings.put("language", Duration.ofNanos(12_345));
        timings.put("skill", Duration.ofMillis(3));
        timings.put("total", Duration.ofNanos(3_100_001));
        Message message = new Message(
                "s1",
                "t1",
                Role.ASSISTANT,
                "123 × 456 = \"56088\" \\ 🎉\n둘째 줄",
                Language.KOREAN,
                Optional.of("calculator.compute"),
                0.9375,
                List.of(
                        new Entity(Entity.EXPRESSION, "123*456", "123 곱하기 \"456\"", 0, 11, 1),
                        new Entity(Entity.NUMBER, "123", "123", 0, 3, 0.5),
                        new Entity(
                                Entity.TIME,
                                "15:00",
                                "at 3",
                                4,
                                8,
                                0.5,
                                List.of("03:00"),
                                Map.of("grain", "hour", "approximate", "true"))),
                timings,
                Instant.parse("2026-11-21T00:00:00.123456Z"));

        fixture.append("ann", message);

        List<Message> stored = history.messages("ann", "s1", 10);
        assertThat(stored).containsExactly(message);
        assertThat(stored.getFirst().timings().keySet()).containsExactly("language", "skill", "total");
    }

    @Test
    void the_last_messages_come_oldest_first() {
        for (int number = 1; number <= 5; number++) {
            fixture.say("ann", "s1", Language.ENGLISH, "message " + number);
        }

        assertThat(history.messages("ann", "s1", 2))
                .extracting(Message::text)
                .containsExactly("message 4", "message 5");
    }

    @Test
    void another_persons_session_is_as_if_it_did_not_exist() {
        fixture.say("ann", "s1", Language.ENGLISH, "secret");

        assertThat(history.session("bob", "s1")).isEmpty();
        assertThat(history.sessions("bob", "", 0, 10)).isEmpty();
        assertThat(history.sessions("bob", "secret", 0, 10)).isEmpty();
        assertThat(history.messages("bob", "s1", 10)).isEmpty();
        assertThat(history.rename("bob", "s1", "mine")).isFalse();
        assertThat(history.delete("bob", "s1")).isFalse();
        assertThat(history.export("bob", "s1", History.Format.JSON)).isEmpty();
        assertThat(history.messages("ann", "s1", 10)).hasSize(1);
    }

    @Test
    void nobody_writes_into_another_persons_session() {
        fixture.say("ann", "s1", Language.ENGLISH, "mine");

        assertThatThrownBy(() -> fixture.say("bob", "s1", Language.ENGLISH, "intruder"))
                .cause()
                .isInstanceOf(StorageException.class)
                .hasMessage("The session s1 belongs to somebody else.");
        assertThat(history.messages("ann", "s1", 10)).extracting(Message::text).containsExactly("mine");
    }

    @Test
    void sessions_are_listed_last_used_first_and_by_page() {
        fixture.say("ann", "s1", Language.ENGLISH, "one");
        fixture.say("ann", "s2", Language.ENGLISH, "two");
        fixture.say("ann", "s3", Language.ENGLISH, "three");
        fixture.answer("ann", "s1", Language.ENGLISH, "again");

        assertThat(ids(history.sessions("ann", "", 0, 10))).containsExactly("s1", "s3", "s2");
        assertThat(ids(history.sessions("ann", " ", 1, 1))).containsExactly("s3");
    }

    @Test
    void renaming_strips_and_bounds_the_title() {
        fixture.say("ann", "s1", Language.ENGLISH, "Hello");

        assertThat(history.rename("ann", "s1", "  Sums  ")).isTrue();

        assertThat(history.session("ann", "s1"))
                .get()
                .extracting(Session::title)
                .isEqualTo("Sums");
        assertThat(ids(history.sessions("ann", "sums", 0, 10))).containsExactly("s1");
        assertThatThrownBy(() -> history.rename("ann", "s1", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a title has 1 to 200 characters, not 0");
    }

    @Test
    void a_deleted_session_is_gone_with_its_messages_and_may_begin_anew() {
        fixture.say("ann", "s1", Language.ENGLISH, "old");

        assertThat(history.delete("ann", "s1")).isTrue();

        assertThat(history.session("ann", "s1")).isEmpty();
        assertThat(history.sessions("ann", "old", 0, 10)).isEmpty();
        fixture.say("ann", "s1", Language.ENGLISH, "new");
        assertThat(history.messages("ann", "s1", 10)).extracting(Message::text).containsExactly("new");
    }

    @Test
    void limits_out_of_bounds_are_a_bug_of_the_caller() {
        assertThatThrownBy(() -> history.sessions("ann", "", 0, 201))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit is 201; it must be 1 to 200");
        assertThatThrownBy(() -> history.messages("ann", "s1", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit is 0; it must be 1 to 10000");
    }

    @Test
    void history_outlives_a_restart() {
        fixture.say("ann", "s1", Language.ENGLISH, "still here");
        fixture.close();
        fixture = new ConversationFixture(folder);

        assertThat(fixture.history.messages("ann", "s1", 10))
                .extracting(Message::text)
                .containsExactly("still here");
    }

    private static List<String> ids(List<Session> sessions) {
        return sessions.stream().map(Session::id).toList();
    }
}
