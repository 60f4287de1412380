package io.liying.nlu.embedding;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One network, loaded when it is first needed, and the file of its vectors. Safe for use by many threads. */
final class NetworkEmbedder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(NetworkEmbedder.class);
    private static final int BATCH = 16;

    /** How long closing waits for a batch that is being computed. */
    private static final Duration LAST_BATCH = Duration.ofSeconds(5);

    private final Network network;
    private final Path folder;
    private final Path cache;
    private final long cacheBytes;
    private final int threads;
    private final AtomicBoolean loading = new AtomicBoolean();
    /** Read while the network is used, written to load and to close it. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private volatile @Nullable LoadedNetwork loaded;
    private @Nullable VectorFile remembered;
    private volatile boolean closed;

    /** @param folder where the file of vectors is, made when it is needed; it becomes no larger than {@code cacheBytes} */
    NetworkEmbedder(Network network, Path folder, long cacheBytes, int threads) {
        this.network = network;
        this.folder = folder;
        this.cache = folder.resolve(network.file() + "-1.vectors");
        this.cacheBytes = cacheBytes;
        this.threads = threads;
    }

    String name() {
        return network.file();
    }

    Optional<float[]> embedNow(String sentence) {
        if (loaded == null) {
            if (loading.compareAndSet(false, true)) {
                Thread.ofPlatform().daemon().name("nlu-embedding-load").start(this::loadQuietly);
            }
            return Optional.empty();
        }
        lock.readLock().lock();
        try {
            LoadedNetwork ready = loaded;
            return ready == null || closed
                    ? Optional.empty()
                    : Optional.of(ready.embed(List.of(ready.read(sentence))).getFirst());
        } finally {
            lock.readLock().unlock();
        }
    }

    private void loadQuietly() {
        try {
            load();
        } catch (RuntimeException failure) {
            // Not asked for again: what fails to load once fails always on this machine.
            log.warn("Sentences are told apart by words and letters alone: {}", failure.getMessage(), failure);
        }
    }

    private void load() {
        lock.writeLock().lock();
        try {
            if (loaded == null && !closed) {
                long begin = System.nanoTime();
                loaded = LoadedNetwork.load(network, folder);
                log.info("{} loaded in {} ms", network.file(), (System.nanoTime() - begin) / 1_000_000);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    List<float[]> embed(List<String> sentences) {
        float[][] vectors = new float[sentences.size()][];
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < vectors.length; i++) {
            Optional<float[]> known = recall(sentences.get(i));
            if (known.isPresent()) {
                vectors[i] = known.get();
            } else {
                missing.add(i);
            }
        }
        if (!missing.isEmpty()) {
            load();
            lock.readLock().lock();
            try {
                LoadedNetwork ready = loaded;
                if (ready == null) {
                    throw new IllegalStateException(network.file() + " is closed");
                }
                compute(ready, sentences, missing, vectors);
            } finally {
                lock.readLock().unlock();
            }
            missing.forEach(i -> remember(sentences.get(i), vectors[i]));
        }
        return Arrays.asList(vectors);
    }

    /** Sentences of equally many pieces go through the network together, some at a time on each processor. */
    private void compute(LoadedNetwork ready, List<String> sentences, List<Integer> missing, float[][] vectors) {
        record Read(int index, long[] pieces) {}
        List<Read> read = missing.stream()
                .map(i -> new Read(i, ready.read(sentences.get(i))))
                .sorted(Comparator.comparingInt(sentence -> -sentence.pieces().length))
                .toList();
        try (ExecutorService workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("nlu-embedding-", 0).factory())) {
            List<Future<?>> batches = new ArrayList<>();
            int begin = 0;
            while (begin < read.size()) {
                int end = begin + 1;
                int length = read.get(begin).pieces().length;
                while (end < read.size() && end - begin < BATCH && read.get(end).pieces().length == length) {
                    end++;
                }
                List<Read> batch = read.subList(begin, end);
                batches.add(workers.submit(() -> {
                    if (closed) {
                        throw new IllegalStateException(network.file() + " is closed");
                    }
                    List<float[]> result =
                            ready.embed(batch.stream().map(Read::pieces).toList());
                    for (int i = 0; i < batch.size(); i++) {
                        vectors[batch.get(i).index()] = result.get(i);
                    }
                }));
                begin = end;
            }
            for (Future<?> batch : batches) {
                batch.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the training was interrupted", interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(network.file() + " failed", failure);
        }
    }

    private Optional<float[]> recall(String sentence) {
        try {
            return file().find(sentence);
        } catch (IOException failure) {
            log.warn("{} cannot be read; its vectors are computed again", cache, failure);
            return Optional.empty();
        }
    }

    private void remember(String sentence, float[] vector) {
        try {
            file().put(sentence, vector);
        } catch (IOException failure) {
            log.warn("{} cannot be written; its vectors will be computed again", cache, failure);
        }
    }

    private synchronized VectorFile file() throws IOException {
        VectorFile file = remembered;
        if (file == null) {
            file = VectorFile.open(cache, network.width(), cacheBytes);
            remembered = file;
        }
        return file;
    }

    /** Computes nothing more; waits for what is being computed, since the library crashes when its memory goes away. */
    @Override
    public void close() {
        closed = true;
        try {
            if (lock.writeLock().tryLock(LAST_BATCH.toNanos(), TimeUnit.NANOSECONDS)) {
                try {
                    unload();
                } finally {
                    lock.writeLock().unlock();
                }
            } else {
                log.warn("{} is used for longer than {}; it stays in memory", network.file(), LAST_BATCH);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            log.warn("{} stays in memory, since stopping was interrupted", network.file(), hurried);
        }
        forget();
    }

    private void unload() {
        LoadedNetwork ready = loaded;
        loaded = null;
        if (ready != null) {
            ready.close();
        }
    }

    private synchronized void forget() {
        try {
            if (remembered != null) {
                remembered.close();
            }
        } catch (IOException failure) {
            log.warn("{} could not be closed", cache, failure);
        }
    }
}
