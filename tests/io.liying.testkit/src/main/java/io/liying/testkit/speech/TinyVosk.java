package io.liying.testkit.speech;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A small Vosk model of each of the seven languages, with 66 to 98 words, that knows synthetic voices only, and recordings of
 * them. How they were made stands in {@code src/speech}.
 */
public final class TinyVosk {

    private static final List<String> FILES = List.of(
            "am/final.mdl",
            "conf/mfcc.conf",
            "conf/model.conf",
            "graph/Gr.fst",
            "graph/HCLr.fst",
            "graph/disambig_tid.int",
            "graph/words.txt",
            "graph/phones/word_boundary.int");

    /** Codes of all languages that there are models for. */
    public static final List<String> LANGUAGES = List.of("ko", "en", "zh", "ja", "es", "fr", "de");

    private TinyVosk() {}

    /**
     * A recording of synthetic speech, 16 kHz mono.
     *
     * @param file its name
     * @param text what is said; empty for silence and noise
     * @param wav the file's bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // read by tests only
    public record Recording(String file, String text, byte[] wav) {

        /** Its samples. */
        public short[] samples() {
            short[] samples = new short[(wav.length - 44) / 2];
            java.nio.ByteBuffer.wrap(wav, 44, samples.length * 2)
                    .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples);
            return samples;
        }
    }

    /** Unpacks the model of a language of {@link #LANGUAGES} into a folder of its own within a folder. */
    public static Path model(String language, Path into) {
        String name = "vosk-tiny-" + language;
        Path model = into.resolve(name);
        for (String file : FILES) {
            Path target = model.resolve(file);
            try {
                Files.createDirectories(target.getParent());
                Files.write(target, bytes(name + "/" + file));
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
        return model;
    }

    /** All recordings of a language. */
    public static List<Recording> recordings(String language) {
        String folder = folder(language);
        return new String(bytes(folder + "list.tsv"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(line -> new Recording(line[0], line[1], bytes(folder + line[0])))
                .toList();
    }

    /** One recording, by its name without ".wav". */
    public static Recording recording(String language, String name) {
        return recordings(language).stream()
                .filter(recording -> recording.file().equals(name + ".wav"))
                .findFirst()
                .orElseThrow();
    }

    private static String folder(String language) {
        return language.equals("en") ? "wav/" : "wav-" + language + "/";
    }

    private static byte[] bytes(String file) {
        try (InputStream in = TinyVosk.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
