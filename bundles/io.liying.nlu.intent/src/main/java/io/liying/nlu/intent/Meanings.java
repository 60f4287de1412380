package io.liying.nlu.intent;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.SentenceEmbedder;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who can tell what sentences mean, if anybody, and the thread that learns from it. */
final class Meanings implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Meanings.class);

    /** Each language is learnt once for each change of the skills. */
    private static final int MOST_WAITING = 64;

    private volatile @Nullable SentenceEmbedder embedder;

    private final ThreadPoolExecutor learning = new ThreadPoolExecutor(
            1,
            1,
            5,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("nlu-meaning").factory(),
            new ThreadPoolExecutor.DiscardOldestPolicy());

    Meanings() {
        learning.allowCoreThreadTimeOut(true);
    }

    void use(SentenceEmbedder added) {
        embedder = added;
    }

    void forget(SentenceEmbedder removed) {
        if (embedder == removed) {
            embedder = null;
        }
    }

    /** Empty if nobody knows the language. */
    Optional<SentenceEmbedder> embedder(Language language) {
        SentenceEmbedder present = embedder;
        return present != null && present.model(language).isPresent() ? Optional.of(present) : Optional.empty();
    }

    void later(Language language, Runnable training) {
        learning.execute(() -> {
            long begin = System.nanoTime();
            try {
                training.run();
                log.debug("meaning in {} learnt in {} ms", language.code(), (System.nanoTime() - begin) / 1_000_000);
            } catch (RuntimeException failure) {
                log.warn("Intents in {} are told by words alone: {}", language.code(), failure.getMessage(), failure);
            }
        });
    }

    @Override
    public void close() {
        learning.shutdownNow();
    }
}
