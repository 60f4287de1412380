package io.liying.speech.freetts;

import com.sun.speech.freetts.audio.AudioPlayer;
import io.liying.speech.api.Audio;
import io.liying.speech.api.voice.SpeechSink;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.sound.sampled.AudioFormat;
import org.jspecify.annotations.Nullable;

/** Gives FreeTTS's sound to a sink, a tenth of a second at a time, instead of to a sound card. For one thread. */
final class SinkPlayer implements AudioPlayer {

    private final SpeechSink sink;
    private AudioFormat format = new AudioFormat(16_000, 16, 1, true, true);
    private short[] part = new short[1_600];
    private int filled;
    private boolean played;
    private @Nullable InterruptedException interrupted;

    SinkPlayer(SpeechSink sink) {
        this.sink = sink;
    }

    boolean played() {
        return played;
    }

    /** What the interfaces of the library cannot throw. */
    void rethrow() throws InterruptedException {
        if (interrupted != null) {
            throw interrupted;
        }
    }

    @Override
    public void setAudioFormat(AudioFormat changed) {
        format = changed;
        part = new short[Math.max(1, (int) changed.getSampleRate() / 10)];
    }

    @Override
    public AudioFormat getAudioFormat() {
        return format;
    }

    @Override
    public boolean write(byte[] bytes) {
        return write(bytes, 0, bytes.length);
    }

    @Override
    public boolean write(byte[] bytes, int offset, int size) {
        ByteBuffer samples = ByteBuffer.wrap(bytes, offset, size / 2 * 2)
                .order(format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        while (samples.hasRemaining()) {
            part[filled++] = samples.getShort();
            if (filled == part.length && !flush()) {
                return false;
            }
        }
        return interrupted == null;
    }

    /** False when nobody listens any more: then the library stops. */
    private boolean flush() {
        if (interrupted != null) {
            return false;
        }
        if (filled > 0) {
            try {
                sink.sound(new Audio((int) format.getSampleRate(), Arrays.copyOf(part, filled)));
                played = true;
            } catch (InterruptedException nobodyListens) {
                interrupted = nobodyListens;
            }
            filled = 0;
        }
        return interrupted == null;
    }

    @Override
    public void begin(int size) {}

    @Override
    public boolean end() {
        return flush();
    }

    @Override
    public boolean drain() {
        return flush();
    }

    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public void reset() {}

    @Override
    public void cancel() {}

    @Override
    public void close() {}

    @Override
    public float getVolume() {
        return 1;
    }

    @Override
    public void setVolume(float volume) {}

    @Override
    public long getTime() {
        return -1;
    }

    @Override
    public void resetTime() {}

    @Override
    public void startFirstSampleTimer() {}

    @Override
    public void showMetrics() {}
}
