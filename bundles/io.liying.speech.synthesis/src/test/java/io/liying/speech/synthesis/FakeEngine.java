package io.liying.speech.synthesis;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.voice.Prosody;
import io.liying.speech.api.voice.SpeechMark;
import io.liying.speech.api.voice.SpeechSink;
import io.liying.speech.api.voice.SpeechSynthesizer;
import io.liying.speech.api.voice.Voice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Says each word as ten milliseconds of a constant; fails where it is told to. */
final class FakeEngine implements SpeechSynthesizer {

    private static final int WORD_MILLISECONDS = 10;

    final List<String> said = new CopyOnWriteArrayList<>();
    final List<Prosody> manners = new CopyOnWriteArrayList<>();
    private final String id;
    private final int rate;
    private final boolean marks;
    private int failAfterWords = Integer.MAX_VALUE;

    FakeEngine(String id, int rate, boolean marks) {
        this.id = id;
        this.rate = rate;
        this.marks = marks;
    }

    FakeEngine failingAfter(int words) {
        failAfterWords = words;
        return this;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<Voice> voices() {
        return Stream.of(Language.values())
                .flatMap(language -> Stream.of("a", "b")
                        .map(name -> new Voice(
                                id + "/" + language.code() + name,
                                id,
                                language,
                                Voice.Gender.NEUTRAL,
                                Voice.Quality.CLEAR)))
                .toList();
    }

    @Override
    public void synthesize(String text, Voice voice, Prosody prosody, SpeechSink sink)
            throws SpeechException, InterruptedException {
        said.add(voice.id() + ": " + text);
        manners.add(prosody);
        int position = 0;
        int words = 0;
        for (String word : text.split(" ", -1)) {
            if (words == failAfterWords) {
                throw new SpeechException("speech.failed", Map.of("engine", id));
            }
            if (marks) {
                sink.mark(new SpeechMark(
                        SpeechMark.Kind.WORD, word, position, Duration.ofMillis((long) words * WORD_MILLISECONDS)));
            }
            short[] samples = new short[rate * WORD_MILLISECONDS / 1000];
            java.util.Arrays.fill(samples, (short) 1000);
            sink.sound(new Audio(rate, samples));
            position += word.length() + 1;
            words++;
        }
    }
}
