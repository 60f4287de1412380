package io.liying.speech.sphinx;

import io.liying.speech.api.SpeechException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Decoders in memory: so many at once, kept for the next utterance if it expects the same. Safe for many threads. */
final class Decoders {

    private final Deque<Decoder> free = new ArrayDeque<>();
    private final int mostPhrases;
    private final int most;
    private int used;
    private boolean closed;

    Decoders(int mostPhrases, int most) {
        this.mostPhrases = mostPhrases;
        this.most = most;
    }

    /** A decoder that nobody else uses. */
    Decoder take(List<String> phrases) throws SpeechException {
        synchronized (this) {
            if (closed) {
                throw new SpeechException("engine.gone", Map.of("engine", SphinxRecognizer.ID));
            }
            if (used >= most) {
                throw new SpeechException("engine.busy", Map.of("engine", SphinxRecognizer.ID));
            }
            used++;
            Decoder found = free.stream()
                    .filter(each -> each.phrases().equals(phrases))
                    .findFirst()
                    .orElse(null);
            if (found != null) {
                free.remove(found);
                return found;
            }
            if (!free.isEmpty()) {
                free.removeFirst().unload();
            }
        }
        boolean loaded = false;
        try {
            Decoder decoder = Decoder.load(phrases, mostPhrases);
            loaded = true;
            return decoder;
        } catch (IOException unwritable) {
            throw new SpeechException("engine.failed", Map.of("engine", SphinxRecognizer.ID), unwritable);
        } finally {
            if (!loaded) {
                lost();
            }
        }
    }

    /** Gives it back for the next utterance. */
    synchronized void give(Decoder decoder) {
        used--;
        if (closed) {
            decoder.unload();
        } else {
            free.addLast(decoder);
        }
    }

    /** One that was taken will not come back. */
    synchronized void lost() {
        used--;
    }

    /** Unloads those that nobody uses. */
    synchronized void unloadFree() {
        free.forEach(Decoder::unload);
        free.clear();
    }

    synchronized int free() {
        return free.size();
    }

    synchronized void close() {
        closed = true;
        unloadFree();
    }
}
