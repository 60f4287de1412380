package io.liying.nlu.embedding;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Makes inner values of an ONNX graph its outputs. The parts of a protocol buffer message that stand one after the other
 * are merged when they are read, so a second, small graph behind the model is enough.
 */
final class Graph {

    /** {@code ModelProto.graph}, {@code GraphProto.output} and {@code ValueInfoProto.name} as length-delimited fields. */
    private static final int GRAPH = 7 << 3 | 2;

    private static final int OUTPUT = 12 << 3 | 2;
    private static final int NAME = 1 << 3 | 2;

    private Graph() {}

    /** What to write behind a model so that it has more outputs. */
    static byte[] outputs(List<String> names) {
        ByteArrayOutputStream graph = new ByteArrayOutputStream();
        for (String name : names) {
            ByteArrayOutputStream value = new ByteArrayOutputStream();
            field(value, NAME, name.getBytes(StandardCharsets.UTF_8));
            field(graph, OUTPUT, value.toByteArray());
        }
        ByteArrayOutputStream result = new ByteArrayOutputStream(1024);
        field(result, GRAPH, graph.toByteArray());
        return result.toByteArray();
    }

    private static void field(ByteArrayOutputStream target, int tag, byte[] content) {
        target.write(tag);
        int length = content.length;
        while (length > 0x7F) {
            target.write(length & 0x7F | 0x80);
            length >>>= 7;
        }
        target.write(length);
        target.writeBytes(content);
    }
}
