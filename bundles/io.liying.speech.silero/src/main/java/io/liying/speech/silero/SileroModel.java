package io.liying.speech.silero;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.liying.speech.api.Audio;
import io.liying.speech.api.VoiceActivityDetector;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The model in memory, shared by all ears: 64 old and 512 new samples, and a state of 2 × 1 × 128 numbers that is carried
 * over, give the probability of speech (github.com/snakers4/silero-vad). Safe for use by many threads.
 */
final class SileroModel implements AutoCloseable {

    static final int CONTEXT = 64;
    static final int STATE = 2 * 128;

    private static final int INPUT = CONTEXT + VoiceActivityDetector.FRAME_SAMPLES;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final OnnxTensor rate;

    /** Read while the library works, written to close: it crashes the process when its memory goes away meanwhile. */
    private final ReadWriteLock inUse = new ReentrantReadWriteLock();

    private volatile boolean closed;

    SileroModel(Path file) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // A frame is less than a millisecond of work: more threads would only wait for one another.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            session = environment.createSession(file.toString(), options);
        }
        rate = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[] {Audio.HEARING_RATE}), new long[0]);
    }

    /**
     * Hears a frame.
     *
     * @param input 64 + 512 samples of -1 to 1
     * @param state of the source, replaced by the next one
     * @throws IllegalStateException if the model is closed
     */
    double speech(float[] input, float[] state) throws OrtException {
        inUse.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("The Silero model is closed");
            }
            return run(input, state);
        } finally {
            inUse.readLock().unlock();
        }
    }

    private double run(float[] input, float[] state) throws OrtException {
        try (OnnxTensor samples = OnnxTensor.createTensor(environment, FloatBuffer.wrap(input), new long[] {1, INPUT});
                OnnxTensor before =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(state), new long[] {2, 1, 128});
                OrtSession.Result result = session.run(Map.of("input", samples, "state", before, "sr", rate))) {
            float probability = ((OnnxTensor) result.get(0)).getFloatBuffer().get(0);
            ((OnnxTensor) result.get(1)).getFloatBuffer().get(state);
            return probability;
        }
    }

    /**
     * Takes no frame more, waits for those that are being heard, and frees the memory.
     *
     * @return false if that took longer: then the memory stays
     */
    boolean close(Duration limit) throws OrtException, InterruptedException {
        closed = true;
        if (!inUse.writeLock().tryLock(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        try {
            free();
        } finally {
            inUse.writeLock().unlock();
        }
        return true;
    }

    /** For one who is alone with it. */
    @Override
    public void close() throws OrtException {
        free();
    }

    private void free() throws OrtException {
        closed = true;
        rate.close();
        session.close();
    }
}
