package io.liying.speech.piper;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A network in memory (VITS: phoneme numbers, their count and three scales in, sound out). Safe for use by many threads.
 */
final class PiperVoice implements AutoCloseable {

    private static final float LOUDEST = 32_000;

    private final VoiceFile file;
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    /** Read while the library works, written to close: it crashes the process when its memory goes away meanwhile. */
    private final ReadWriteLock inUse = new ReentrantReadWriteLock();

    private volatile boolean closed;

    /** @throws IOException if the run time refuses the network; its own exceptions stay in this class */
    PiperVoice(VoiceFile file, int threads) throws IOException {
        this.file = file;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            session = environment.createSession(file.network().toString(), options);
        } catch (OrtException refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }

    VoiceFile file() {
        return file;
    }

    /**
     * The sound of phonemes.
     *
     * @param slower 1 is normal, 2 takes twice as long
     * @throws IllegalStateException if the voice is closed
     * @throws IOException if the run time fails
     */
    short[] say(long[] phonemes, double slower) throws IOException {
        inUse.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the voice is closed");
            }
            return samples(run(phonemes, slower));
        } catch (OrtException failure) {
            throw new IOException(failure.getMessage(), failure);
        } finally {
            inUse.readLock().unlock();
        }
    }

    private float[] run(long[] phonemes, double slower) throws OrtException {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        float[] scales = {file.noise(), (float) (file.length() * slower), file.noiseWidth()};
        try {
            inputs.put("input", longs(phonemes, 1, phonemes.length));
            inputs.put("input_lengths", longs(new long[] {phonemes.length}, 1));
            inputs.put("scales", OnnxTensor.createTensor(environment, FloatBuffer.wrap(scales), new long[] {3}));
            if (file.speakers() > 1) {
                inputs.put("sid", longs(new long[] {0}, 1));
            }
            try (OrtSession.Result result = session.run(inputs)) {
                FloatBuffer sound = ((OnnxTensor) result.get(0)).getFloatBuffer();
                float[] samples = new float[sound.remaining()];
                sound.get(samples);
                return samples;
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor longs(long[] values, long... shape) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
    }

    /** As loud as 16 bits allow, as Piper itself does; what is almost silent stays so. */
    private static short[] samples(float[] sound) {
        float peak = 0.01f;
        for (float sample : sound) {
            peak = Math.max(peak, Math.abs(sample));
        }
        short[] samples = new short[sound.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.clamp(Math.round(sound[i] / peak * LOUDEST), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return samples;
    }

    /** Says nothing more, waits for what is being said and frees the memory; false if that took longer. */
    boolean close(Duration limit) throws IOException, InterruptedException {
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
    public void close() throws IOException {
        free();
    }

    private void free() throws IOException {
        closed = true;
        try {
            session.close();
        } catch (OrtException stays) {
            throw new IOException(stays.getMessage(), stays);
        }
    }
}
