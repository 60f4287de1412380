package io.liying.bench;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.IntentResult;
import io.liying.nlu.embedding.OnnxSentenceEmbedder;
import io.liying.nlu.intent.LinearIntentTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What the benchmark "nlu-latency" measures: 150 intents of our own making, as many as CLINC150 has. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class NluCosts {

    private static final List<String> ACTIONS =
            List.of("show", "start", "stop", "change", "delete", "find", "share", "explain", "count", "repeat");
    private static final List<String> THINGS = List.of(
            "timer",
            "alarm",
            "invoice",
            "recipe",
            "photo",
            "song",
            "meeting",
            "flight",
            "parcel",
            "password",
            "contract",
            "lamp",
            "heating",
            "playlist",
            "holiday");
    private static final List<String> FRAMES = List.of(
            "please %s the %s",
            "can you %s my %s for me",
            "%s %s",
            "i would like to %s that %s now",
            "could somebody %s the last %s from yesterday");

    /** Not among the examples, and far from certain. */
    private static final String TEXT = "would you kindly alter the melody that i was given this morning";

    private final Path folder = temporary();
    private final OnnxSentenceEmbedder embedder = OnnxSentenceEmbedder.of(folder, 64, 0);
    private final IntentModel words =
            LinearIntentTrainer.of(0.5, Optional.empty()).trainFully(examples());
    private final IntentModel meaning =
            LinearIntentTrainer.of(0.5, Optional.of(embedder)).trainFully(examples());

    /** By n-grams alone. */
    @Benchmark
    public IntentResult words() {
        return words.classify(TEXT, Language.ENGLISH);
    }

    /** By n-grams, and since they are not certain by the network too. */
    @Benchmark
    public IntentResult meaning() {
        return meaning.classify(TEXT, Language.ENGLISH);
    }

    /** The network alone. */
    @Benchmark
    public Optional<float[]> network() {
        return embedder.embedNow(TEXT, Language.ENGLISH);
    }

    @TearDown
    public void end() throws IOException {
        embedder.close();
        Bench.delete(folder);
    }

    private static List<IntentExamples> examples() {
        List<IntentExamples> examples = new ArrayList<>();
        for (String action : ACTIONS) {
            for (String thing : THINGS) {
                List<String> phrases = FRAMES.stream()
                        .map(frame -> frame.formatted(action, thing))
                        .toList();
                examples.add(new IntentExamples(thing + "." + action, Map.of(Language.ENGLISH, phrases)));
            }
        }
        return examples;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("liying-nlu");
        } catch (IOException failure) {
            throw new IllegalStateException("there is no folder for temporary files", failure);
        }
    }
}
