package io.liying.nlu.training;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.liying.nlu.api.training.Evaluation;
import io.liying.nlu.api.training.Version;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Properties;

/** The versions on the disk, a folder each. Safe for use by many threads. */
final class VersionStore {

    static final String SENTENCES = "sentences.tsv";
    private static final String ABOUT = "version.properties";
    private static final String REPORT = "report.json";
    private static final String FOLDER = "versions";

    private final Path folder;
    private final ActiveVersions active;
    private boolean swept;

    VersionStore(Path folder) {
        this.folder = folder;
        this.active = new ActiveVersions(folder);
    }

    static Path folder(Path folder, int number) {
        return folder.resolve(FOLDER).resolve("%06d".formatted(number));
    }

    ActiveVersions active() {
        return active;
    }

    /** The latest first. */
    synchronized List<Version> list() throws IOException {
        List<Version> versions = new ArrayList<>();
        Path all = folder.resolve(FOLDER);
        if (!swept) {
            Folders.sweep(all);
            swept = true;
        }
        if (Files.isDirectory(all)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(all, "[0-9]*")) {
                for (Path one : folders) {
                    if (Files.exists(one.resolve(ABOUT))) {
                        versions.add(read(one));
                    }
                }
            }
        }
        versions.sort(Comparator.comparingInt(Version::number).reversed());
        return versions;
    }

    private Version read(Path one) throws IOException {
        Properties about = new Properties();
        try (Reader reader = Files.newBufferedReader(one.resolve(ABOUT))) {
            about.load(reader);
        }
        int number = Integer.parseInt(String.valueOf(one.getFileName()));
        String model = about.getProperty("model", Version.ASSISTANT);
        return new Version(
                number,
                model,
                about.getProperty("source", ""),
                Instant.parse(about.getProperty("created", Instant.EPOCH.toString())),
                Integer.parseInt(about.getProperty("sentences", "0")),
                active.of(model).equals(OptionalInt.of(number)),
                figure(about, "accuracy"),
                figure(about, "macro_f1"));
    }

    private static OptionalDouble figure(Properties about, String name) {
        String value = about.getProperty(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(value));
    }

    Optional<Version> find(int number) throws IOException {
        return list().stream().filter(version -> version.number() == number).findFirst();
    }

    List<OwnSentence> sentences(int number) throws IOException {
        return OwnSentence.read(folder(folder, number).resolve(SENTENCES));
    }

    Optional<Evaluation> report(int number) throws IOException {
        Path file = folder(folder, number).resolve(REPORT);
        return Files.exists(file)
                ? Optional.of(new JsonMapper().readValue(Files.readString(file), Evaluation.class))
                : Optional.empty();
    }

    /** Keeps a version; it does not count yet. */
    synchronized Version keep(
            String model, String source, Instant now, List<OwnSentence> sentences, Optional<Evaluation> report)
            throws IOException {
        int number = list().stream().mapToInt(Version::number).max().orElse(0) + 1;
        Properties about = new Properties();
        about.setProperty("model", model);
        about.setProperty("source", source);
        about.setProperty("created", now.toString());
        about.setProperty("sentences", Integer.toString(sentences.size()));
        Map<String, String> files = new LinkedHashMap<>();
        files.put(SENTENCES, OwnSentence.write(sentences));
        if (report.isPresent()) {
            about.setProperty("accuracy", Double.toString(report.get().accuracy()));
            about.setProperty("macro_f1", Double.toString(report.get().macroF1()));
            files.put(REPORT, new JsonMapper().writeValueAsString(report.get()));
        }
        StringWriter text = new StringWriter();
        about.store(text, null);
        files.put(ABOUT, text.toString());
        Path kept = folder(folder, number);
        Folders.write(kept, files);
        return read(kept);
    }

    /** Deletes the oldest versions that do not count until so many are left. */
    synchronized void prune(int most) throws IOException {
        List<Version> versions = list();
        int left = versions.size();
        for (Version oldest : versions.reversed()) {
            if (left <= most) {
                return;
            }
            if (!oldest.active()) {
                Folders.delete(folder(folder, oldest.number()));
                left--;
            }
        }
    }

    synchronized void delete(int number) throws IOException {
        Folders.delete(folder(folder, number));
    }
}
