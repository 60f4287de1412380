package io.liying.bench;

import io.liying.i18n.api.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * A recording and what is said in it.
 *
 * @param text empty for silence and noise
 * @param samples 16 kHz mono
 */
@SuppressWarnings("ArrayRecordComponent") // read only
record Said(String text, short[] samples) {

    private static final AudioFormat HEARING = new AudioFormat(16_000, 16, 1, true, false);

    /**
     * WAV files, each with its words in a file of the same name that ends in .txt (none: silence or noise). Those in folders
     * that are named as a language are spoken in it, all others in English.
     */
    static Map<Language, List<Said>> in(Path folder) throws IOException, UnsupportedAudioFileException {
        Map<Language, List<Said>> all = new LinkedHashMap<>();
        List<Said> english = files(folder);
        if (!english.isEmpty()) {
            all.put(Language.ENGLISH, english);
        }
        for (Language language : Language.values()) {
            Path spoken = folder.resolve(language.code());
            if (Files.isDirectory(spoken)) {
                List<Said> said = all.computeIfAbsent(language, first -> new ArrayList<>());
                said.addAll(files(spoken));
            }
        }
        if (all.isEmpty()) {
            throw new IOException(folder + " has no WAV files, nor folders en, ko, zh, ja, es, fr or de with them");
        }
        return all;
    }

    private static List<Said> files(Path folder) throws IOException, UnsupportedAudioFileException {
        List<Said> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.wav")) {
            for (Path file : files) {
                Path words = Path.of(file.toString().replaceFirst("\\.wav$", ".txt"));
                String text = Files.exists(words) ? Files.readString(words, StandardCharsets.UTF_8) : "";
                all.add(new Said(plain(text), samples(file)));
            }
        }
        return all;
    }

    /** As recognizers write: no capitals, no punctuation but the apostrophe. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{P}\\p{S}&&[^'’]]", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static short[] samples(Path file) throws IOException, UnsupportedAudioFileException {
        try (AudioInputStream in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(Files.readAllBytes(file)));
                AudioInputStream mono = AudioSystem.getAudioInputStream(HEARING, in)) {
            byte[] bytes = mono.readAllBytes();
            short[] samples = new short[bytes.length / 2];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples);
            return samples;
        }
    }
}
