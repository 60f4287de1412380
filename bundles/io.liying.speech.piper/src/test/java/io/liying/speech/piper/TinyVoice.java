package io.liying.speech.piper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A voice of our own making with the inputs and the output of Piper's: each phoneme is 256 samples of a tone, as loud as its
 * number is large. Written as ONNX (onnx.proto3, field numbers beside the calls).
 */
final class TinyVoice {

    static final int SAMPLES = 256;
    static final int RATE = 16_000;

    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private TinyVoice() {}

    /** Writes NAME.onnx and NAME.onnx.json. */
    static void write(Path folder, String name) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ".onnx"), model());
            Files.writeString(folder.resolve(name + ".onnx.json"), settings());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static String settings() {
        StringBuilder map = new StringBuilder("\"_\": [0], \"^\": [1], \"$\": [2], \" \": [3]");
        int number = 4;
        for (int point :
                "abdefhijklmnoprstuvwzðŋɐɑɒɔəɚɛɜɡɪɫɹʃʊʌʒθˈˌː.,?!".codePoints().toArray()) {
            map.append(", \"")
                    .appendCodePoint(point)
                    .append("\": [")
                    .append(number++)
                    .append(']');
        }
        return """
                {"audio": {"sample_rate": %d}, "espeak": {"voice": "en-us"}, "num_speakers": 1,
                 "inference": {"noise_scale": 0.5, "length_scale": 1, "noise_w": 0.5}, "phoneme_id_map": {%s}}""".formatted(RATE, map);
    }

    /** input [1, n] → float [1, n] → [1, n, 1] × tone [1, 1, 256] → [1, n, 256] → output [1, 1, 1, n·256]. */
    static byte[] model() {
        float[] tone = new float[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            tone[i] = (float) Math.sin(2 * Math.PI * 8 * i / SAMPLES) / 100;
        }
        TinyVoice graph = new TinyVoice();
        graph.part(1, node("Cast", "numbers", attribute("to", FLOAT), "input"));
        graph.part(1, node("Reshape", "column", null, "numbers", "tall"));
        graph.part(1, node("Mul", "rows", null, "column", "tone"));
        graph.part(1, node("Reshape", "output", null, "rows", "flat"));
        graph.text(2, "tiny");
        graph.part(5, longs("tall", 1, -1, 1));
        graph.part(5, longs("flat", 1, 1, 1, -1));
        graph.part(5, floats("tone", tone));
        graph.part(11, value("input", INT64, 2));
        graph.part(11, value("input_lengths", INT64, 1));
        graph.part(11, value("scales", FLOAT, 1));
        graph.part(12, value("output", FLOAT, 4));
        TinyVoice operators = new TinyVoice();
        operators.number(2, 13); // OperatorSetIdProto.version
        TinyVoice model = new TinyVoice();
        model.number(1, 8); // ModelProto.ir_version
        model.part(7, graph);
        model.part(8, operators);
        return model.bytes.toByteArray();
    }

    /** NodeProto: input 1, output 2, op_type 4, attribute 5. */
    private static TinyVoice node(String operator, String output, TinyVoice attribute, String... inputs) {
        TinyVoice node = new TinyVoice();
        for (String input : inputs) {
            node.text(1, input);
        }
        node.text(2, output);
        node.text(4, operator);
        if (attribute != null) {
            node.part(5, attribute);
        }
        return node;
    }

    /** AttributeProto: name 1, i 3, type 20 (INT = 2). */
    private static TinyVoice attribute(String name, long value) {
        TinyVoice attribute = new TinyVoice();
        attribute.text(1, name);
        attribute.number(3, value);
        attribute.number(20, 2);
        return attribute;
    }

    /** TensorProto: dims 1, data_type 2, name 8, raw_data 9. */
    private static TinyVoice longs(String name, long... values) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(values);
        return tensor(name, INT64, raw.array(), values.length);
    }

    private static TinyVoice floats(String name, float... values) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return tensor(name, FLOAT, raw.array(), 1, 1, values.length);
    }

    private static TinyVoice tensor(String name, int type, byte[] raw, long... dimensions) {
        TinyVoice tensor = new TinyVoice();
        for (long dimension : dimensions) {
            tensor.number(1, dimension);
        }
        tensor.number(2, type);
        tensor.text(8, name);
        tensor.data(9, raw);
        return tensor;
    }

    /** ValueInfoProto: name 1, type 2 → tensor_type 1 → elem_type 1, shape 2 → dim 1 (dim_param 2). */
    private static TinyVoice value(String name, int type, int dimensions) {
        TinyVoice shape = new TinyVoice();
        for (int i = 0; i < dimensions; i++) {
            TinyVoice dimension = new TinyVoice();
            dimension.text(2, name + i);
            shape.part(1, dimension);
        }
        TinyVoice tensor = new TinyVoice();
        tensor.number(1, type);
        tensor.part(2, shape);
        TinyVoice holder = new TinyVoice();
        holder.part(1, tensor);
        TinyVoice value = new TinyVoice();
        value.text(1, name);
        value.part(2, holder);
        return value;
    }

    private void number(int field, long value) {
        varint((long) field << 3);
        varint(value);
    }

    private void text(int field, String text) {
        data(field, text.getBytes(StandardCharsets.UTF_8));
    }

    private void part(int field, TinyVoice part) {
        data(field, part.bytes.toByteArray());
    }

    private void data(int field, byte[] data) {
        varint((long) field << 3 | 2);
        varint(data.length);
        bytes.writeBytes(data);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }
}
