package io.liying.nlu.training.read;

import io.liying.nlu.api.training.TrainingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The text of a file: UTF-8, or UTF-16 that says so. Bytes that are not UTF-8 become U+FFFD, so that their lines are found. */
final class TextFile {

    private static final int LOOKED_AT = 65_536;
    private static final double MOST_BROKEN = 0.1;

    private TextFile() {}

    /** @throws TrainingException if it is no text at all, or in a wholly different encoding */
    static String read(byte[] bytes) throws TrainingException {
        String text = decode(bytes);
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        if (text.isBlank()) {
            throw new TrainingException("file.empty", Map.of());
        }
        int broken = 0;
        int looked = Math.min(LOOKED_AT, text.length());
        for (int i = 0; i < looked; i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new TrainingException("file.binary", Map.of());
            }
            broken += c == '\uFFFD' ? 1 : 0;
        }
        if (broken > looked * MOST_BROKEN) {
            throw new TrainingException("file.encoding", Map.of());
        }
        return text;
    }

    private static String decode(byte[] bytes) {
        if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return lenient(bytes, StandardCharsets.UTF_16LE);
        }
        if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return lenient(bytes, StandardCharsets.UTF_16BE);
        }
        return lenient(bytes, StandardCharsets.UTF_8);
    }

    private static String lenient(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
