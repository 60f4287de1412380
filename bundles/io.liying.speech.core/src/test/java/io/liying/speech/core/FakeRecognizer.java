package io.liying.speech.core;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.RecognitionResult;
import io.liying.speech.api.RecognizedWord;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.SpeechRecognizer;
import io.liying.speech.api.Vocabulary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Hears what it is told to hear. */
final class FakeRecognizer implements SpeechRecognizer {

    final List<Vocabulary> vocabularies = new CopyOnWriteArrayList<>();
    final List<Integer> heardSamples = new CopyOnWriteArrayList<>();
    volatile CountDownLatch mayFinish = new CountDownLatch(0);
    volatile boolean broken;
    volatile boolean stopgap;
    volatile int open;

    private final String id;
    private final Set<Language> languages;
    private final String text;
    private final double confidence;

    FakeRecognizer(String id, Language language, String text, double confidence) {
        this.id = id;
        this.languages = Set.of(language);
        this.text = text;
        this.confidence = confidence;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Set<Language> languages() {
        return languages;
    }

    @Override
    public boolean stopgap() {
        return stopgap;
    }

    @Override
    public boolean followsGrammar(Language language) {
        return true;
    }

    @Override
    public Stream open(Language language, Vocabulary vocabulary, Consumer<String> partial) {
        vocabularies.add(vocabulary);
        open++;
        return new Stream() {
            private int samples;

            @Override
            public void accept(Audio sound) throws SpeechException {
                if (broken) {
                    throw new SpeechException("engine.gone", Map.of("engine", id));
                }
                if (samples == 0) {
                    partial.accept(text);
                }
                samples += sound.samples().length;
            }

            @Override
            public RecognitionResult finish() throws SpeechException {
                try {
                    mayFinish.await();
                } catch (InterruptedException stopped) {
                    throw new SpeechException("engine.failed", Map.of("engine", id), stopped);
                }
                heardSamples.add(samples);
                return new RecognitionResult(text, confidence, words(), List.of());
            }

            @Override
            public void close() {
                open--;
            }
        };
    }

    private List<RecognizedWord> words() {
        List<RecognizedWord> words = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            Duration start = Duration.ofMillis(100 * words.size());
            words.add(new RecognizedWord(word, start, start.plusMillis(100), confidence));
        }
        return text.isEmpty() ? List.of() : words;
    }
}
