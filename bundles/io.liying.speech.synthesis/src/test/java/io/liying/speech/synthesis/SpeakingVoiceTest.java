package io.liying.speech.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.memory.api.Memory;
import io.liying.memory.api.Speaking;
import io.liying.nlu.api.LanguageGuess;
import io.liying.speech.api.voice.Prosody;
import io.liying.speech.api.voice.Speech;
import io.liying.speech.api.voice.SpeechEvent;
import io.liying.speech.api.voice.SpeechRequest;
import io.liying.testkit.Configurations;
import io.liying.testkit.ManualClock;
import io.liying.testkit.PersonMemoryFake;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(20)
class SpeakingVoiceTest {

    private final List<SpeechEvent> events = new CopyOnWriteArrayList<>();

    private static SpeakingVoice voice(Map<String, Object> configuration, FakeEngine... engines) {
        SpeakingVoice voice = new SpeakingVoice(
                Configurations.with(SynthesisConfig.class, configuration),
                new MessageFiles(),
                () -> Language.ENGLISH,
                ManualClock.at("2026-11-21T12:00:00Z[UTC]"));
        for (FakeEngine engine : engines) {
            voice.addSynthesizer(engine);
        }
        return voice;
    }

    private static SpeechRequest english() {
        return SpeechRequest.in(Language.ENGLISH, "owner");
    }

