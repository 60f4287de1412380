package io.liying.speech.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.Hearing;
import io.liying.speech.api.HearingEvent;
import io.liying.speech.api.HearingOptions;
import io.liying.speech.api.SpeechException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ListeningTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final FakeRecognizer engine = new FakeRecognizer("engine", Language.ENGLISH, "hello kitchen lights", 0.9);
    private final List<HearingEvent> events = new CopyOnWriteArrayList<>();

    @Test
    void what_happens_is_told_in_order() throws Exception {
        try (Hearing hearing = listen(new Ears(engine))) {
            give(hearing, Ears.sentence());
            assertThat(hearing.finish(LIMIT)).isTrue();
        }

        assertThat(names())
                .containsExactlyInAnyOrder("SpeechStarted", "Partial", "SpeechEnded", "Heard")
                .startsWith("SpeechStarted")
                .endsWith("Heard");
        assertThat(heard()).containsExactly("hello kitchen lights");
    }

    @Test
    void a_whole_command_ends_after_a_short_pause() throws Exception {
        List<String> looked = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch told = new CountDownLatch(1);
        Ears ears = new Ears(engine);
        try (Hearing hearing = ears.recognition.listen(HearingOptions.DEFAULT.in(Language.ENGLISH), event -> {
            events.add(event);
            if (event instanceof HearingEvent.Heard) {
                told.countDown();
            }
        })) {
            hearing.endEarly(Duration.ofMillis(200), text -> {
                looked.add(text);
                return true;
            });
            give(hearing, Ears.speech(1000));
            assertThat(looked).isEmpty();
            awaitPartial();
            give(hearing, Ears.silence(300)); // the usual pause is 800 ms

            assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(looked).containsExactly("hello kitchen lights");
        assertThat(heard()).containsExactly("hello kitchen lights");
    }

    @Test
    void what_is_no_whole_command_and_an_answer_to_a_question_wait_for_the_whole_pause() throws Exception {
        List<String> looked = Collections.synchronizedList(new ArrayList<>());
        try (Hearing hearing = listen(new Ears(engine))) {
            hearing.endEarly(Duration.ofMillis(200), text -> {
                looked.add(text);
                return false;
            });
            give(hearing, Ears.speech(1000));
            awaitPartial();
            give(hearing, Ears.silence(300));
            give(hearing, Ears.speech(500));
            give(hearing, Ears.silence(900));
            hearing.asked();
            give(hearing, Ears.speech(500));
            give(hearing, Ears.silence(1000));
            assertThat(names()).filteredOn("SpeechEnded"::equals).hasSizeLessThanOrEqualTo(1);
            assertThat(hearing.finish(LIMIT)).isTrue();
        }

        assertThat(looked).containsExactly("hello kitchen lights");
        assertThat(heard()).hasSize(2);
    }

    /** The first text so far comes from the engine's own thread. */
    private void awaitPartial() {
        while (!names().contains("Partial")) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_recognizer_that_is_swapped_while_somebody_speaks_loses_no_word() throws Exception {
        FakeRecognizer next = new FakeRecognizer("engine", Language.ENGLISH, "hello kitchen lights", 0.9);
        Ears ears = new Ears(engine);
        try (Hearing hearing = listen(ears)) {
            give(hearing, Ears.speech(1000));
            engine.broken = true;
            ears.engines.remove(engine);
            ears.engines.add(next);
            give(hearing, Ears.speech(1000));
            give(hearing, Ears.silence(1000));
            assertThat(hearing.finish(LIMIT)).isTrue();
        }

        assertThat(heard()).containsExactly("hello kitchen lights");
        assertThat(next.heardSamples)
                .singleElement()
                .satisfies(samples -> assertThat(samples).isGreaterThanOrEqualTo(16 * 2000));
    }

    @Test
    void a_recognizer_that_goes_away_finishes_the_utterance_that_it_hears() throws Exception {
        Ears ears = new Ears(engine);
        try (Hearing hearing = listen(ears)) {
            give(hearing, Ears.speech(1000));
            ears.engines.remove(engine);
            give(hearing, Ears.silence(1000));
            assertThat(hearing.finish(LIMIT)).isTrue();
        }

        assertThat(heard()).containsExactly("hello kitchen lights");
    }

    @Test
    void nothing_is_heard_until_the_wake_word() throws Exception {
        FakeRecognizer deaf = new FakeRecognizer("engine", Language.ENGLISH, "something else", 0.9);
        try (Hearing hearing = listen(new Ears(LIMIT, List.of("hello kitchen"), List.of(), deaf))) {
            give(hearing, Ears.sentence());
            assertThat(hearing.finish(LIMIT)).isTrue();
        }

        assertThat(events).isEmpty();
    }

    @Test
    void what_follows_the_wake_word_in_the_same_breath_is_heard() throws Exception {
        try (Hearing hearing = listen(new Ears(LIMIT, List.of("Hello, kitchen!"), List.of(), engine))) {
            give(hearing, Ears.sentence());
            assertThat(hearing.finish(LIMIT)).isTrue();
        }

        assertThat(names()).containsExactly("WakeWord", "Heard");
    }

    @Test
    void the_wake_word_is_told_once_and_while_the_person_still_speaks() throws Exception {
        CountDownLatch woken = new CountDownLatch(1);
        Ears ears = new Ears(LIMIT, List.of("hello kitchen"), List.of(), engine);
        try (Hearing hearing = ears.recognition.listen(HearingOptions.DEFAULT.in(Language.ENGLISH), event -> {
            events.add(event);
            if (event instanceof HearingEvent.WakeWord) {
                woken.countDown();
            }
        })) {
            give(hearing, Ears.speech(1000));
            assertThat(woken.await(10, TimeUnit.SECONDS)).isTrue();

            give(hearing, Ears.silence(1000));
            assertThat(hearing.finish(LIMIT)).isTrue();
        }
        assertThat(names()).containsExactly("WakeWord", "Heard");
    }

    @Test
    void push_to_talk_ends_an_utterance_at_once() throws Exception {
        try (Hearing hearing = listen(new Ears(engine))) {
            give(hearing, Ears.speech(1000));
            hearing.endUtterance();
            assertThat(hearing.finish(LIMIT)).isTrue();
        }

        assertThat(heard()).hasSize(1);
    }

    @Test
    void a_source_is_held_up_while_engines_are_behind() throws Exception {
        engine.mayFinish = new CountDownLatch(1);
        Hearing hearing = listen(new Ears(engine));
        CountDownLatch given = new CountDownLatch(1);
        Thread source = Thread.startVirtualThread(() -> {
            try {
                for (int i = 0; i < 6; i++) {
                    give(hearing, Ears.sentence());
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            given.countDown();
        });

        while (source.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(given.getCount()).isOne();
        engine.mayFinish.countDown();
        given.await();
        assertThat(hearing.finish(LIMIT)).isTrue();
        hearing.close();

        assertThat(heard()).hasSize(6);
    }

    @Test
    void there_are_only_so_many_sources() throws Exception {
        Ears ears = new Ears(engine);
        Hearing first = listen(ears);
        Hearing second = listen(ears);

        assertThatThrownBy(() -> listen(ears))
                .isInstanceOfSatisfying(
                        SpeechException.class,
                        problem -> assertThat(problem.code()).isEqualTo("sources.full"));
        first.close();
        listen(ears).close();
        second.close();
    }

    @Test
    void what_is_closed_while_somebody_speaks_gives_its_engine_back() throws Exception {
        Hearing hearing = listen(new Ears(engine));
        give(hearing, Ears.speech(1000));

        hearing.close();

        while (engine.open > 0) {
            Thread.onSpinWait();
        }
        assertThat(heard()).isEmpty();
    }

    private Hearing listen(Ears ears) throws SpeechException {
        return ears.recognition.listen(HearingOptions.DEFAULT, events::add);
    }

    /** In packets of 20 ms, as microphones do. */
    private static void give(Hearing hearing, Audio sound) throws InterruptedException {
        for (int at = 0; at < sound.samples().length; at += 320) {
            int end = Math.min(at + 320, sound.samples().length);
            hearing.accept(Audio.heard(java.util.Arrays.copyOfRange(sound.samples(), at, end)));
        }
    }

    private List<String> names() {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    private List<String> heard() {
        return events.stream()
                .filter(HearingEvent.Heard.class::isInstance)
                .map(event -> ((HearingEvent.Heard) event).transcript().text())
                .toList();
    }
}
