package io.liying.conversation.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.conversation.api.Message;
import io.liying.conversation.api.Turn;
import io.liying.conversation.api.TurnEvent;
import io.liying.conversation.api.TurnHook;
import io.liying.conversation.api.TurnRefusedException;
import io.liying.conversation.api.TurnRequest;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.LanguageGuess;
import io.liying.testkit.Configurations;
import io.liying.testkit.KeyMessages;
import io.liying.testkit.ManualClock;
import io.liying.testkit.MessageMemory;
import io.liying.testkit.PersonMemoryFake;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.service.event.Event;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(20)
class TurnQueueTest {

    private final MessageMemory memory = new MessageMemory();
    private final PersonMemoryFake remembered = new PersonMemoryFake();
    private final EchoSkills skills = new EchoSkills();
    private final List<TurnEvent> events = Collections.synchronizedList(new ArrayList<>());
    private Language language = Language.ENGLISH;
    private TurnQueue queue;

    @BeforeEach
    void start() {
        queue = queue(Map.of());
    }

    @AfterEach
    void stop() throws InterruptedException {
        skills.release();
        queue.deactivate();
    }

    private TurnQueue queue(Map<String, ?> settings) {
        Understander understander = new Understander(
                (text, expected) -> new LanguageGuess(
                        text.startsWith("42") ? expected : Language.KOREAN, 0.9, List.of(), !text.startsWith("42")),
                (text, language, reference) -> List.of());
        PersonMemory people = new PersonMemory(remembered, remembered);
        ConversationConfig config = Configurations.with(ConversationConfig.class, settings);
        TurnPipeline pipeline = new TurnPipeline(
                config,
                understander,
                skills,
                memory,
                people,
                new KeyMessages(),
                ManualClock.at("2026-11-21T10:00+09:00[Asia/Seoul]"));
        return new TurnQueue(config, pipeline, memory, people, () -> language, Optional.empty());
    }

    private TurnEvent say(String text) throws Exception {
        return outcome(queue.start(TurnRequest.text("owner", Optional.empty(), text), events::add));
    }

