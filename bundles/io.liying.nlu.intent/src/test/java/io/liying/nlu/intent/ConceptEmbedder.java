package io.liying.nlu.intent;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.SentenceEmbedder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Knows which English words mean the same; other words have no meaning to it. */
final class ConceptEmbedder implements SentenceEmbedder {

    private static final Map<String, Integer> CONCEPTS = Map.ofEntries(
            Map.entry("wake", 0),
            Map.entry("alarm", 0),
            Map.entry("rouse", 0),
            Map.entry("awaken", 0),
            Map.entry("song", 1),
            Map.entry("music", 1),
            Map.entry("tune", 1),
            Map.entry("melody", 1),
            Map.entry("light", 2),
            Map.entry("lamp", 2),
            Map.entry("bulb", 2),
            Map.entry("lantern", 2));

    final CountDownLatch asked = new CountDownLatch(1);
    volatile boolean ready = true;

    @Override
    public Optional<String> model(Language language) {
        return language == Language.ENGLISH ? Optional.of("concepts") : Optional.empty();
    }

    @Override
    public List<float[]> embed(List<String> sentences, Language language) {
        asked.countDown();
        return sentences.stream().map(ConceptEmbedder::vector).toList();
    }

    @Override
    public Optional<float[]> embedNow(String sentence, Language language) {
        return ready ? Optional.of(vector(sentence)) : Optional.empty();
    }

    private static float[] vector(String sentence) {
        float[] vector = new float[4];
        for (String word : sentence.toLowerCase(Locale.ROOT).split("\\W+")) {
            vector[CONCEPTS.getOrDefault(word, 3)] = 1;
        }
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }
}
