package io.liying.conversation.core;

import io.liying.conversation.core.DialogueState.Past;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.Referent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kept part of a conversation's state as a line of text: its fields in their order, in base 64. */
final class StateText {

    private static final int VERSION = 1;

    private StateText() {}

    static String write(KeptState state) {
        if (state.equals(KeptState.NONE)) {
            return "";
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            write(out, state.open(), StateText::write);
            write(out, state.last().stream().toList(), StateText::write);
            write(out, state.things().stream().toList(), StateText::write);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /**
     * Reads a state.
     *
     * @throws IllegalArgumentException if it is damaged or of a later version
     */
    static KeptState read(String text) {
        if (text.isEmpty()) {
            return KeptState.NONE;
        }
        try (DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
            if (in.readByte() != VERSION) {
                throw new IllegalArgumentException("a stored state is of another version");
            }
            List<OpenQuestion> open = list(in, StateText::question);
            Optional<Past> last = list(in, StateText::past).stream().findFirst();
            Optional<Past> things = list(in, StateText::past).stream().findFirst();
            return new KeptState(open, last, things);
        } catch (IOException | RuntimeException damaged) {
            throw new IllegalArgumentException("a stored state cannot be read", damaged);
        }
    }

    @FunctionalInterface
    private interface Writer<T> {
        void write(DataOutputStream out, T value) throws IOException;
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    private static <T> void write(DataOutputStream out, List<T> values, Writer<? super T> writer) throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            writer.write(out, value);
        }
    }

    private static <T> List<T> list(DataInputStream in, Reader<? extends T> reader) throws IOException {
        int size = in.readInt();
        List<T> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(reader.read(in));
        }
        return List.copyOf(values);
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static void write(DataOutputStream out, OpenQuestion question) throws IOException {
        write(out, question.kind().name());
        write(out, question.call());
        write(out, question.slot());
        write(out, question.text());
        write(out, question.options(), StateText::write);
        write(out, question.at().toString());
        out.writeInt(question.misses());
        out.writeByte(question.topics());
    }

    private static OpenQuestion question(DataInputStream in) throws IOException {
        return new OpenQuestion(
                OpenQuestion.Kind.valueOf(text(in)),
                call(in),
                text(in),
                text(in),
                list(in, StateText::referent),
                Instant.parse(text(in)),
                in.readInt(),
                in.readByte());
    }

    private static void write(DataOutputStream out, Past past) throws IOException {
        write(out, past.call());
        write(out, past.referents(), StateText::write);
        write(out, past.at().toString());
    }

    private static Past past(DataInputStream in) throws IOException {
        return new Past(call(in), list(in, StateText::referent), Instant.parse(text(in)));
    }

    private static void write(DataOutputStream out, SkillCall call) throws IOException {
        write(out, call.intent());
        write(out, call.text());
        write(out, call.language().code());
        write(out, call.entities(), StateText::write);
        write(out, List.copyOf(call.slots().keySet()), StateText::write);
        write(out, List.copyOf(call.slots().values()), StateText::write);
        out.writeBoolean(call.confirmed());
        write(out, call.replaces(), StateText::write);
    }

    private static SkillCall call(DataInputStream in) throws IOException {
        String intent = text(in);
        String words = text(in);
        Language language = Language.of(text(in)).orElseThrow();
        List<Entity> entities = list(in, StateText::entity);
        List<String> names = list(in, StateText::text);
        List<Entity> values = list(in, StateText::entity);
        Map<String, Entity> slots = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            slots.put(names.get(i), values.get(i));
        }
        return new SkillCall(intent, words, language, entities, slots, in.readBoolean(), list(in, StateText::referent));
    }

    private static void write(DataOutputStream out, Entity entity) throws IOException {
        write(out, entity.type());
        write(out, entity.value());
        write(out, entity.text());
        out.writeInt(entity.start());
        out.writeInt(entity.end());
        out.writeDouble(entity.confidence());
        write(out, entity.alternatives(), StateText::write);
        write(out, List.copyOf(entity.attributes().keySet()), StateText::write);
        write(out, List.copyOf(entity.attributes().values()), StateText::write);
    }

    private static Entity entity(DataInputStream in) throws IOException {
        String type = text(in);
        String value = text(in);
        String words = text(in);
        int start = in.readInt();
        int end = in.readInt();
        double confidence = in.readDouble();
        List<String> alternatives = list(in, StateText::text);
        List<String> names = list(in, StateText::text);
        List<String> values = list(in, StateText::text);
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            attributes.put(names.get(i), values.get(i));
        }
        return new Entity(type, value, words, start, end, confidence, alternatives, attributes);
    }

    private static void write(DataOutputStream out, Referent referent) throws IOException {
        write(out, referent.slot());
        write(out, referent.value());
        write(out, referent.label());
    }

    private static Referent referent(DataInputStream in) throws IOException {
        return new Referent(text(in), text(in), text(in));
    }
}
