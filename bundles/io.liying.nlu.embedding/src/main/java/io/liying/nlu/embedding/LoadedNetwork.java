package io.liying.nlu.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A network in memory. Safe for use by many threads. */
final class LoadedNetwork implements AutoCloseable {

    /** A command is much shorter; the time that a network takes grows with the square of this. */
    private static final int MOST_PIECES = 64;

    private static final String LAST = "last_hidden_state";

    private final Network network;
    private final WordPieces pieces;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final List<String> outputs = new ArrayList<>();

    private LoadedNetwork(Network network, WordPieces pieces, OrtEnvironment environment, OrtSession session) {
        this.network = network;
        this.pieces = pieces;
        this.environment = environment;
        this.session = session;
        outputs.add(LAST);
        outputs.addAll(network.innerValues());
    }

    /**
     * Loads a network. The model is read from a file, not from the heap, and no memory is kept for later runs: that halves
     * what a network takes.
     *
     * @param folder where there is room for the model while it is read
     * @throws IllegalStateException if this machine cannot run it
     */
    static LoadedNetwork load(Network network, Path folder) {
        try (InputStream vocabulary = resource(network.file() + "-tokenizer.json");
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            WordPieces pieces = WordPieces.read(vocabulary);
            Path model = model(network, folder);
            try {
                OrtEnvironment environment = OrtEnvironment.getEnvironment();
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                options.setCPUArenaAllocator(false);
                options.setMemoryPatternOptimization(false);
                OrtSession session = environment.createSession(model.toString(), options);
                return new LoadedNetwork(network, pieces, environment, session);
            } finally {
                Files.delete(model);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(network.file() + " cannot be read", failure);
        } catch (OrtException | LinkageError failure) {
            throw new IllegalStateException(
                    network.file() + " cannot run on this machine: " + failure.getMessage(), failure);
        }
    }

    private static Path model(Network network, Path folder) throws IOException {
        Path file = Files.createTempFile(Files.createDirectories(folder), network.file(), ".onnx");
        try (InputStream model = resource(network.file() + ".onnx");
                OutputStream target = Files.newOutputStream(file)) {
            model.transferTo(target);
            target.write(Graph.outputs(network.innerValues()));
        }
        return file;
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = LoadedNetwork.class.getResourceAsStream("/" + name);
        if (stream == null) {
            throw new IOException(name + " is missing in the bundle");
        }
        return stream;
    }

    /** The pieces of a sentence; sentences of equally many can be embedded together. */
    long[] read(String sentence) {
        return pieces.read(network.prefix() + sentence, MOST_PIECES);
    }

    /** The vectors of some sentences, all of the same number of pieces. */
    List<float[]> embed(List<long[]> sentences) {
        int length = sentences.getFirst().length;
        LongBuffer ids = longs(sentences.size() * length);
        sentences.forEach(ids::put);
        LongBuffer mask = longs(ids.capacity());
        while (mask.hasRemaining()) {
            mask.put(1);
        }
        LongBuffer types = longs(ids.capacity());
        long[] shape = {sentences.size(), length};
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        try {
            inputs.put("input_ids", OnnxTensor.createTensor(environment, ids.flip(), shape));
            inputs.put("attention_mask", OnnxTensor.createTensor(environment, mask.flip(), shape));
            if (session.getInputNames().contains("token_type_ids")) {
                inputs.put("token_type_ids", OnnxTensor.createTensor(environment, types, shape));
            }
            try (OrtSession.Result result = session.run(inputs)) {
                return vectors(result, sentences.size(), length);
            }
        } catch (OrtException failure) {
            throw new IllegalStateException(network.file() + " failed: " + failure.getMessage(), failure);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static LongBuffer longs(int count) {
        return ByteBuffer.allocateDirect(count * Long.BYTES)
                .order(ByteOrder.nativeOrder())
                .asLongBuffer();
    }

    private List<float[]> vectors(OrtSession.Result result, int sentences, int length) {
        Pooling pooling = new Pooling(sentences, length, outputs.size());
        for (String output : outputs) {
            OnnxTensor tensor = (OnnxTensor) result.get(output)
                    .orElseThrow(() -> new IllegalStateException(network.file() + " has no value " + output));
            pooling.add(tensor.getFloatBuffer().array(), output.equals(LAST));
        }
        return pooling.vectors();
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException failure) {
            throw new IllegalStateException(network.file() + " could not be closed: " + failure.getMessage(), failure);
        }
    }
}
