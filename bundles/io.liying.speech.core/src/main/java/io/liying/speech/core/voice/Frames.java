package io.liying.speech.core.voice;

import io.liying.speech.api.VoiceActivityDetector;
import java.util.Arrays;

/** Cuts sound of any length into frames. For one thread. */
public final class Frames {

    private static final int SIZE = VoiceActivityDetector.FRAME_SAMPLES;

    private final short[] rest = new short[SIZE];
    private int held;

    /** Takes frames. */
    @FunctionalInterface
    public interface Sink {
        void accept(short[] frame) throws InterruptedException;
    }

    public void accept(short[] samples, Sink sink) throws InterruptedException {
        int at = 0;
        while (at < samples.length) {
            int part = Math.min(SIZE - held, samples.length - at);
            System.arraycopy(samples, at, rest, held, part);
            held += part;
            at += part;
            if (held == SIZE) {
                held = 0;
                sink.accept(rest.clone());
            }
        }
    }

    /** What is left, filled up with silence. */
    public void flush(Sink sink) throws InterruptedException {
        if (held > 0) {
            short[] last = Arrays.copyOf(rest, SIZE);
            Arrays.fill(last, held, SIZE, (short) 0);
            held = 0;
            sink.accept(last);
        }
    }
}
