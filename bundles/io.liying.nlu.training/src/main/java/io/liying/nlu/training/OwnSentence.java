package io.liying.nlu.training;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.training.read.Sentence;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sentence of a version, as its file has it: origin, intent, language and text, separated by tabs.
 *
 * @param origin the data set that brought it, or {@link #REVIEW}
 */
record OwnSentence(String origin, Sentence sentence) {

    static final String REVIEW = "review";

    static String write(List<OwnSentence> sentences) {
        StringBuilder file = new StringBuilder(64 * sentences.size());
        for (OwnSentence one : sentences) {
            file.append(one.origin)
                    .append('\t')
                    .append(one.sentence.intent())
                    .append('\t')
                    .append(one.sentence.language().code())
                    .append('\t')
                    .append(one.sentence.text())
                    .append('\n');
        }
        return file.toString();
    }

    static List<OwnSentence> read(Path file) throws IOException {
        List<OwnSentence> sentences = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split("\t", 4);
                Language language =
                        parts.length < 4 ? null : Language.of(parts[2]).orElse(null);
                if (language == null) {
                    throw new IOException(file + " has a line that is no sentence: " + line);
                }
                sentences.add(new OwnSentence(parts[0], new Sentence(parts[1], language, parts[3])));
            }
        }
        return sentences;
    }

    static List<Sentence> plain(List<OwnSentence> sentences) {
        return sentences.stream().map(OwnSentence::sentence).toList();
    }

    /** The sentences by intent and language, in the order of the intents. */
    static List<IntentExamples> examples(Collection<Sentence> sentences) {
        Map<String, Map<Language, List<String>>> byIntent = new TreeMap<>();
        for (Sentence sentence : sentences) {
            byIntent.computeIfAbsent(sentence.intent(), intent -> new EnumMap<>(Language.class))
                    .computeIfAbsent(sentence.language(), language -> new ArrayList<>())
                    .add(sentence.text());
        }
        List<IntentExamples> examples = new ArrayList<>();
        byIntent.forEach((intent, phrases) -> examples.add(new IntentExamples(intent, phrases)));
        return examples;
    }
}
