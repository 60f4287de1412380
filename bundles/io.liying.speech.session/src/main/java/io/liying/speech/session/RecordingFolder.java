package io.liying.speech.session;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.WavFile;
import io.liying.speech.api.voice.VoiceRecordings.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The recordings of one person: pairs of {@code .wav} and {@code .txt}, whose name tells when, for how many days and in
 * which language; and the file that tells for how many days the next ones are kept. The caller sees to it that one thread
 * at a time writes.
 */
final class RecordingFolder {

    private static final Pattern ID = Pattern.compile("(\\d{13})-(\\d{1,4})-([a-z]{2})-[0-9a-f]{8}");
    private static final String SOUND = ".wav";
    private static final String TEXT = ".txt";
    private static final String PART = ".part";
    private static final String DAYS = "days";

    private final Path folder;

    RecordingFolder(Path folder) {
        this.folder = folder;
    }

    int days() throws IOException {
        try {
            return Integer.parseInt(Files.readString(folder.resolve(DAYS)).strip());
        } catch (NoSuchFileException never) {
            return 0;
        } catch (NumberFormatException broken) {
            throw new IOException(folder.resolve(DAYS) + " holds no number", broken);
        }
    }

    void days(int wanted) throws IOException {
        Files.createDirectories(folder);
        write(DAYS, String.valueOf(wanted).getBytes(StandardCharsets.UTF_8));
    }

    void add(Instant at, Language language, String text, Audio sound) throws IOException {
        String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        String id = "%013d-%d-%s-%s".formatted(at.toEpochMilli(), days(), language.code(), random);
        write(id + TEXT, text.getBytes(StandardCharsets.UTF_8));
        write(id + SOUND, WavFile.of(sound.sampleRate(), List.of(sound)));
    }

    /** A file is there whole or not at all. */
    private void write(String name, byte[] content) throws IOException {
        Path part = Files.createTempFile(folder, name, PART);
        try {
            Files.write(part, content);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Newest first. */
    List<Recording> recordings() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SOUND))
                    .map(name -> name.substring(0, name.length() - SOUND.length()))
                    .flatMap(id -> recording(id).stream())
                    .sorted(Comparator.comparing(Recording::at).reversed())
                    .toList();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private Optional<Recording> recording(String id) {
        Matcher matcher = ID.matcher(id);
        Optional<Language> language = matcher.matches() ? Language.of(matcher.group(3)) : Optional.empty();
        return language.map(spoken -> {
            try {
                long bytes = Files.size(folder.resolve(id + SOUND)) - WavFile.HEADER_BYTES;
                return new Recording(
                        id,
                        Instant.ofEpochMilli(Long.parseLong(matcher.group(1))),
                        spoken,
                        Files.readString(folder.resolve(id + TEXT)),
                        Duration.ofMillis(Math.max(0, bytes) * 1000 / (2 * Audio.HEARING_RATE)));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    Optional<Path> sound(String id) {
        return Optional.of(id)
                .filter(ID.asMatchPredicate())
                .map(known -> folder.resolve(known + SOUND))
                .filter(Files::isRegularFile);
    }

    boolean delete(String id) throws IOException {
        boolean there = sound(id).isPresent();
        if (there) {
            Files.deleteIfExists(folder.resolve(id + SOUND));
            Files.deleteIfExists(folder.resolve(id + TEXT));
        }
        return there;
    }

    /**
     * Deletes what is over, the oldest beyond the limit, and what a process that was killed has left half written; returns
     * when the next one is over.
     */
    Optional<Instant> tidy(Instant now, long mostBytes) throws IOException {
        deleteFragments();
        Optional<Instant> next = Optional.empty();
        long bytes = 0;
        for (Recording recording : recordings()) {
            bytes += recording.length().toMillis() * 2 * Audio.HEARING_RATE / 1000;
            Instant end = end(recording);
            if (bytes > mostBytes || !end.isAfter(now)) {
                delete(recording.id());
            } else if (next.isEmpty() || end.isBefore(next.get())) {
                next = Optional.of(end);
            }
        }
        return next;
    }

    private void deleteFragments() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            String id = name.endsWith(TEXT) ? name.substring(0, name.length() - TEXT.length()) : name;
            if (name.endsWith(PART) || name.endsWith(TEXT) && sound(id).isEmpty()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Fewer days hold for what was said before as well. */
    private Instant end(Recording recording) throws IOException {
        Matcher matcher = ID.matcher(recording.id());
        int asked = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
        int now = days();
        return recording.at().plus(Duration.ofDays(now == 0 ? asked : Math.min(asked, now)));
    }
}
