package io.liying.speech.sphinx;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Sound from the thread that gives it to the one that decodes it. An utterance is bounded, and so is this. */
final class SoundPipe extends InputStream {

    private static final byte[] END = {};

    private final BlockingQueue<byte[]> parts = new LinkedBlockingQueue<>();
    private byte[] part = {};
    private int at;
    private boolean ended;

    void give(byte[] bytes) {
        if (bytes.length > 0) {
            parts.add(bytes);
        }
    }

    void end() {
        parts.add(END);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (at == part.length && !ended) {
            try {
                part = parts.take();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw (IOException) new InterruptedIOException("nobody listens").initCause(stopped);
            }
            at = 0;
            ended = part == END;
        }
        if (ended) {
            return -1;
        }
        int count = Math.min(length, part.length - at);
        System.arraycopy(part, at, target, offset, count);
        at += count;
        return count;
    }
}
