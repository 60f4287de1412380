package io.liying.conversation.ui.sound;

import io.liying.speech.api.Audio;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loudspeaker of the Java runtime. A thread of its own feeds the line in small pieces, so that silence comes as soon as
 * the line is flushed. What waits is bounded by the voice, which gives out only so much ahead.
 */
final class LineLoudspeaker implements Loudspeaker {

    private static final Logger LOG = LoggerFactory.getLogger(LineLoudspeaker.class);
    private static final int BYTES = 2;
    private static final int PIECES_A_SECOND = 50;
    private static final int BUFFERS_A_SECOND = 5;
    private static final long SECOND = 1_000_000_000L;

    /** @param speech how often there had been silence before it */
    private record Waiting(Audio sound, int speech) {}

    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Object state = new Object();
    private final Thread feeder;
    private @Nullable SourceDataLine line;
    private boolean mute;
    private int speech;
    private long given;
    private long begun;
    private long waiting;

    LineLoudspeaker() {
        feeder = Thread.ofPlatform().daemon().name("loudspeaker").start(this::feed);
    }

    @Override
    public void begin() {
        synchronized (state) {
            begun = given + waiting;
        }
    }

    @Override
    public void play(Audio sound) {
        synchronized (state) {
            waiting += sound.duration().toNanos();
            queue.add(new Waiting(sound, speech));
        }
    }

    @Override
    public void hush() {
        synchronized (state) {
            speech++;
            queue.clear();
            waiting = 0;
            SourceDataLine playing = line;
            if (playing != null) {
                playing.stop();
                playing.flush();
                playing.start();
            }
            begun = given;
        }
    }

    @Override
    public Duration played() {
        synchronized (state) {
            return Duration.ofNanos(Math.max(0, given - buffered() - begun));
        }
    }

    @Override
    public boolean isPlaying() {
        synchronized (state) {
            return waiting > 0 || buffered() > 0;
        }
    }

    private long buffered() {
        SourceDataLine playing = line;
        if (playing == null) {
            return 0;
        }
        long frames = (playing.getBufferSize() - playing.available()) / BYTES;
        return frames * SECOND / (long) playing.getFormat().getSampleRate();
    }

    private void feed() {
        try {
            while (true) {
                feed(queue.take());
            }
        } catch (InterruptedException closed) {
            drop();
        }
    }

    private void feed(Waiting next) throws InterruptedException {
        Audio sound = next.sound();
        SourceDataLine playing = lineFor(sound.sampleRate());
        byte[] bytes = sound.littleEndian();
        int piece = sound.sampleRate() / PIECES_A_SECOND * BYTES;
        for (int at = 0; at < bytes.length; at += piece) {
            int length = Math.min(piece, bytes.length - at);
            if (playing == null) {
                Thread.sleep(Duration.ofSeconds(1).dividedBy(PIECES_A_SECOND)); // as long as it would sound
            } else {
                playing.write(bytes, at, length);
            }
            synchronized (state) {
                if (next.speech() != speech) {
                    if (playing != null) {
                        playing.flush();
                    }
                    return;
                }
                long nanos = length / BYTES * SECOND / sound.sampleRate();
                given += nanos;
                waiting = Math.max(0, waiting - nanos);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    /** The line for a rate; null if this machine cannot sound. */
    private @Nullable SourceDataLine lineFor(int rate) {
        SourceDataLine playing = line;
        if (mute || playing != null && playing.getFormat().getSampleRate() == rate) {
            return playing;
        }
        if (playing != null) {
            playing.drain();
            drop();
        }
        var format = JavaSound.format(rate, 1);
        try {
            SourceDataLine opened =
                    (SourceDataLine) AudioSystem.getLine(new DataLine.Info(SourceDataLine.class, format));
            opened.open(format, rate / BUFFERS_A_SECOND * BYTES);
            opened.start();
            synchronized (state) {
                line = opened;
            }
            return opened;
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException silent) {
            mute = true;
            LOG.warn(
                    "This machine has no loudspeaker for LiYing's voice; connect one and switch the microphone on again",
                    silent);
            return null;
        }
    }

    private void drop() {
        SourceDataLine playing;
        synchronized (state) {
            playing = line;
            line = null;
        }
        if (playing != null) {
            playing.close();
        }
    }

    @Override
    public void close() {
        hush();
        feeder.interrupt();
    }
}
