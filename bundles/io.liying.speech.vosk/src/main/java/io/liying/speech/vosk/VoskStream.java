package io.liying.speech.vosk;

import io.liying.speech.api.Audio;
import io.liying.speech.api.RecognitionResult;
import io.liying.speech.api.RecognitionResult.Alternative;
import io.liying.speech.api.RecognizedWord;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.SpeechRecognizer;
import io.liying.speech.api.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.vosk.Recognizer;

/**
 * One utterance on Vosk. What it is unsure of is heard a second time, from memory: with the phrases that are expected as
 * grammar, and for other readings.
 */
final class VoskStream implements SpeechRecognizer.Stream {

    private static final double SURE = 0.8;
    private static final int READINGS = 5;
    private static final int RATE = Audio.HEARING_RATE;

    /** Partial results cost a lattice each; one every 160 ms is as fast as anybody reads. */
    private static final int PARTIAL_SAMPLES = RATE * 16 / 100;

    private final LoadedModels.Lease model;
    private final Vocabulary vocabulary;
    private final Consumer<String> partial;
    private final Recognizer recognizer;
    private final List<RecognizedWord> words = new ArrayList<>();
    private final List<short[]> sound = new ArrayList<>();
    private String shown = "";
    private int sinceShown;
    private boolean open = true;

    /** @param model is closed with this */
    VoskStream(LoadedModels.Lease model, Vocabulary vocabulary, Consumer<String> partial) throws SpeechException {
        this.model = model;
        this.vocabulary = vocabulary;
        this.partial = partial;
        this.recognizer = vocabulary.use() == Vocabulary.Use.ONLY ? grammar() : recognizer();
    }

    private Recognizer recognizer() throws SpeechException {
        try {
            Recognizer plain = new Recognizer(model.model(), RATE);
            plain.setWords(true);
            return plain;
        } catch (IOException refused) {
            throw new SpeechException("engine.failed", Map.of("engine", VoskRecognizer.ID), refused);
        }
    }

    private Recognizer grammar() {
        Recognizer strict = new Recognizer(model.model(), RATE, VoskJson.grammar(vocabulary.phrases()));
        strict.setWords(true);
        return strict;
    }

    @Override
    public void accept(Audio heard) {
        short[] samples = heard.samples();
        if (samples.length == 0) {
            return;
        }
        sound.add(samples);
        if (recognizer.acceptWaveForm(samples, samples.length)) {
            words.addAll(VoskJson.words(recognizer.getResult()));
            show("");
        } else {
            sinceShown += samples.length;
            if (sinceShown >= PARTIAL_SAMPLES) {
                sinceShown = 0;
                show(VoskJson.partial(recognizer.getPartialResult()));
            }
        }
    }

    private void show(String unfinished) {
        StringBuilder text = new StringBuilder();
        for (RecognizedWord word : words) {
            if (!word.text().equals(VoskJson.UNKNOWN)) {
                text.append(word.text()).append(' ');
            }
        }
        String now = text.append(unfinished).toString().strip();
        if (!now.isEmpty() && !now.equals(shown)) {
            shown = now;
            partial.accept(now);
        }
    }

    @Override
    public RecognitionResult finish() throws SpeechException {
        words.addAll(VoskJson.words(recognizer.getFinalResult()));
        RecognitionResult first = VoskJson.result(words, List.of());
        if (vocabulary.use() == Vocabulary.Use.ONLY || words.isEmpty() || first.confidence() >= SURE) {
            return first;
        }
        RecognitionResult expected = vocabulary.phrases().isEmpty() ? first : again(grammar());
        RecognitionResult better = expected.confidence() > Math.max(first.confidence(), SURE) ? expected : first;
        return VoskJson.result(
                better == first ? words : better.words(),
                readings().stream()
                        .filter(reading -> !reading.text().equals(better.text()))
                        .toList());
    }

    private RecognitionResult again(Recognizer strict) {
        try (strict) {
            List<RecognizedWord> all = new ArrayList<>();
            for (short[] part : sound) {
                if (strict.acceptWaveForm(part, part.length)) {
                    all.addAll(VoskJson.words(strict.getResult()));
                }
            }
            all.addAll(VoskJson.words(strict.getFinalResult()));
            return VoskJson.result(all, List.of());
        }
    }

    private List<Alternative> readings() throws SpeechException {
        try (Recognizer several = recognizer()) {
            several.setMaxAlternatives(READINGS);
            String last = "";
            for (short[] part : sound) {
                if (several.acceptWaveForm(part, part.length)) {
                    last = several.getResult();
                }
            }
            String end = several.getFinalResult();
            List<Alternative> readings = VoskJson.readings(end);
            // Several sentences have readings each; those of the whole utterance exist only if there was one.
            if (!last.isEmpty() && !readings.isEmpty()) {
                return List.of();
            }
            return readings.isEmpty() && !last.isEmpty() ? VoskJson.readings(last) : readings;
        }
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            recognizer.close();
            model.close();
        }
    }
}
