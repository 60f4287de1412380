package io.liying.nlu.embedding;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.SentenceEmbedder;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                Path cache = folder.resolve(network.file() + "-1.vectors");
                networks.put(network, new NetworkEmbedder(network, cache, cacheMegabytes * MEGABYTE, used));
            }
        }
    }

    @Override
    public Optional<String> model(Language language) {
        return embedder(language).map(NetworkEmbedder::name);
    }

    @Override
    public List<float[]> embed(List<String> sentences, Language language) {
        return embedder(language)
                .orElseThrow(() -> new IllegalArgumentException("there is no network for " + language.code()))
                .embed(sentences);
    }

    @Override
    public Optional<float[]> embedNow(String sentence, Language language) {
        return embedder(language).flatMap(embedder -> embedder.embedNow(sentence));
    }

    private Optional<NetworkEmbedder> embedder(Language language) {
        return Network.of(language).map(networks::get);
    }

    @Override
    @Deactivate
    public void close() {
        networks.values().forEach(NetworkEmbedder::close);
    }
}
