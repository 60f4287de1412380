package io.liying.speech.whisper;

import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperJNI;
import io.github.givimad.whisperjni.WhisperState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A model in memory; each utterance has a state of its own. Safe for use by many threads, except for closing. */
final class LoadedWhisper implements AutoCloseable {

    /** A stretch of text and its time in the sound. */
    record Segment(String text, Duration start, Duration end) {}

    private final WhisperJNI whisper;
    private final WhisperContext context;
    private final int threads;

    private LoadedWhisper(WhisperJNI whisper, WhisperContext context, int threads) {
        this.whisper = whisper;
        this.context = context;
        this.threads = threads;
    }

    /** @throws IOException if it cannot be loaded */
    static LoadedWhisper load(Path file, int threads) throws IOException {
        WhisperJNI.loadLibrary();
        WhisperJNI.setLibraryLogger(null);
        WhisperJNI whisper = new WhisperJNI();
        WhisperContext context = whisper.initNoState(file);
        if (context == null) {
            throw new IOException("whisper.cpp refuses it: it is cut short, damaged or of another version");
        }
        return new LoadedWhisper(whisper, context, threads);
    }

    /** @throws IOException if the library fails */
    List<Segment> hear(float[] samples, String language, String prompt) throws IOException {
        WhisperFullParams settings = new WhisperFullParams();
        settings.nThreads = threads;
        settings.language = whisper.isMultilingual(context) ? language : "en";
        settings.initialPrompt = prompt.isEmpty() ? null : prompt;
        settings.noContext = true;
        settings.printProgress = false;
        settings.printTimestamps = false;
        settings.printRealtime = false;
        settings.suppressNonSpeechTokens = true;
        try (WhisperState state = whisper.initState(context)) {
            int status = whisper.fullWithState(context, state, settings, samples, samples.length);
            if (status != 0) {
                throw new IOException("whisper.cpp gave the status " + status);
            }
            List<Segment> segments = new ArrayList<>();
            int count = whisper.fullNSegmentsFromState(state);
            for (int i = 0; i < count; i++) {
                segments.add(new Segment(
                        whisper.fullGetSegmentTextFromState(state, i).strip(),
                        Duration.ofMillis(10 * whisper.fullGetSegmentTimestamp0FromState(state, i)),
                        Duration.ofMillis(10 * whisper.fullGetSegmentTimestamp1FromState(state, i))));
            }
            return segments;
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
