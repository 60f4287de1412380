package io.liying.speech.vosk;

import io.liying.speech.api.SpeechException;
import io.liying.speech.api.model.InstalledModel;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vosk.Model;

/** Models in memory: counted, bounded, shared by all who hear with them, closed when the last has gone. */
final class LoadedModels {

    private static final Logger LOG = LoggerFactory.getLogger(LoadedModels.class);

    private final Clock clock;
    private final Map<InstalledModel, Entry> loaded = new HashMap<>();
    private int most;
    private boolean closed;

    LoadedModels(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    /** A model in memory. */
    private static final class Entry {
        final Model model;
        int users;
        Instant used;

        Entry(Model model, Instant used) {
            this.model = model;
            this.used = used;
        }
    }

    /** A model that stays in memory until it is closed. */
    final class Lease implements AutoCloseable {
        private final InstalledModel key;
        private final Model model;
        private boolean open = true;

        private Lease(InstalledModel key, Model model) {
            this.key = key;
            this.model = model;
        }

        Model model() {
            return model;
        }

        @Override
        public void close() {
            synchronized (LoadedModels.this) {
                if (open) {
                    open = false;
                    release(key);
                }
            }
        }
    }

    synchronized void most(int count) {
        most = count;
    }

    /** @throws SpeechException if it cannot be loaded, or all places are taken by models that are in use */
    synchronized Lease lease(InstalledModel installed) throws SpeechException {
        if (closed) {
            throw new SpeechException("engine.gone", Map.of("engine", VoskRecognizer.ID));
        }
        Entry entry = loaded.get(installed);
        if (entry == null) {
            makeRoom();
            entry = new Entry(load(installed), clock.instant());
            loaded.put(installed, entry);
        }
        entry.users++;
        return new Lease(installed, entry.model);
    }

    private void makeRoom() throws SpeechException {
        while (loaded.size() >= most) {
            Optional<Map.Entry<InstalledModel, Entry>> oldest = loaded.entrySet().stream()
                    .filter(entry -> entry.getValue().users == 0)
                    .min(Comparator.comparing(entry -> entry.getValue().used));
            if (oldest.isEmpty()) {
                throw new SpeechException("model.memory", Map.of("count", most));
            }
            unload(oldest.get().getKey());
        }
    }

    private static Model load(InstalledModel installed) throws SpeechException {
        // Vosk itself would complain on the error output.
        if (!Files.exists(installed.folder().resolve("am/final.mdl"))
                && !Files.exists(installed.folder().resolve("final.mdl"))) {
            throw broken(installed, "am/final.mdl is missing", null);
        }
        try {
            Model model = new Model(installed.folder().toString());
            LOG.info("The model {} is loaded", installed.id());
            return model;
        } catch (IOException refused) {
            throw broken(installed, String.valueOf(refused.getMessage()), refused);
        }
    }

    private static SpeechException broken(InstalledModel installed, String why, @Nullable IOException cause) {
        Map<String, Object> details =
                Map.of("model", installed.id(), "folder", installed.folder().toString(), "why", why);
        return cause == null
                ? new SpeechException("model.broken", details)
                : new SpeechException("model.broken", details, cause);
    }

    private void release(InstalledModel key) {
        Entry entry = loaded.get(key);
        if (entry != null) {
            entry.users--;
            entry.used = clock.instant();
            if (closed && entry.users == 0) {
                unload(key);
            }
            notifyAll();
        }
    }

    /** Unloads what nobody has used for a while. */
    synchronized void unloadIdle(Duration idle) {
        Instant before = clock.instant().minus(idle);
        List<InstalledModel> old = new ArrayList<>();
        loaded.forEach((key, entry) -> {
            if (entry.users == 0 && entry.used.isBefore(before)) {
                old.add(key);
            }
        });
        old.forEach(this::unload);
    }

    private void unload(InstalledModel key) {
        Entry entry = loaded.remove(key);
        if (entry != null) {
            entry.model.close();
            LOG.info("The model {} is unloaded", key.id());
        }
    }

    synchronized int count() {
        return loaded.size();
    }

    /** Takes nobody more, and waits for those who are still heard. */
    synchronized void close(Duration limit) throws InterruptedException {
        closed = true;
        long end = System.nanoTime() + limit.toNanos();
        while (loaded.values().stream().anyMatch(entry -> entry.users > 0)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                LOG.warn("Somebody still speaks; the model stays in memory until they have ended");
                break;
            }
            wait(left);
        }
        loaded.entrySet().stream()
                .filter(entry -> entry.getValue().users == 0)
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::unload);
    }
}
