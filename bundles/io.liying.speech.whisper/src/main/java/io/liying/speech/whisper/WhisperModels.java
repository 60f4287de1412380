package io.liying.speech.whisper;

import io.liying.speech.api.SpeechException;
import io.liying.speech.api.model.InstalledModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one model that is in memory: Whisper's are large and hear every language. Native calls hold a place; closing takes
 * all of them.
 */
final class WhisperModels {

    private static final Logger LOG = LoggerFactory.getLogger(WhisperModels.class);

    private final Clock clock;
    private final int threads;
    private final int atOnce;
    private final Semaphore places;
    private @Nullable LoadedWhisper loaded;
    private @Nullable InstalledModel which;
    private Instant used = Instant.MIN;
    private volatile boolean closed;

    WhisperModels(Clock clock, int threads, int atOnce) {
        this.clock = clock;
        this.threads = threads;
        this.atOnce = atOnce;
        this.places = new Semaphore(atOnce, true);
    }

    /** Hears a sound; loads the model first if it is another. Others wait for a place. */
    List<LoadedWhisper.Segment> hear(InstalledModel model, float[] samples, String language, String prompt)
            throws SpeechException, InterruptedException {
        load(model);
        places.acquire();
        try {
            LoadedWhisper ready = ready();
            return ready.hear(samples, language, prompt);
        } catch (IOException failure) {
            throw new SpeechException("engine.failed", Map.of("engine", WhisperRecognizer.ID), failure);
        } finally {
            places.release();
        }
    }

    private synchronized LoadedWhisper ready() throws SpeechException {
        used = clock.instant();
        LoadedWhisper ready = loaded;
        if (closed || ready == null) {
            throw new SpeechException("engine.gone", Map.of("engine", WhisperRecognizer.ID));
        }
        return ready;
    }

    void refuseWhenClosed() throws SpeechException {
        if (closed) {
            throw new SpeechException("engine.gone", Map.of("engine", WhisperRecognizer.ID));
        }
    }

    /** Returns when the model is in memory. */
    void load(InstalledModel model) throws SpeechException, InterruptedException {
        refuseWhenClosed();
        synchronized (this) {
            if (model.equals(which) && loaded != null) {
                return;
            }
        }
        Path file = ModelFile.of(model);
        places.acquire(atOnce);
        try {
            synchronized (this) {
                refuseWhenClosed();
                if (!model.equals(which) || loaded == null) {
                    unload();
                    loaded = LoadedWhisper.load(file, threads);
                    which = model;
                    used = clock.instant();
                    LOG.info("The model {} is loaded", model.id());
                }
            }
        } catch (IOException | LinkageError refused) {
            throw ModelFile.broken(model, String.valueOf(refused.getMessage()), refused);
        } finally {
            places.release(atOnce);
        }
    }

    /** Unloads the model if nobody has used it for a while. */
    void unloadIdle(Duration idle) {
        if (places.tryAcquire(atOnce)) {
            try {
                synchronized (this) {
                    if (used.isBefore(clock.instant().minus(idle))) {
                        unload();
                    }
                }
            } finally {
                places.release(atOnce);
            }
        }
    }

    private void unload() {
        if (loaded != null) {
            loaded.close();
            loaded = null;
            which = null;
        }
    }

    /** Takes nobody more, waits for those who are heard, and frees the memory unless that takes longer. */
    void close(Duration limit) throws InterruptedException {
        closed = true;
        if (!places.tryAcquire(atOnce, limit.toNanos(), TimeUnit.NANOSECONDS)) {
            LOG.warn("Somebody is still heard; the model stays in memory");
            return;
        }
        try {
            synchronized (this) {
                unload();
            }
        } finally {
            places.release(atOnce);
        }
    }
}
