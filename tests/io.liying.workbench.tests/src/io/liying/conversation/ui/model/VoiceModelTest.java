package io.liying.conversation.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.conversation.api.Conversations;
import io.liying.conversation.api.History;
import io.liying.conversation.api.Notices;
import io.liying.conversation.api.Turn;
import io.liying.conversation.api.TurnEvent;
import io.liying.conversation.api.TurnRequest;
import io.liying.conversation.ui.FakeDevices;
import io.liying.conversation.ui.FakeEngine;
import io.liying.conversation.ui.FakeVoices;
import io.liying.conversation.ui.model.VoiceModel.Phase;
import io.liying.conversation.ui.model.VoiceModel.Problem;
import io.liying.i18n.api.Language;
import io.liying.skill.api.Skills;
import io.liying.speech.api.Audio;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.SpeechTexts;
import io.liying.speech.api.voice.VoiceEvent;
import io.liying.speech.api.voice.VoiceSessions;
import io.liying.speech.api.voice.VoiceSettings.Mode;
import io.liying.workbench.ui.kit.Appearance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Everything but the microphone's own thread runs on the test's thread, at once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VoiceModelTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    private final FakeDevices devices = new FakeDevices();
    private final FakeVoices voices = new FakeVoices();
    private final Parts engine = new Parts();
    private final Kept kept = new Kept();
    private final ConversationModel window = new ConversationModel(
            engine,
            new Threads(Runnable::run, Runnable::run),
            () -> Language.ENGLISH,
            NOON,
            new VoiceModel.Desk(devices, kept));
    private final VoiceModel model = window.voice();

    VoiceModelTest() {
        devices.connected.add("Desk microphone");
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void without_ears_and_a_voice_it_says_what_to_install() {
        engine.talks = false;

        model.toggle();

        assertThat(model.phase()).isEqualTo(Phase.OFF);
        assertThat(model.problem()).contains(new Problem("voice.missing", ""));
    }

    @Test
    void without_a_microphone_it_says_so_and_nobody_listens() {
        devices.connected.clear();

        model.toggle();

        assertThat(model.phase()).isEqualTo(Phase.OFF);
        assertThat(model.problem()).contains(new Problem("voice.absent", ""));
        assertThat(voices.opened).isEmpty();
    }

    @Test
    void what_the_engine_refuses_is_said_in_the_persons_language() {
        voices.refusal = new SpeechException("conversation.busy", Map.of("limit", 64));

        model.toggle();

        assertThat(model.phase()).isEqualTo(Phase.OFF);
        assertThat(model.problem()).contains(new Problem("voice.problem", "en conversation.busy"));
    }

    @Test
    void with_push_to_talk_each_press_is_told_once_and_let_go_by_another_manner() {
        model.choose(Mode.PUSH_TO_TALK);
        model.toggle();

        model.press();
        model.press();
        model.release();
        model.release();
        model.press();
        model.choose(Mode.STOP_AND_LISTEN);

        assertThat(voices.opened)
                .singleElement()
                .satisfies(settings -> assertThat(settings.mode()).isEqualTo(Mode.PUSH_TO_TALK));
        assertThat(voices.button).containsExactly("press", "release", "press", "release");
        assertThat(model.isPressed()).isFalse();
        assertThat(voices.mode).isEqualTo(Mode.STOP_AND_LISTEN);
    }

    @Test
    void without_a_talk_the_button_does_nothing() {
        model.press();
        model.release();

        assertThat(model.isPressed()).isFalse();
        assertThat(model.phase()).isEqualTo(Phase.OFF);
    }

    @Test
    void a_recording_at_the_microphone_reaches_the_ears_to_the_last_sample() throws Exception {
        short[] sound = FakeDevices.recording("wav/timer-five-minutes.wav");
        CountDownLatch all = new CountDownLatch((sound.length + 511) / 512);
        window.listen(change -> {
            if (change == ConversationModel.Change.LEVEL) {
                all.countDown();
            }
        });

        model.toggle();
        devices.hear(sound);

        assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(voices.samples).hasValue(sound.length);
        assertThat(model.phase()).isEqualTo(Phase.LISTENING);
    }

    @Test
    void a_spoken_turn_is_shown_like_a_written_one_and_its_answer_sounds() {
        model.toggle();
        voices.tell(new VoiceEvent.SpeechStarted());
        voices.tell(new VoiceEvent.Partial("set a"));
        assertThat(model.phase()).isEqualTo(Phase.HEARING);
        assertThat(model.words()).isEqualTo("set a");
        voices.tell(new VoiceEvent.SpeechEnded());
        assertThat(model.phase()).isEqualTo(Phase.THINKING);

        voices.tell(new VoiceEvent.InTurn(new TurnEvent.Heard("s", "t", "set a timer")));
        voices.tell(new VoiceEvent.InTurn(new TurnEvent.Delta("s", "t", "Your timer ")));
        voices.tell(new VoiceEvent.Speaking("t", "Your timer is set.", 22_050));
        voices.tell(new VoiceEvent.Sound(new Audio(22_050, new short[2_205])));

        assertThat(texts()).containsExactly("set a timer", "Your timer ");
        assertThat(window.currentSession()).contains("s");
        assertThat(model.phase()).isEqualTo(Phase.SPEAKING);
        assertThat(devices.played).hasSize(1);
    }

    @Test
    void talking_over_the_answer_silences_the_loudspeaker_and_marks_the_answer() {
        model.toggle();
        voices.tell(new VoiceEvent.InTurn(new TurnEvent.Heard("s", "t", "set a timer")));
        voices.tell(new VoiceEvent.Speaking("t", "Your timer is set.", 22_050));
        voices.tell(new VoiceEvent.Sound(new Audio(22_050, new short[2_205])));

        voices.tell(new VoiceEvent.Hush("t", "Your"));
        voices.tell(new VoiceEvent.SpeechStarted());
        voices.tell(new VoiceEvent.InTurn(new TurnEvent.Interrupted("s", "t", "Your")));

        assertThat(devices.hushes).isEqualTo(1);
        assertThat(model.phase()).isEqualTo(Phase.HEARING);
        assertThat(window.bubbles().getLast().state()).isEqualTo(Bubble.State.STOPPED);
        assertThat(texts()).containsExactly("set a timer", "Your");
    }

    @Test
    void an_answer_that_comes_late_does_not_end_the_next_one() {
        model.toggle();
        voices.tell(new VoiceEvent.InTurn(new TurnEvent.Heard("s", "first", "one")));
        voices.tell(new VoiceEvent.InTurn(new TurnEvent.Heard("s", "second", "two")));

        voices.tell(new VoiceEvent.InTurn(new TurnEvent.Interrupted("s", "first", "")));
        voices.tell(new VoiceEvent.InTurn(new TurnEvent.Delta("s", "second", "Two.")));

        assertThat(texts()).containsExactly("one", "", "two", "Two.");
        assertThat(window.bubbles().getLast().state()).isEqualTo(Bubble.State.STREAMING);
    }

    @Test
    void the_stop_button_ends_the_speech() {
        model.toggle();
        voices.tell(new VoiceEvent.Speaking("t", "Your timer is set.", 22_050));

        window.stop();

        assertThat(voices.hushes).isEqualTo(1);
        assertThat(model.phase()).isEqualTo(Phase.LISTENING);
    }

    @Test
    void the_answer_to_a_written_message_is_spoken_while_the_microphone_is_on() {
        model.toggle();
        engine.stored.teach(
                "hello", new FakeEngine.Reply("Hi!", Language.ENGLISH, "smalltalk", 0.9, List.of(), Duration.ZERO));
        window.send("hello");
        engine.turn().outcome().toCompletableFuture().join();

        assertThat(voices.followed).extracting(TurnEvent::turnId).contains("turn-1");
        assertThat(voices.followed.getLast()).isInstanceOf(TurnEvent.Completed.class);
    }

    @Test
    void it_goes_on_in_the_session_that_is_shown() {
        model.toggle();
        voices.tell(new VoiceEvent.InTurn(new TurnEvent.Heard("s", "t", "one")));

        window.newConversation();

        assertThat(voices.opened).hasSize(2);
        assertThat(voices.opened.getLast().sessionId()).isEmpty();
        assertThat(voices.closes).isEqualTo(1);
        assertThat(model.phase()).isEqualTo(Phase.LISTENING);
    }

    @Test
    void the_chosen_microphone_and_manner_are_kept() {
        devices.connected.add("Headset");
        model.choose(Mode.FINISH_THEN_LISTEN);
        model.toggle();

        model.choose("Headset");

        assertThat(devices.opened).isEqualTo("Headset");
        assertThat(voices.mode).isEqualTo(Mode.FINISH_THEN_LISTEN);
        assertThat(kept.values)
                .containsEntry("voice.microphone", "Headset")
                .containsEntry("voice.mode", "FINISH_THEN_LISTEN");
    }

    @Test
    void a_microphone_that_is_pulled_out_is_told() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        window.listen(change -> {
            if (model.problem().isPresent()) {
                told.countDown();
            }
        });
        model.toggle();

        devices.pull();

        assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(model.problem()).contains(new Problem("voice.lost", ""));
        assertThat(model.phase()).isEqualTo(Phase.OFF);
    }

    @Test
    void switched_off_nothing_is_heard_any_more() {
        model.toggle();

        model.toggle();
        voices.tell(new VoiceEvent.Partial("too late"));

        assertThat(voices.closes).isEqualTo(1);
        assertThat(model.phase()).isEqualTo(Phase.OFF);
        assertThat(model.words()).isEmpty();
    }

    private List<String> texts() {
        return window.bubbles().stream().map(Bubble::text).toList();
    }

    private static final class Kept implements Appearance.Memory {
        private final Map<String, String> values = new HashMap<>();

        @Override
        public String read(String key, String otherwise) {
            return values.getOrDefault(key, otherwise);
        }

        @Override
        public void write(String key, String value) {
            values.put(key, value);
        }
    }

    private final class Parts implements Engine {
        private final FakeEngine stored = new FakeEngine();
        private boolean talks = true;
        private Turn turn;

        Turn turn() {
            return turn;
        }

        @Override
        public Optional<Conversations> conversations() {
            return Optional.of(new Conversations() {
                @Override
                public Turn start(TurnRequest request, Consumer<? super TurnEvent> listener) {
                    turn = stored.start(request, listener);
                    return turn;
                }

                @Override
                public boolean interrupt(String personId, String sessionId) {
                    return false;
                }
            });
        }

        @Override
        public Optional<History> history() {
            return Optional.empty();
        }

        @Override
        public Optional<Notices> notices() {
            return Optional.empty();
        }

        @Override
        public Optional<Skills> skills() {
            return Optional.empty();
        }

        @Override
        public boolean canTalk() {
            return talks;
        }

        @Override
        public Optional<VoiceSessions> voices() {
            return Optional.<VoiceSessions>of(voices).filter(unused -> talks);
        }

        @Override
        public Optional<SpeechTexts> speechTexts() {
            return Optional.of((problem, reader) -> reader.code() + " " + problem.code());
        }

        @Override
        public void listen(Runnable changed) {}
    }
}
