package io.liying.nlu.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** @throws IllegalStateException if this machine cannot run it */
    static LoadedNetwork load(Network network) {
        try (InputStream vocabulary = resource(network.file() + "-tokenizer.json");
                InputStream model = resource(network.file() + ".onnx");
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            WordPieces pieces = WordPieces.read(vocabulary);
            byte[] graph = Graph.withOutputs(model.readAllBytes(), network.innerValues());
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new LoadedNetwork(network, pieces, environment, environment.createSession(graph, options));
        } catch (IOException failure) {
            throw new UncheckedIOException(network.file() + " cannot be read", failure);
        } catch (OrtException | LinkageError failure) {
            throw new IllegalStateException(
                    network.file() + " cannot run on this machine: " + failure.getMessage(), failure);
        }
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
        long[][] ids = sentences.toArray(long[][]::new);
        long[][] mask = new long[ids.length][ids[0].length];
        for (long[] row : mask) {
            Arrays.fill(row, 1);
        }
        long[][] types = new long[ids.length][ids[0].length];
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        try {
            inputs.put("input_ids", OnnxTensor.createTensor(environment, ids));
            inputs.put("attention_mask", OnnxTensor.createTensor(environment, mask));
            if (session.getInputNames().contains("token_type_ids")) {
                inputs.put("token_type_ids", OnnxTensor.createTensor(environment, types));
            }
            try (OrtSession.Result result = session.run(inputs)) {
                return vectors(result, ids.length, ids[0].length);
            }
        } catch (OrtException failure) {
            throw new IllegalStateException(network.file() + " failed: " + failure.getMessage(), failure);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private List<float[]> vectors(OrtSession.Result result, int sentences, int length) {
        Pooling pooling = new Pooling(sentences, length, outputs.size());
        for (String output : outputs) {
            OnnxTensor tensor = (OnnxTensor) result.get(output)
                    .orElseThrow(() -> new IllegalStateException(network.file() + " has no value " + output));
            float[] values = new float[tensor.getFloatBuffer().remaining()];
            tensor.getFloatBuffer().get(values);
            pooling.add(values, output.equals(LAST));
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
