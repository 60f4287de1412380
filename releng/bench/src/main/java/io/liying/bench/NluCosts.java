package io.liying.bench;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.IntentResult;
import io.liying.nlu.api.LanguageGuess;
import io.liying.nlu.embedding.OnnxSentenceEmbedder;
import io.liying.nlu.language.CompactLanguageDetector;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What the benchmark "nlu-latency" measures. Each process makes only what it measures. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class NluCosts {

    /** The property with the folder where the vectors of the examples are, so that each process need not make them. */
    static final String VECTORS = "liying.bench.vectors";

    /** Tells languages apart. */
    @State(Scope.Benchmark)
    public static class Detector {
        final CompactLanguageDetector detector = new CompactLanguageDetector();
        int next;
    }

    /** Knows words alone. */
    @State(Scope.Benchmark)
    public static class Words {
        final IntentModel model = NluFixture.model(Optional.empty());
    }

    /** The networks, loaded. */
    @State(Scope.Benchmark)
    public static class Networks {
        final OnnxSentenceEmbedder embedder = OnnxSentenceEmbedder.of(Path.of(System.getProperty(VECTORS)), 64, 0);

        @Setup
        public void load() {
            // A text whose vectors are remembered would load nothing.
            embedder.embed(List.of(UUID.randomUUID().toString()), Language.ENGLISH);
        }

        @TearDown
        public void end() {
            embedder.close();
        }
    }

    /** Knows words and meaning. */
    @State(Scope.Benchmark)
    public static class Meaning {
        private IntentModel model = NluFixture.model(Optional.empty());

        @Setup
        public void learn(Networks networks) {
            IntentResult ofWords = model.classify(NluFixture.TEXT, Language.ENGLISH);
            model = NluFixture.model(Optional.of(networks.embedder));
            if (model.classify(NluFixture.TEXT, Language.ENGLISH).equals(ofWords)) {
                throw new IllegalStateException("the networks are not asked about: " + NluFixture.TEXT);
            }
        }
    }

    /** The language of a text, the mean of texts in seven languages. */
    @Benchmark
    public LanguageGuess language(Detector state) {
        state.next = (state.next + 1) % NluFixture.TEXTS.size();
        return state.detector.detect(NluFixture.TEXTS.get(state.next), Language.ENGLISH);
    }

    /** The intent by n-grams alone. */
    @Benchmark
    public IntentResult words(Words state) {
        return state.model.classify(NluFixture.TEXT, Language.ENGLISH);
    }

    /** The intent by n-grams, and since they are not certain by both networks too. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public IntentResult meaning(Meaning state) {
        return state.model.classify(NluFixture.TEXT, Language.ENGLISH);
    }

    /** Both networks alone. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public Optional<float[]> networks(Networks state) {
        return state.embedder.embedNow(NluFixture.TEXT, Language.ENGLISH);
    }
}
