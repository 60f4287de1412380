package io.liying.nlu.training.read;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.LanguageDetector;
import io.liying.nlu.api.LanguageGuess;
import io.liying.nlu.api.MarkedPhrase;
import io.liying.nlu.api.training.ImportOrder;
import io.liying.nlu.api.training.LineProblem;
import io.liying.nlu.api.training.TrainingException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a person's file of whatever format, and finds the language of what does not say it. */
public final class FileReader {

    /**
     * What a file holds.
     *
     * @param entries how many lines or entries it has
     * @param problemCount how many of them do not count
     * @param problems the first of these
     */
    public record Content(List<Sentence> sentences, int entries, int problemCount, List<LineProblem> problems) {}

    private static final Pattern YAML = Pattern.compile("(?m)^(version:|nlu:|\\s*-\\s+(intent|text|lookup|synonym):)");

    /** A language with fewer of the sentences than this is a mistake of the detector. */
    private static final double LEAST_SHARE = 0.05;

    private static final double SURE = 0.9;

    private final LanguageDetector detector;
    private final ReadLimits limits;

    public FileReader(LanguageDetector detector, ReadLimits limits) {
        this.detector = detector;
        this.limits = limits;
    }

    /**
     * Reads a file.
     *
     * @throws TrainingException if nothing in it can be used
     */
    public Content read(byte[] file, ImportOrder order) throws TrainingException {
        String text = TextFile.read(file);
        Sentences sentences = new Sentences(limits);
        switch (order.format().orElseGet(() -> format(order.name(), text))) {
            case "csv" -> CsvFile.read(text, sentences);
            case "json" -> JsonFile.read(text, sentences);
            case "yaml" -> YamlFile.read(text, sentences);
            default ->
                throw new TrainingException(
                        "file.format", Map.of("format", order.format().orElse("")));
        }
        if (sentences.kept().isEmpty() && sentences.problems().isEmpty()) {
            throw new TrainingException("file.empty", Map.of());
        }
        return new Content(
                inLanguages(sentences.kept(), order),
                sentences.entries(),
                sentences.problemCount(),
                sentences.problems());
    }

    private static String format(String name, String text) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "csv", "tsv" -> "csv";
            case "json", "jsonl", "ndjson" -> "json";
            case "yml", "yaml" -> "yaml";
            default -> {
                String begin = text.stripLeading();
                if (begin.startsWith("{")
                        || begin.startsWith("[{")
                        || begin.startsWith("[\n")
                        || begin.startsWith("[ ")) {
                    yield "json";
                }
                yield YAML.matcher(begin.substring(0, Math.min(begin.length(), 4096)))
                                .find()
                        ? "yaml"
                        : "csv";
            }
        };
    }

    private List<Sentence> inLanguages(List<Entry> entries, ImportOrder order) {
        Map<Language, Integer> counts = new EnumMap<>(Language.class);
        List<LanguageGuess> guesses = new ArrayList<>(entries.size());
        boolean asked = order.language().isEmpty();
        for (Entry entry : entries) {
            if (asked && entry.language().isEmpty()) {
                LanguageGuess guess =
                        detector.detect(MarkedPhrase.parse(entry.text()).text(), Language.ENGLISH);
                guesses.add(guess);
                if (guess.decided()) {
                    counts.merge(guess.language(), 1, Integer::sum);
                }
            }
        }
        Language most = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Language.ENGLISH);
        List<Sentence> sentences = new ArrayList<>(entries.size());
        int next = 0;
        for (Entry entry : entries) {
            Language language =
                    Language.of(entry.language()).or(order::language).orElse(most);
            if (asked && entry.language().isEmpty()) {
                LanguageGuess guess = guesses.get(next++);
                boolean common = counts.getOrDefault(guess.language(), 0) >= LEAST_SHARE * guesses.size();
                if (guess.decided() && guess.confidence() >= SURE && common) {
                    language = guess.language();
                }
            }
            sentences.add(new Sentence(entry.intent(), language, entry.text()));
        }
        return sentences;
    }
}
