package io.liying.speech.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import io.liying.i18n.core.FileMessages;
import io.liying.i18n.core.MessageFiles;
import io.liying.speech.api.Audio;
import io.liying.speech.api.Transcript;
import io.liying.speech.api.voice.Prosody;
import io.liying.speech.api.voice.VoiceEvent;
import io.liying.speech.api.voice.VoiceSession;
import io.liying.speech.api.voice.VoiceSettings;
import io.liying.speech.api.voice.VoiceSettings.Mode;
import io.liying.testkit.Configurations;
import io.liying.testkit.ManualClock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(20)
class TalkSessionTest {

    private static final FileMessages MESSAGES = (FileMessages) new MessageFiles().of(SpokenConversations.class);

    private final FakeEars ears = new FakeEars();
    private final FakeSpeech speech = new FakeSpeech();
    private final FakeTurns turns = new FakeTurns();
    private final FakeRecordings recordings = new FakeRecordings();
    private final AtomicLong nanos = new AtomicLong();
    private final BlockingQueue<VoiceEvent> events = new LinkedBlockingQueue<>();
    private final SpokenConversations house = new SpokenConversations(
            Configurations.with(TalkConfig.class, Map.of("conversation_max", 2)),
            new Senses(
                    ears,
                    speech,
                    () -> Language.ENGLISH,
                    Commands.complete(),
                    recordings,
                    ManualClock.at("2026-11-21T12:00:00Z[UTC]")),
            turns,
            turns,
            MESSAGES,
            nanos::get);

    private VoiceSession open(Mode mode) throws Exception {
        return house.open(
                new VoiceSettings("owner", Optional.empty(), Optional.empty(), Optional.empty(), Prosody.NORMAL, mode),
                events::add);
    }

    private <T extends VoiceEvent> T await(Class<T> type) throws InterruptedException {
        while (true) {
            VoiceEvent event = events.poll(10, TimeUnit.SECONDS);
            assertThat(event).as("a " + type.getSimpleName()).isNotNull();
            if (type.isInstance(event)) {
                return type.cast(event);
            }
        }
    }

    /** LiYing says three sentences of a second each; the first one and a half were heard. */
    private void speakAnswer() throws InterruptedException {
        ears.says("tell me a story", Language.ENGLISH);
        turns.understands();
        turns.writes("Once upon a time. ");
        await(VoiceEvent.Sound.class);
        turns.writes("There was a king. ");
        await(VoiceEvent.Sound.class);
        turns.writes("He was old.");
        await(VoiceEvent.Sound.class);
        turns.completes("Once upon a time. There was a king. He was old.", false);
        nanos.addAndGet(Duration.ofMillis(1500).toNanos());
    }

    @ParameterizedTest
    @CsvSource({
        "KOREAN, 지금 몇 시야",
        "ENGLISH, what time is it",
        "CHINESE, 现在几点",
        "JAPANESE, 今何時",
        "SPANISH, qué hora es",
        "FRENCH, quelle heure est-il",
        "GERMAN, wie spät ist es"
    })
    void what_is_said_becomes_a_turn_whose_answer_is_spoken(Language language, String words) throws Exception {
        open(Mode.STOP_AND_LISTEN);

        ears.says(words, language);
        turns.understands();
        turns.writes("Answer.");
        turns.completes("Answer.", true);

        assertThat(await(VoiceEvent.Heard.class).transcript().text()).isEqualTo(words);
        assertThat(turns.said()).isEqualTo(words);
        assertThat(turns.requests.getLast().language()).contains(language);
        assertThat(await(VoiceEvent.Speaking.class))
                .isEqualTo(new VoiceEvent.Speaking("t1", "Answer.", FakeSpeech.RATE));
        await(VoiceEvent.Sound.class);
        assertThat(await(VoiceEvent.Spoken.class).turnId()).isEqualTo("t1");
        assertThat(ears.questions).hasValue(1);
    }

    @Test
    void the_end_of_a_whole_command_is_not_waited_for_as_long_as_that_of_others() throws Exception {
        open(Mode.STOP_AND_LISTEN);

        assertThat(ears.earlyPause).isEqualTo(Duration.ofMillis(220));
        assertThat(ears.early.test("set a timer for five minutes")).isTrue();
        assertThat(ears.early.test("set a timer for")).isFalse();
    }

    @Test
    void speech_is_spoken_while_the_answer_is_being_written() throws Exception {
        open(Mode.STOP_AND_LISTEN);
        ears.says("hello", Language.ENGLISH);
        turns.understands();

        turns.writes("First. ");

        assertThat(await(VoiceEvent.Speaking.class).text()).isEqualTo("First. ");
    }

