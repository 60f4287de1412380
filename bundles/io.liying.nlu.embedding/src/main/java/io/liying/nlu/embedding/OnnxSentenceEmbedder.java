package io.liying.nlu.embedding;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.SentenceEmbedder;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** Embeds sentences with the networks in this bundle. Nothing is loaded before it is needed. */
@Component(configurationPid = "io.liying.nlu", service = SentenceEmbedder.class)
@Designate(ocd = EmbeddingConfig.class)
public final class OnnxSentenceEmbedder implements SentenceEmbedder, AutoCloseable {

    private static final long MEGABYTE = 1L << 20;

    private final Map<Network, NetworkEmbedder> networks = new EnumMap<>(Network.class);

    @Activate
    public OnnxSentenceEmbedder(EmbeddingConfig config, BundleContext context) {
        this(
                config.embedding_enabled(),
                Path.of(Optional.ofNullable(context.getProperty("liying.data")).orElse("data"))
                        .resolve("nlu"),
                config.embedding_cache_mb(),
                config.embedding_threads());
    }

    /**
     * For programs without services, such as benchmarks.
     *
     * @param folder where vectors are remembered
     * @param cacheMegabytes how large the file of one network's vectors may become
     * @param threads how many processors are used for many sentences; 0 means all
     */
    public static OnnxSentenceEmbedder of(Path folder, int cacheMegabytes, int threads) {
        return new OnnxSentenceEmbedder(true, folder, cacheMegabytes, threads);
    }

    OnnxSentenceEmbedder(boolean enabled, Path folder, int cacheMegabytes, int threads) {
        if (cacheMegabytes < 1 || threads < 0) {
            throw new IllegalArgumentException("nlu: embedding_cache_mb is " + cacheMegabytes
                    + " and embedding_threads is " + threads + "; they must be at least 1 and 0");
        }
        int used = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        if (enabled) {
            for (Network network : Network.values()) {
                networks.put(network, new NetworkEmbedder(network, folder, cacheMegabytes * MEGABYTE, used));
            }
        }
    }

    @Override
    public Optional<String> model(Language language) {
        String names = embedders(language).stream().map(NetworkEmbedder::name).collect(Collectors.joining("+"));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    @Override
    public List<float[]> embed(List<String> sentences, Language language) {
        List<NetworkEmbedder> embedders = embedders(language);
        if (embedders.isEmpty()) {
            throw new IllegalArgumentException("there is no network for " + language.code());
        }
        List<List<float[]>> parts =
                embedders.stream().map(embedder -> embedder.embed(sentences)).toList();
        return IntStream.range(0, sentences.size())
                .mapToObj(i -> joined(parts.stream().map(part -> part.get(i)).toList()))
                .toList();
    }

    @Override
    public Optional<float[]> embedNow(String sentence, Language language) {
        List<NetworkEmbedder> embedders = embedders(language);
        List<float[]> parts = embedders.parallelStream()
                .flatMap(embedder -> embedder.embedNow(sentence).stream())
                .toList();
        return parts.isEmpty() || parts.size() < embedders.size() ? Optional.empty() : Optional.of(joined(parts));
    }

    private List<NetworkEmbedder> embedders(Language language) {
        return Network.of(language).stream()
                .flatMap(network -> Optional.ofNullable(networks.get(network)).stream())
                .toList();
    }

    /** One vector of length 1 of the vectors of different networks. */
    private static float[] joined(List<float[]> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        float[] vector = new float[parts.stream().mapToInt(part -> part.length).sum()];
        float scale = (float) (1 / Math.sqrt(parts.size()));
        int at = 0;
        for (float[] part : parts) {
            for (float value : part) {
                vector[at++] = scale * value;
            }
        }
        return vector;
    }

    @Override
    @Deactivate
    public void close() {
        networks.values().forEach(NetworkEmbedder::close);
    }
}
