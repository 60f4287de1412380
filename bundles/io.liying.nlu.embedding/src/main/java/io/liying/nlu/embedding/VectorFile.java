package io.liying.nlu.embedding;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Vectors on the disk, found by the text that they belong to; the text itself is not kept, only a digest of it. Entries of
 * a fixed size follow one another; a file that is full begins anew. An entry that a crash cut off is overwritten. Only the
 * digests are in memory. Safe for use by many threads.
 */
final class VectorFile implements AutoCloseable {

    private record Key(long high, long low) {}

    private static final int DIGEST = 16;

    private final FileChannel channel;
    private final Map<Key, Integer> places = new HashMap<>();
    private final int entry;
    private final int width;
    private final long most;

    private VectorFile(FileChannel channel, int width, long bytes) {
        this.channel = channel;
        this.width = width;
        this.entry = DIGEST + Short.BYTES * width;
        this.most = Math.max(1, bytes / entry);
    }

    /**
     * Opens or creates a file.
     *
     * @param width how many elements a vector has
     * @param bytes how large the file may become
     */
    static VectorFile open(Path file, int width, long bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        VectorFile vectors = new VectorFile(channel, width, bytes);
        vectors.index();
        return vectors;
    }

    private void index() throws IOException {
        long entries = Math.min(most, channel.size() / entry);
        channel.truncate(entries * entry);
        ByteBuffer digest = ByteBuffer.allocate(DIGEST);
        for (int place = 0; place < entries; place++) {
            read(digest.clear(), (long) place * entry);
            places.put(new Key(digest.getLong(), digest.getLong()), place);
        }
    }

    synchronized Optional<float[]> find(String text) throws IOException {
        Integer place = places.get(key(text));
        if (place == null) {
            return Optional.empty();
        }
        ByteBuffer content = ByteBuffer.allocate(entry - DIGEST);
        read(content, (long) place * entry + DIGEST);
        float[] vector = new float[width];
        for (int i = 0; i < width; i++) {
            vector[i] = Float.float16ToFloat(content.getShort());
        }
        return Optional.of(vector);
    }

    private void read(ByteBuffer target, long from) throws IOException {
        long at = from;
        while (target.hasRemaining()) {
            int count = channel.read(target, at);
            if (count < 0) {
                throw new EOFException("the file of vectors is shorter than it was");
            }
            at += count;
        }
        target.flip();
    }

    synchronized void put(String text, float[] vector) throws IOException {
        if (vector.length != width) {
            throw new IllegalArgumentException("a vector of " + vector.length + " elements, not " + width);
        }
        Key key = key(text);
        if (places.containsKey(key)) {
            return;
        }
        if (places.size() >= most) {
            places.clear();
            channel.truncate(0);
        }
        int place = places.size();
        ByteBuffer content = ByteBuffer.allocate(entry).putLong(key.high()).putLong(key.low());
        for (float value : vector) {
            content.putShort(Float.floatToFloat16(value));
        }
        content.flip();
        long at = (long) place * entry;
        while (content.hasRemaining()) {
            at += channel.write(content, at);
        }
        places.put(key, place);
    }

    private static Key key(String text) {
        try {
            ByteBuffer digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            return new Key(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }
}