    private SpeechEvent say(SpeakingVoice voice, SpeechRequest request, String... deltas) throws Exception {
        Speech speech = voice.begin(request, events::add);
        for (String delta : deltas) {
            speech.add(delta);
        }
        speech.end();
        return speech.outcome().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private List<String> sentences() {
        return events.stream()
                .filter(SpeechEvent.Sentence.class::isInstance)
                .map(event -> ((SpeechEvent.Sentence) event).spoken())
                .toList();
    }

    private long samples() {
        return events.stream()
                .filter(SpeechEvent.Sound.class::isInstance)
                .mapToLong(event -> ((SpeechEvent.Sound) event).audio().samples().length)
                .sum();
    }

    @Test
    void the_first_clause_is_spoken_while_the_rest_is_being_written() throws Exception {
        CountDownLatch heard = new CountDownLatch(1);
        SpeakingVoice voice = voice(Map.of(), new FakeEngine("one", 16_000, false));
        Speech speech = voice.begin(english(), event -> {
            events.add(event);
            if (event instanceof SpeechEvent.Sound) {
                heard.countDown();
            }
        });

        speech.add("Your timer for 5 minutes is set, and ");
        assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
        speech.add("it rings at 14:30. Bye!");
        speech.end();

        assertThat(speech.outcome().toCompletableFuture().get(10, TimeUnit.SECONDS))
                .isEqualTo(new SpeechEvent.Ended(false));
        assertThat(sentences())
                .containsExactly("Your timer for five minutes is set,", "and it rings at two thirty p m.", "Bye!");
    }

    @Test
    void the_next_engine_goes_on_with_the_word_at_which_one_failed() throws Exception {
        FakeEngine first = new FakeEngine("a", 16_000, true).failingAfter(2);
        FakeEngine second = new FakeEngine("b", 8_000, false);

        say(voice(Map.of("synthesizers", new String[] {"a"}), first, second), english(), "One two three four.");

        assertThat(first.said).containsExactly("a/ena: One two three four.");
        assertThat(second.said).containsExactly("b/ena: two three four.");
        assertThat(samples()).isEqualTo(5 * 160);
        assertThat(events.stream()
                        .filter(SpeechEvent.Sound.class::isInstance)
                        .map(event -> ((SpeechEvent.Sound) event).audio().sampleRate())
                        .distinct())
                .containsExactly(16_000);
    }

    @Test
    void without_marks_the_whole_sentence_is_said_again_and_the_engine_rests() throws Exception {
        FakeEngine first = new FakeEngine("a", 16_000, false).failingAfter(1);
        FakeEngine second = new FakeEngine("b", 16_000, false);
        SpeakingVoice voice = voice(Map.of("synthesizers", new String[] {"a", "b"}), first, second);

        say(voice, english(), "One two. Three.");
        say(voice, english(), "Four.");

        assertThat(first.said).containsExactly("a/ena: One two.");
        assertThat(second.said).containsExactly("b/ena: One two.", "b/ena: Three.", "b/ena: Four.");
    }

    @Test
    void when_all_engines_fail_the_speech_says_so() throws Exception {
        SpeechEvent last =
                say(voice(Map.of(), new FakeEngine("a", 16_000, false).failingAfter(0)), english(), "Hello.");

        assertThat(last)
                .isInstanceOfSatisfying(
                        SpeechEvent.Failed.class,
                        failed -> assertThat(failed.problem().code()).isEqualTo("speech.failed"));
    }

    @Test
    void a_closed_speech_stops_while_it_is_being_listened_to() throws Exception {
        CountDownLatch speaking = new CountDownLatch(1);
        FakeEngine engine = new FakeEngine("a", 16_000, false);
        Speech speech = voice(Map.of(), engine).begin(english(), event -> {
            if (event instanceof SpeechEvent.Sound) {
                speaking.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException closed) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        speech.add("One two three. Four five six.");
        speech.end();
        assertThat(speaking.await(10, TimeUnit.SECONDS)).isTrue();

        speech.close();

        assertThat(speech.outcome().toCompletableFuture().get(10, TimeUnit.SECONDS))
                .isEqualTo(new SpeechEvent.Ended(true));
        assertThat(engine.said).hasSize(1);
        assertThat(speech.add("more")).isFalse();
    }

    @Test
    void the_wanted_voice_comes_before_the_persons_and_that_before_the_configured_one() throws Exception {
        FakeEngine engine = new FakeEngine("a", 16_000, false);
        SpeakingVoice voice = voice(Map.of("voices", new String[] {"de=a/deb", "anna/de=a/dea", "en=a/enb"}), engine);

        say(voice, SpeechRequest.in(Language.GERMAN, "owner"), "Eins.");
        say(voice, SpeechRequest.in(Language.GERMAN, "anna"), "Zwei.");
        say(
                voice,
                new SpeechRequest("anna", Optional.of(Language.GERMAN), Optional.of("a/deb"), Prosody.NORMAL),
                "Drei.");

        assertThat(engine.said).containsExactly("a/deb: Eins.", "a/dea: Zwei.", "a/deb: Drei.");
    }

    @Test
    void a_person_is_spoken_to_as_she_likes_it_in_each_language() throws Exception {
        PersonMemoryFake memory = new PersonMemoryFake();
        memory.prefer(
                "anna",
                kept -> kept.withSpeaking(Language.GERMAN, new Speaking(Optional.of("a/deb"), 0.5, 0.5, 1.5))
                        .withSpeaking(Language.ENGLISH, new Speaking(Optional.of("gone/en"), 1, 1, 1)));
        FakeEngine engine = new FakeEngine("a", 16_000, false);
        SpeakingVoice voice = voice(Map.of("voices", new String[] {"de=a/dea"}), engine);
        voice.setMemory(memory);

        say(voice, SpeechRequest.in(Language.GERMAN, "anna"), "Eins.");
        say(voice, SpeechRequest.in(Language.ENGLISH, "anna"), "Two.");
        say(voice, SpeechRequest.in(Language.GERMAN, "owner"), "Drei.");
        say(
                voice,
                new SpeechRequest("anna", Optional.of(Language.GERMAN), Optional.of("a/dea"), new Prosody(2, 1, 1)),
                "Vier.");

        assertThat(engine.said).containsExactly("a/deb: Eins.", "a/ena: Two.", "a/dea: Drei.", "a/dea: Vier.");
        assertThat(engine.manners)
                .containsExactly(new Prosody(0.5, 1, 1.5), Prosody.NORMAL, Prosody.NORMAL, new Prosody(2, 1, 1.5));
        assertThat(events.stream()
                        .filter(SpeechEvent.Sound.class::isInstance)
                        .map(event -> ((SpeechEvent.Sound) event).audio().samples()[0]))
                .as("the volume is the engine's no matter")
                .containsExactly((short) 500, (short) 1000, (short) 1000, (short) 500);
    }

    @Test
    void a_memory_that_fails_leaves_the_voice_as_it_is() throws Exception {
        FakeEngine engine = new FakeEngine("a", 16_000, false);
        SpeakingVoice voice = voice(Map.of(), engine);
        voice.setMemory((Memory) Proxy.newProxyInstance(
                Memory.class.getClassLoader(), new Class<?>[] {Memory.class}, (proxy, method, arguments) -> {
                    throw new IllegalStateException("the database is closed");
                }));

        say(voice, english(), "One.");

        assertThat(engine.said).containsExactly("a/ena: One.");
    }

    @Test
    void the_detected_language_wins() throws Exception {
        FakeEngine engine = new FakeEngine("a", 16_000, false);
        SpeakingVoice voice = voice(Map.of(), engine);
        voice.setDetector(
                (text, expected) -> LanguageGuess.certain(text.contains("Uhr") ? Language.GERMAN : Language.ENGLISH));

        say(
                voice,
                new SpeechRequest("owner", Optional.empty(), Optional.of("a/ena"), Prosody.NORMAL),
                "Es ist 14:30 Uhr. Am 3. ",
                "Mai auch.");

        assertThat(engine.said).containsExactly("a/dea: Es ist vierzehn Uhr dreißig.", "a/dea: Am dritten Mai auch.");
    }

    @Test
    void what_is_said_again_is_not_synthesised_again() throws Exception {
        FakeEngine engine = new FakeEngine("a", 16_000, true);
        SpeakingVoice voice = voice(Map.of(), engine);

        say(voice, english(), "One two.");
        long once = samples();
        say(voice, english(), "One two.");

        assertThat(engine.said).hasSize(1);
        assertThat(samples()).isEqualTo(2 * once);
    }

    @Test
    void kept_sound_stays_within_its_bounds() {
        SoundCache cache = new SoundCache(1000);
        for (int index = 0; index < 50; index++) {
            var audio = new io.liying.speech.api.Audio(16_000, new short[100]);
            cache.keep(new SoundCache.Key("v", 1, 1, "s" + index), new SoundCache.Sound(List.of(audio), List.of()));
        }

        assertThat(cache.bytes()).isEqualTo(1000);
        assertThat(cache.find(new SoundCache.Key("v", 1, 1, "s49"))).isPresent();
        assertThat(cache.find(new SoundCache.Key("v", 1, 1, "s0"))).isEmpty();
        cache.resize(0);
        assertThat(cache.bytes()).isZero();
    }

    @Test
    void an_unknown_voice_a_missing_one_and_too_many_speeches_are_refused() throws Exception {
        SpeakingVoice voice = voice(Map.of("max_speeches", 1), new FakeEngine("a", 16_000, false));
        SpeechRequest unknown =
                new SpeechRequest("owner", Optional.of(Language.ENGLISH), Optional.of("x/y"), Prosody.NORMAL);

        assertThatThrownBy(() -> voice.begin(unknown, events::add)).hasMessageContaining("voice.unknown{voice=x/y}");
        assertThatThrownBy(() -> voice(Map.of()).begin(english(), events::add))
                .hasMessageContaining("voice.none{language=en}");
        Speech first = voice.begin(english(), events::add);
        assertThatThrownBy(() -> voice.begin(english(), events::add)).hasMessageContaining("speech.busy{limit=1}");
        first.close();
        first.outcome().toCompletableFuture().get(10, TimeUnit.SECONDS);
        assertThat(say(voice, english(), "Free again.")).isEqualTo(new SpeechEvent.Ended(false));
    }

    @Test
    void a_wrong_configuration_says_what_is_wrong() {
        assertThatThrownBy(() -> voice(Map.of("voices", new String[] {"english: x"})))
                .hasMessage("speech.voices: \"english: x\" is not like en=espeak/en-us+f3 or owner/en=espeak/en-us+f3");
    }

    @Test
    void volume_is_applied_without_overflow() throws Exception {
        say(
                voice(Map.of(), new FakeEngine("a", 16_000, false)),
                new SpeechRequest("owner", Optional.of(Language.ENGLISH), Optional.empty(), new Prosody(1, 2, 1)),
                "One.");

        assertThat(events.stream()
                        .filter(SpeechEvent.Sound.class::isInstance)
                        .map(event -> ((SpeechEvent.Sound) event).audio().samples()[0]))
                .containsExactly((short) 2000);
    }
}
