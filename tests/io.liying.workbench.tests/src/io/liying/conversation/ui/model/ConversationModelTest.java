package io.liying.conversation.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.conversation.api.Conversations;
import io.liying.conversation.api.History;
import io.liying.conversation.api.Message;
import io.liying.conversation.api.Notice;
import io.liying.conversation.api.Notices;
import io.liying.conversation.api.Session;
import io.liying.conversation.api.Turn;
import io.liying.conversation.api.TurnEvent;
import io.liying.conversation.api.TurnRefusedException;
import io.liying.conversation.api.TurnRequest;
import io.liying.conversation.ui.FakeEngine;
import io.liying.conversation.ui.model.ConversationModel.Change;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentResult;
import io.liying.nlu.api.LanguageGuess;
import io.liying.skill.api.Skills;
import io.liying.speech.api.SpeechTexts;
import io.liying.speech.api.voice.VoiceSessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Everything runs on the test's own thread, at once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConversationModelTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    private final Parts engine = new Parts();
    private final FakeEngine stored = new FakeEngine();
    private final Scripted conversations = new Scripted();
    private final List<Change> changes = new ArrayList<>();
    private final ConversationModel model =
            new ConversationModel(engine, new Threads(Runnable::run, Runnable::run), () -> Language.KOREAN, NOON, null);

    ConversationModelTest() {
        model.listen(changes::add);
    }

    @Test
    void nothing_is_sent_while_the_engine_is_absent() {
        assertThat(model.isReady()).isFalse();
        assertThat(model.send("hello")).isFalse();
        assertThat(model.bubbles()).isEmpty();
    }

    @Test
    void the_engine_may_come_later() {
        engine.arrive();

        assertThat(model.isReady()).isTrue();
        assertThat(changes).contains(Change.ENGINE, Change.SESSIONS);
    }

    @Test
    void blank_text_is_not_sent() {
        engine.arrive();

        assertThat(model.send(" \n ")).isFalse();
    }

    @Test
    void an_answer_grows_piece_by_piece() {
        engine.arrive();

        model.send(" hello ");
        conversations.tell(new TurnEvent.Delta("s", "t", "Good "));
        conversations.tell(new TurnEvent.Delta("s", "t", "day"));

        assertThat(texts()).containsExactly("hello", "Good day");
        assertThat(model.isRunning()).isTrue();
        assertThat(model.send("more")).isFalse();
    }

    @Test
    void the_whole_answer_takes_the_place_of_its_pieces() {
        engine.arrive();

        model.send("hello");
        conversations.tell(new TurnEvent.Delta("s", "t", "Good "));
        conversations.tell(completed("Good day!"));

        assertThat(texts()).containsExactly("hello", "Good day!");
        assertThat(model.isRunning()).isFalse();
        assertThat(model.insight().orElseThrow().intent()).contains("smalltalk.greeting");
        assertThat(model.insight().orElseThrow().total()).contains(Duration.ofMillis(2));
    }

    @Test
    void the_second_message_goes_to_the_same_session() {
        engine.arrive();
        model.send("hello");
        conversations.tell(completed("Good day!"));

        model.send("again");

        assertThat(conversations.requests.getLast().sessionId()).contains("s");
    }

    @Test
    void a_refusal_is_shown_as_it_is() {
        engine.arrive();
        conversations.refusal =
                new TurnRefusedException(TurnRefusedException.Reason.QUEUE_FULL, "Too many messages wait.");

        model.send("hello");

        assertThat(texts()).containsExactly("hello", "Too many messages wait.");
        assertThat(model.bubbles().getLast().state()).isEqualTo(Bubble.State.FAILED);
    }

    @Test
    void an_engine_that_breaks_does_not_leave_the_person_waiting() {
        engine.arrive();
        conversations.fault = new IllegalStateException("broken");

        model.send("hello");

        assertThat(model.bubbles().getLast().state()).isEqualTo(Bubble.State.FAILED);
        assertThat(model.isRunning()).isFalse();
    }

    @Test
    void stopping_interrupts_the_turn() {
        engine.arrive();
        model.send("hello");

        model.stop();
        conversations.tell(new TurnEvent.Interrupted("s", "t", "Good"));

        assertThat(conversations.interrupted).isTrue();
        assertThat(texts()).containsExactly("hello", "Good");
        assertThat(model.bubbles().getLast().state()).isEqualTo(Bubble.State.STOPPED);
    }

    @Test
    void an_answer_goes_on_while_another_session_is_shown() {
        engine.arrive();
        model.send("hello");

        model.newConversation();
        conversations.tell(new TurnEvent.Delta("s", "t", "Good "));

        assertThat(model.bubbles()).isEmpty();
        model.open("s");
        assertThat(texts()).containsExactly("hello", "Good ");
        model.stop();
        assertThat(conversations.interruptedSession).isEqualTo("s");
    }

    @Test
    void a_stored_session_is_opened_with_what_was_understood() {
        stored.remember(
                session("old", "Tea"),
                List.of(message(Message.Role.PERSON, "tea timer"), message(Message.Role.ASSISTANT, "It is set.")));
        engine.arrive();

        model.open("old");

        assertThat(texts()).containsExactly("tea timer", "It is set.");
        assertThat(model.title()).contains("Tea");
        assertThat(model.insight().orElseThrow().intent()).contains("timer.set");
        assertThat(model.insight().orElseThrow().languageConfidence()).isEmpty();
    }

    @Test
    void deleting_the_shown_session_leaves_an_empty_conversation() {
        stored.remember(session("old", "Tea"), List.of(message(Message.Role.PERSON, "tea timer")));
        engine.arrive();
        model.open("old");

        model.delete("old");

        assertThat(model.bubbles()).isEmpty();
        assertThat(model.sessions().groups()).isEmpty();
    }

    @Test
    void a_title_is_stripped_and_a_blank_one_left_alone() {
        stored.remember(session("old", "Tea"), List.of());
        engine.arrive();

        model.sessions().rename("old", "  ");
        model.sessions().rename("old", "  Green tea ");

        assertThat(model.sessions().session("old").orElseThrow().title()).isEqualTo("Green tea");
    }

    @Test
    void sessions_are_searched() {
        stored.remember(session("1", "Tea"), List.of());
        stored.remember(session("2", "Coffee"), List.of());
        engine.arrive();

        model.sessions().search("cof");

        assertThat(model.sessions().session("2")).isPresent();
        assertThat(model.sessions().session("1")).isEmpty();
    }

    @Test
    void choosing_a_message_twice_ends_the_choice() {
        engine.arrive();
        model.send("hello");
        conversations.tell(completed("Good day!"));

        model.inspect(0);
        assertThat(model.chosen()).isEqualTo(-1);
        model.inspect(1);
        assertThat(model.chosen()).isEqualTo(1);
        model.inspect(1);
        assertThat(model.chosen()).isEqualTo(-1);
    }

    @Test
    void suggestions_are_made_in_the_persons_language_without_slot_marks() {
        stored.teach(List.of(FakeEngine.skill("timer", "Timer", "x", "타이머", "[5분](duration) 타이머 맞춰 줘")));

        engine.arrive();

        assertThat(model.suggestions()).containsExactly(new Suggestion("타이머", "5분 타이머 맞춰 줘"));
    }

    @Test
    void what_rings_stays_until_it_is_dismissed() {
        engine.arrive();

        stored.publish(new Notice("1", "owner", "timer.fired", Language.KOREAN, "차가 다 됐어요.", Map.of(), Instant.EPOCH));

        assertThat(model.notices().notices()).extracting(Notice::text).containsExactly("차가 다 됐어요.");
        model.notices().dismiss("1");
        assertThat(model.notices().notices()).isEmpty();
    }

    private List<String> texts() {
        return model.bubbles().stream().map(Bubble::text).toList();
    }

    private static TurnEvent completed(String text) {
        return new TurnEvent.Completed(
                "s",
                "t",
                text,
                LanguageGuess.certain(Language.ENGLISH),
                new IntentResult(Optional.of("smalltalk.greeting"), 0.9, List.of()),
                List.of(),
                false,
                Map.of(),
                Map.of(),
                Map.of("total", Duration.ofMillis(2)));
    }

    private static Session session(String id, String title) {
        return new Session(id, "owner", title, Language.ENGLISH, NOON.instant(), NOON.instant(), 2);
    }

    private static Message message(Message.Role role, String text) {
        return new Message(
                "old",
                "t",
                role,
                text,
                Language.ENGLISH,
                Optional.of("timer.set"),
                0.9,
                List.of(),
                Map.of(),
                NOON.instant());
    }

    /** Accepts every turn and says what the test tells it to. */
    private static final class Scripted implements Conversations, Turn {
        private final List<TurnRequest> requests = new ArrayList<>();
        private Consumer<? super TurnEvent> listener = event -> {};
        private TurnRefusedException refusal;
        private RuntimeException fault;
        private boolean interrupted;
        private String interruptedSession = "";

        void tell(TurnEvent event) {
            listener.accept(event);
        }

        @Override
        public Turn start(TurnRequest request, Consumer<? super TurnEvent> told) throws TurnRefusedException {
            requests.add(request);
            if (refusal != null) {
                throw refusal;
            }
            if (fault != null) {
                throw fault;
            }
            listener = told;
            return this;
        }

        @Override
        public boolean interrupt(String personId, String sessionId) {
            interruptedSession = sessionId;
            return true;
        }

        @Override
        public String id() {
            return "t";
        }

        @Override
        public String sessionId() {
            return "s";
        }

        @Override
        public void interrupt() {
            interrupted = true;
        }

        @Override
        public CompletionStage<TurnEvent> outcome() {
            return new CompletableFuture<>();
        }
    }

    private final class Parts implements Engine {
        private boolean there;
        private Runnable changed = () -> {};

        void arrive() {
            there = true;
            changed.run();
        }

        @Override
        public Optional<Conversations> conversations() {
            return Optional.<Conversations>of(conversations).filter(unused -> there);
        }

        @Override
        public Optional<History> history() {
            return Optional.<History>of(stored).filter(unused -> there);
        }

        @Override
        public Optional<Notices> notices() {
            return Optional.<Notices>of(stored).filter(unused -> there);
        }

        @Override
        public Optional<Skills> skills() {
            return Optional.<Skills>of(stored).filter(unused -> there);
        }

        @Override
        public boolean canTalk() {
            return false;
        }

        @Override
        public Optional<VoiceSessions> voices() {
            return Optional.empty();
        }

        @Override
        public Optional<SpeechTexts> speechTexts() {
            return Optional.empty();
        }

        @Override
        public void listen(Runnable listener) {
            changed = listener;
        }
    }
}
