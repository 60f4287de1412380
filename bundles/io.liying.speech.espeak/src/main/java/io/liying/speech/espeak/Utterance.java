package io.liying.speech.espeak;

import io.liying.speech.api.Audio;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.voice.SpeechSink;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One text that one process speaks. Reading from it cannot be interrupted, so a thread of its own reads. */
final class Utterance {

    /** About a tenth of a second. */
    private static final int PART_BYTES = 4096;

    private static final int WAV_HEADER_BYTES = 44;
    private static final int RATE_OFFSET = 24;

    /** Parts that wait for a listener that is behind: with them the pipe is full and the process waits, too. */
    private static final int MOST_WAITING = 16;

    private static final int LONGEST_SILENCE_SECONDS = 10;

    private final Process process;
    private final String text;
    private final BlockingQueue<Optional<Audio>> parts = new LinkedBlockingQueue<>(MOST_WAITING);
    private volatile boolean cancelled;

    Utterance(Process process, String text) {
        this.process = process;
        this.text = text;
    }

    void speak(SpeechSink sink, Executor readers) throws SpeechException, InterruptedException {
        try {
            readers.execute(this::read);
            boolean said = false;
            Optional<Audio> part = next();
            while (part.isPresent()) {
                sink.sound(part.get());
                said = true;
                part = next();
            }
            int exit = process.waitFor();
            if (exit != 0 || !said) {
                throw failure("it ended with " + exit);
            }
        } finally {
            cancelled = true;
            process.destroyForcibly();
            parts.clear();
        }
    }

    private Optional<Audio> next() throws SpeechException, InterruptedException {
        Optional<Audio> part = parts.poll(LONGEST_SILENCE_SECONDS, TimeUnit.SECONDS);
        if (part == null) {
            throw failure("it gave no sound for " + LONGEST_SILENCE_SECONDS + " s");
        }
        return part;
    }

    private void read() {
        try (InputStream in = process.getInputStream()) {
            try (OutputStream out = process.getOutputStream()) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
            DataInputStream data = new DataInputStream(in);
            byte[] header = new byte[WAV_HEADER_BYTES];
            data.readFully(header);
            int rate = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(RATE_OFFSET);
            byte[] bytes = in.readNBytes(PART_BYTES);
            while (bytes.length > 1) {
                put(Optional.of(Audio.ofLittleEndian(rate, even(bytes))));
                bytes = in.readNBytes(PART_BYTES);
            }
        } catch (EOFException silent) {
            // the exit code says why
        } catch (IOException | IllegalArgumentException broken) {
            process.destroyForcibly();
        } finally {
            put(Optional.empty());
        }
    }

    private static byte[] even(byte[] bytes) {
        return bytes.length % 2 == 0 ? bytes : Arrays.copyOf(bytes, bytes.length - 1);
    }

    private void put(Optional<Audio> part) {
        try {
            while (!cancelled && !parts.offer(part, 100, TimeUnit.MILLISECONDS)) {
                // the listener is behind
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static SpeechException failure(String reason) {
        return new SpeechException("speech.failed", Map.of("engine", "eSpeak NG", "reason", reason));
    }
}
