package io.liying.speech.piper;

import ai.onnxruntime.OrtEnvironment;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.model.InstalledModel;
import io.liying.speech.api.model.NativeProbe;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Voices in memory, the one that was used last at the end; so many at once. Safe for use by many threads. */
final class LoadedVoices {

    private static final Logger LOG = LoggerFactory.getLogger(LoadedVoices.class);
    private static final Duration LAST_SENTENCE = Duration.ofSeconds(5);

    private final NativeProbe probe;
    private final int most;
    private final int threads;
    private final Map<InstalledModel, PiperVoice> loaded = new LinkedHashMap<>(8, 0.75f, true);
    private boolean closed;

    LoadedVoices(NativeProbe probe, int most, int threads) {
        this.probe = probe;
        this.most = most;
        this.threads = threads;
    }

    /** @throws SpeechException {@code model.broken} if it is no voice */
    PiperVoice get(InstalledModel model) throws SpeechException, InterruptedException {
        synchronized (this) {
            PiperVoice known = loaded.get(model);
            if (known != null) {
                return known;
            }
        }
        VoiceFile file = VoiceReader.read(model);
        long phoneme = file.phonemes().values().iterator().next().getFirst();
        List<String> arguments =
                List.of(file.network().toString(), String.valueOf(file.speakers()), String.valueOf(phoneme));
        probe.check(model, NativeProbe.classPath(Probe.class, OrtEnvironment.class), Probe.class.getName(), arguments);
        return load(model, file);
    }

    private synchronized PiperVoice load(InstalledModel model, VoiceFile file)
            throws SpeechException, InterruptedException {
        if (closed) {
            throw new SpeechException("engine.gone", Map.of("engine", PiperSynthesizer.ENGINE));
        }
        PiperVoice known = loaded.get(model);
        if (known != null) {
            return known;
        }
        Iterator<PiperVoice> oldest = loaded.values().iterator();
        while (loaded.size() >= most) {
            close(oldest.next());
            oldest.remove();
        }
        try {
            PiperVoice voice = new PiperVoice(file, threads);
            loaded.put(model, voice);
            LOG.info("The voice {} is loaded", model.id());
            return voice;
        } catch (IOException | LinkageError refused) {
            throw VoiceReader.broken(model, String.valueOf(refused.getMessage()), refused);
        }
    }

    private static void close(PiperVoice voice) throws InterruptedException {
        try {
            if (!voice.close(LAST_SENTENCE)) {
                LOG.warn("A sentence takes longer than {}; its voice stays in memory", LAST_SENTENCE);
            }
        } catch (IOException stays) {
            LOG.warn("A voice stays in memory", stays);
        }
    }

    synchronized int count() {
        return loaded.size();
    }

    /** Loads nothing more and frees the memory, after what is being said. */
    synchronized void close() throws InterruptedException {
        closed = true;
        for (PiperVoice voice : loaded.values()) {
            close(voice);
        }
        loaded.clear();
    }
}