    private static TurnEvent outcome(Turn turn) throws Exception {
        return turn.outcome().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void the_events_of_a_turn_come_in_order_and_end_with_the_durable_answer() throws Exception {
        TurnEvent last = say("echo 안녕");

        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Heard", "Understood", "SkillChosen", "Delta", "Sentence", "Completed");
        assertThat(last).isInstanceOfSatisfying(TurnEvent.Completed.class, completed -> {
            assertThat(completed.text()).isEqualTo("echo 안녕");
            assertThat(completed.language().language()).isEqualTo(Language.KOREAN);
            assertThat(completed.timings())
                    .containsKeys("normalise", "language", "intent", "entities", "skill", "store", "total");
        });
        assertThat(memory.all()).extracting(Message::role).containsExactly(Message.Role.PERSON, Message.Role.ASSISTANT);
    }

    @Test
    void a_long_answer_comes_sentence_by_sentence() throws Exception {
        say("echo 하나예요. 둘이에요. 셋이에요.");

        assertThat(events)
                .filteredOn(TurnEvent.Sentence.class::isInstance)
                .extracting(event -> ((TurnEvent.Sentence) event).text())
                .containsExactly("echo 하나예요.", "둘이에요.", "셋이에요.");
    }

    @Test
    void after_two_misses_the_answer_says_what_can_be_done() throws Exception {
        TurnEvent first = say("부산까지 날아가 줘");
        TurnEvent last = outcome(
                queue.start(TurnRequest.text("owner", Optional.of(first.sessionId()), "제주까지 날아가 줘"), events::add));

        assertThat(first)
                .isInstanceOfSatisfying(
                        TurnEvent.Completed.class,
                        completed -> assertThat(completed.text()).isEqualTo("ko:miss.informal"));

        assertThat(last)
                .isInstanceOfSatisfying(
                        TurnEvent.Completed.class,
                        completed -> assertThat(completed.text()).isEqualTo("ko:fallback.informal{skills=메아리}"));
    }

    @Test
    void words_after_a_question_back_go_to_the_skill_that_asked() throws Exception {
        TurnEvent asked = say("echo ask");

        TurnEvent last =
                outcome(queue.start(TurnRequest.text("owner", Optional.of(asked.sessionId()), "다섯"), events::add));

        assertThat(last)
                .isInstanceOfSatisfying(
                        TurnEvent.Completed.class,
                        completed -> assertThat(completed.text()).isEqualTo("다섯"));
    }

    @Test
    void turns_of_one_session_run_in_order_and_another_session_does_not_wait() throws Exception {
        TurnEvent begun = say("echo 시작");
        Turn slow = queue.start(TurnRequest.text("owner", Optional.of(begun.sessionId()), "echo wait 1"), event -> {});
        Turn next = queue.start(TurnRequest.text("owner", Optional.of(begun.sessionId()), "echo 2"), event -> {});

        say("echo 다른 대화");

        assertThat(slow.outcome().toCompletableFuture()).isNotDone();
        assertThat(next.outcome().toCompletableFuture()).isNotDone();
        skills.release();
        outcome(next);
        assertThat(memory.messages("owner", begun.sessionId(), 10))
                .extracting(Message::text)
                .containsExactly("echo 시작", "echo 시작", "echo wait 1", "echo wait 1", "echo 2", "echo 2");
    }

    @Test
    void a_full_queue_refuses_a_further_turn_and_says_so() throws Exception {
        queue.deactivate();
        queue = queue(Map.of("queue_capacity", 1));
        TurnEvent begun = say("echo 시작");
        TurnRequest slow = TurnRequest.text("owner", Optional.of(begun.sessionId()), "echo wait");
        queue.start(slow, event -> {});
        skills.awaitRunning();
        queue.start(slow, event -> {});

        assertThatThrownBy(() -> queue.start(slow, event -> {}))
                .isInstanceOfSatisfying(
                        TurnRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(TurnRefusedException.Reason.QUEUE_FULL))
                .hasMessageEndingWith(":queue.full{limit=1}");
    }

    @Test
    void a_first_text_that_decides_nothing_is_in_the_configured_language_of_that_moment() throws Exception {
        for (Language configured : Language.values()) {
            language = configured;

            assertThat(say("42"))
                    .isInstanceOfSatisfying(
                            TurnEvent.Completed.class,
                            completed ->
                                    assertThat(completed.language().language()).isEqualTo(configured));
        }
    }

    @Test
    void a_later_text_that_decides_nothing_keeps_the_sessions_language() throws Exception {
        TurnEvent begun = say("echo 안녕");

        TurnEvent last =
                outcome(queue.start(TurnRequest.text("owner", Optional.of(begun.sessionId()), "42"), event -> {}));

        assertThat(last)
                .isInstanceOfSatisfying(
                        TurnEvent.Completed.class,
                        completed -> assertThat(completed.language().language()).isEqualTo(Language.KOREAN));
    }

    @Test
    void an_empty_message_and_a_too_long_one_are_refused_in_the_persons_language() {
        assertThatThrownBy(() -> queue.start(in(Language.FRENCH, " \t\n"), event -> {}))
                .hasMessage("fr:message.empty");
        assertThatThrownBy(() -> queue.start(in(Language.GERMAN, "a".repeat(8001)), event -> {}))
                .hasMessage("de:message.too_long{length=8001, limit=8000}");
    }

    private static TurnRequest in(Language language, String text) {
        TurnRequest request = TurnRequest.text("owner", Optional.empty(), text);
        return new TurnRequest(request.personId(), request.sessionId(), request.input(), Optional.of(language));
    }

    @Test
    void a_session_of_somebody_else_is_as_if_it_did_not_exist() throws Exception {
        TurnEvent begun = say("echo 비밀");
        TurnRequest stranger = TurnRequest.text("stranger", Optional.of(begun.sessionId()), "echo");

        assertThatThrownBy(() -> queue.start(stranger, event -> {}))
                .isInstanceOfSatisfying(
                        TurnRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(TurnRefusedException.Reason.SESSION_UNKNOWN));
        assertThat(queue.interrupt("stranger", begun.sessionId())).isFalse();
    }

    @Test
    void a_deleted_session_does_not_go_on() throws Exception {
        TurnEvent begun = say("echo 안녕");
        memory.delete("owner", begun.sessionId());
        queue.handleEvent(new Event(TurnQueue.SESSION_DELETED, Map.of("session_id", begun.sessionId())));

        assertThatThrownBy(() ->
                        queue.start(TurnRequest.text("owner", Optional.of(begun.sessionId()), "echo"), event -> {}))
                .isInstanceOf(TurnRefusedException.class);
    }

    @Test
    void deleting_a_session_ends_its_turns_and_stores_nothing_of_them() throws Exception {
        TurnEvent begun = say("echo 시작");
        Turn running = queue.start(TurnRequest.text("owner", Optional.of(begun.sessionId()), "echo wait"), event -> {});
        Turn waiting = queue.start(TurnRequest.text("owner", Optional.of(begun.sessionId()), "echo 또"), event -> {});
        skills.awaitRunning();

        memory.delete("owner", begun.sessionId());
        queue.handleEvent(new Event(TurnQueue.SESSION_DELETED, Map.of("session_id", begun.sessionId())));

        assertThat(outcome(running)).isInstanceOf(TurnEvent.Interrupted.class);
        assertThat(outcome(waiting)).isInstanceOf(TurnEvent.Interrupted.class);
        assertThat(memory.all()).isEmpty();
    }

    @Test
    void what_a_turn_wrote_after_the_deletion_and_before_the_news_of_it_is_deleted_too() throws Exception {
        skills.deaf();
        TurnEvent begun = say("echo 시작");
        memory.delete("owner", begun.sessionId());
        Turn running = queue.start(TurnRequest.text("owner", Optional.of(begun.sessionId()), "echo wait"), event -> {});
        skills.awaitRunning();
        assertThat(memory.all()).extracting(Message::text).containsExactly("echo wait");

        queue.handleEvent(new Event(TurnQueue.SESSION_DELETED, Map.of("session_id", begun.sessionId())));
        skills.release();

        assertThat(outcome(running)).isInstanceOf(TurnEvent.Interrupted.class);
        assertThat(memory.all()).isEmpty();
    }

    @Test
    void a_session_goes_on_after_a_restart() throws Exception {
        TurnEvent begun = say("echo 안녕");
        queue.deactivate();
        queue = queue(Map.of());

        TurnEvent last =
                outcome(queue.start(TurnRequest.text("owner", Optional.of(begun.sessionId()), "echo 또"), events::add));

        assertThat(last)
                .isInstanceOfSatisfying(
                        TurnEvent.Completed.class,
                        completed -> assertThat(completed.context())
                                .containsEntry("turns", 2)
                                .containsEntry("last_intent", "echo"));
    }

    @Test
    void a_person_can_interrupt_a_turn() throws Exception {
        TurnEvent begun = say("echo 시작");
        Turn slow = queue.start(TurnRequest.text("owner", Optional.of(begun.sessionId()), "echo wait"), event -> {});
        skills.awaitRunning();

        assertThat(queue.interrupt("owner", begun.sessionId())).isTrue();

        assertThat(outcome(slow)).isInstanceOf(TurnEvent.Interrupted.class);
    }

    @Test
    void a_turn_that_takes_too_long_ends_with_words() throws Exception {
        queue.deactivate();
        queue = queue(Map.of("turn_seconds", 1));

        TurnEvent last = say("echo wait");

        assertThat(last).isInstanceOfSatisfying(TurnEvent.Failed.class, failed -> {
            assertThat(failed.code()).isEqualTo("turn.timeout");
            assertThat(failed.message()).isEqualTo("ko:turn.timeout");
        });
    }

    @Test
    void an_answer_that_cannot_be_stored_is_not_acknowledged() throws Exception {
        memory.fill();

        assertThat(say("echo 안녕"))
                .isInstanceOfSatisfying(
                        TurnEvent.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("storage.failed"));
    }

    @Test
    void a_hook_changes_what_is_heard_and_said_and_a_bad_one_is_skipped() throws Exception {
        CountDownLatch processed = new CountDownLatch(1);
        queue.addHook(
                new TurnHook() {
                    @Override
                    public String messageReceived(String personId, String sessionId, String text) {
                        return text.replace("secret", "***");
                    }

                    @Override
                    public String responseReady(String personId, String sessionId, Language language, String text) {
                        return text + "!";
                    }

                    @Override
                    public void messageProcessed(String personId, TurnEvent outcome) {
                        processed.countDown();
                    }
                },
                Map.of());
        queue.addHook(
                new TurnHook() {
                    @Override
                    public String messageReceived(String personId, String sessionId, String text) {
                        throw new IllegalStateException("bad hook");
                    }
                },
                Map.of("service.ranking", 5));

        TurnEvent last = say("echo secret");

        assertThat(last)
                .isInstanceOfSatisfying(
                        TurnEvent.Completed.class,
                        completed -> assertThat(completed.text()).isEqualTo("echo ***!"));
        assertThat(processed.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_listener_that_throws_does_not_end_the_turn() throws Exception {
        Turn turn = queue.start(TurnRequest.text("owner", Optional.empty(), "echo 안녕"), event -> {
            throw new IllegalStateException("client is gone");
        });

        assertThat(outcome(turn)).isInstanceOf(TurnEvent.Completed.class);
    }

    @Test
    void draining_finishes_accepted_turns_and_refuses_new_ones() throws Exception {
        Turn slow = queue.start(TurnRequest.text("owner", Optional.empty(), "echo wait"), event -> {});
        skills.awaitRunning();

        assertThat(queue.drain(Duration.ZERO)).isFalse();
        assertThatThrownBy(() -> say("echo")).isInstanceOf(TurnRefusedException.class);
        skills.release();

        assertThat(queue.drain(Duration.ofSeconds(10))).isTrue();
        assertThat(outcome(slow)).isInstanceOf(TurnEvent.Completed.class);
    }

    @Test
    void composed_and_decomposed_hangul_are_the_same_words() throws Exception {
        say("echo \u1112\u1161\u11ab"); // the three letters of one syllable

        assertThat(memory.all().getFirst().text()).isEqualTo("echo 한");
    }
}