    @Test
    void talking_over_the_answer_stops_it_and_keeps_what_was_heard() throws Exception {
        open(Mode.STOP_AND_LISTEN);
        speakAnswer();

        ears.begins();

        VoiceEvent.Hush hush = await(VoiceEvent.Hush.class);
        assertThat(hush.heard()).isEqualTo("Once upon a time. There was");
        await(VoiceEvent.SpeechStarted.class);
        assertThat(turns.heard).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("Once upon a time. There was");
            assertThat(message.turnId()).isEqualTo("t1");
            assertThat(message.sessionId()).isEqualTo("s1");
            assertThat(message.timings()).containsEntry("heard", Duration.ofMillis(1500));
        });
    }

    @Test
    void the_doors_report_counts_more_than_the_clock() throws Exception {
        VoiceSession session = open(Mode.STOP_AND_LISTEN);
        speakAnswer();

        session.played(Duration.ofMillis(500));
        ears.begins();

        assertThat(await(VoiceEvent.Hush.class).heard()).isEqualTo("Once upon");
    }

    @Test
    void the_turn_behind_the_sound_is_ended_too() throws Exception {
        open(Mode.STOP_AND_LISTEN);
        ears.says("tell me a story", Language.ENGLISH);
        turns.understands();
        turns.writes("Once upon a time. ");
        await(VoiceEvent.Sound.class);

        ears.begins();

        await(VoiceEvent.Hush.class);
        assertThat(turns.interrupted).containsExactly("t1");
        turns.writes("More.");
        assertThat(speech.said).containsExactly("Once upon a time. ");
    }

    @Test
    void a_finished_answer_is_not_interrupted() throws Exception {
        open(Mode.STOP_AND_LISTEN);
        speakAnswer();
        await(VoiceEvent.Spoken.class);
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());

        ears.begins();

        await(VoiceEvent.SpeechStarted.class);
        assertThat(turns.heard).isEmpty();
    }

    @Test
    void when_it_finishes_first_only_a_stop_word_is_heard() throws Exception {
        open(Mode.FINISH_THEN_LISTEN);
        speakAnswer();

        ears.says("what else", Language.ENGLISH);
        assertThat(turns.requests).hasSize(1);

        ears.says("Stop!", Language.ENGLISH);
        await(VoiceEvent.Hush.class);
        assertThat(await(VoiceEvent.StopWord.class).text()).isEqualTo("Stop!");
        assertThat(turns.requests).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "KOREAN, 그만",
        "ENGLISH, be quiet",
        "CHINESE, 别说了",
        "JAPANESE, 止めて",
        "SPANISH, basta",
        "FRENCH, tais-toi",
        "GERMAN, sei still"
    })
    void a_stop_word_stops_in_every_mode_and_begins_no_turn(Language language, String word) throws Exception {
        for (Mode mode : Mode.values()) {
            try (VoiceSession session = open(mode)) {
                turns.requests.clear();
                speakAnswer();

                ears.begins();
                ears.partly(word);
                await(VoiceEvent.Hush.class);
                ears.hears(word, language, Transcript.Certainty.SURE);

                await(VoiceEvent.StopWord.class);
                assertThat(turns.requests).hasSize(1);
            }
        }
    }

    @Test
    void a_stop_word_while_nothing_is_said_is_a_turn() throws Exception {
        open(Mode.STOP_AND_LISTEN);

        ears.says("stop", Language.ENGLISH);

        assertThat(turns.said()).isEqualTo("stop");
    }

    @Test
    void with_push_to_talk_only_what_is_said_while_the_button_is_pressed_is_heard() throws Exception {
        VoiceSession session = open(Mode.PUSH_TO_TALK);
        Audio frame = Audio.heard(new short[512]);

        session.hear(frame);
        assertThat(ears.frames).hasValue(0);
        session.press();
        session.hear(frame);
        session.release();
        session.hear(frame);

        assertThat(ears.frames).hasValue(1);
        assertThat(ears.ends).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"KOREAN", "ENGLISH", "CHINESE", "JAPANESE", "SPANISH", "FRENCH", "GERMAN"})
    void what_is_too_uncertain_is_asked_back(Language language) throws Exception {
        open(Mode.STOP_AND_LISTEN);

        ears.says("mumble", language, Transcript.Certainty.UNSURE);

        assertThat(await(VoiceEvent.Unheard.class).text()).isEqualTo("mumble");
        assertThat(await(VoiceEvent.Speaking.class).text()).isEqualTo(MESSAGES.text(language, "unsure"));
        assertThat(turns.requests).isEmpty();
    }

    @Test
    void a_failed_turn_is_spoken_and_a_notice_waits_for_the_end_of_an_answer() throws Exception {
        VoiceSession session = open(Mode.STOP_AND_LISTEN);
        ears.says("hello", Language.ENGLISH);
        turns.understands();

        session.say("Your timer rings.", Language.ENGLISH);
        turns.fails("That took too long.");

        assertThat(await(VoiceEvent.Speaking.class).text()).isEqualTo("That took too long.");
        assertThat(await(VoiceEvent.Speaking.class).text()).isEqualTo("Your timer rings.");
    }

    @Test
    void sound_is_given_out_only_a_while_before_it_is_played() throws Exception {
        open(Mode.STOP_AND_LISTEN);
        ears.says("count", Language.ENGLISH);
        turns.understands();
        for (int index = 0; index < 10; index++) {
            turns.writes(index + ". ");
        }
        for (int index = 0; index < 5; index++) {
            await(VoiceEvent.Sound.class);
        }
        while (speech.said.size() < 6) {
            Thread.onSpinWait(); // the voice has begun with the sixth second, and waits
        }
        assertThat(events).noneMatch(VoiceEvent.Sound.class::isInstance);

        nanos.addAndGet(Duration.ofSeconds(3).toNanos());

        await(VoiceEvent.Sound.class);
    }

    @Test
    void no_more_conversations_than_allowed_and_a_closed_one_makes_room() throws Exception {
        VoiceSession first = open(Mode.STOP_AND_LISTEN);
        open(Mode.STOP_AND_LISTEN);

        assertThatThrownBy(() -> open(Mode.STOP_AND_LISTEN)).hasMessageContaining("conversation.busy{limit=2}");
        first.close();
        open(Mode.STOP_AND_LISTEN);
    }

    @Test
    void what_is_understood_can_be_kept_as_sound() throws Exception {
        open(Mode.STOP_AND_LISTEN);
        speakAnswer();
        ears.says("stop", Language.ENGLISH);
        ears.says("mumble", Language.ENGLISH, Transcript.Certainty.UNSURE);

        assertThat(recordings.heard).containsExactly("owner: tell me a story");
    }

    @Test
    void every_language_has_every_text() {
        assertThat(MESSAGES.gaps()).isEmpty();
    }
}
