package io.liying.bench;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.MarkedPhrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Texts and their intents, from a folder with {@code train.csv}, {@code valid.csv} and perhaps {@code test.csv}
 * ({@code text,intent}, RFC 4180), or with one {@code .txt} file of {@code label<TAB>text} (as 3i4k's), of which every tenth
 * line of an order that is always the same is kept for validation.
 */
record LabelledTexts(Map<String, List<Item>> parts, Language language, int badLines) {

    /** The label of texts that no intent is meant for. */
    static final String OUT_OF_SCOPE = "oos";

    private static final int SEED = 20_240_601;
    private static final int TENTH = 10;

    /**
     * One text.
     *
     * @param marked with its slots marked, which may be malformed
     */
    record Item(String marked, String intent) {

        boolean inScope() {
            return !intent.equals(OUT_OF_SCOPE);
        }

        MarkedPhrase phrase() {
            return MarkedPhrase.parse(marked);
        }
    }

    static LabelledTexts read(Path folder) throws IOException {
        Map<String, List<Item>> parts = new LinkedHashMap<>();
        int[] bad = new int[1];
        for (String part : List.of("train", "valid", "test")) {
            Path file = folder.resolve(part + ".csv");
            if (Files.exists(file)) {
                parts.put(part, items(csv(Files.readString(file)), bad));
            }
        }
        if (!parts.containsKey("train")) {
            parts.putAll(split(items(tabs(folder), bad)));
        }
        List<Item> train = parts.getOrDefault("train", List.of());
        if (train.isEmpty() || !parts.containsKey("valid")) {
            throw new IllegalArgumentException(
                    folder + " has no train.csv and valid.csv with text,intent and no .txt file with label<TAB>text");
        }
        return new LabelledTexts(parts, language(train), bad[0]);
    }

    /**
     * Texts of several languages of which there is no part to learn from: files such as {@code de.valid.csv}, as xSID's.
     *
     * @param count into how many parts each is divided; each part is told once by what the others teach
     */
    static Map<Language, List<LabelledTexts>> folds(Path folder, int count) throws IOException {
        Map<Language, List<LabelledTexts>> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Path file = folder.resolve(language.code() + ".valid.csv");
            if (Files.exists(file)) {
                int[] bad = new int[1];
                List<Item> items = items(csv(Files.readString(file)), bad);
                all.put(
                        language,
                        IntStream.range(0, count)
                                .mapToObj(fold -> new LabelledTexts(
                                        Map.of(
                                                "train", every(items, index -> index % count != fold),
                                                "valid", every(items, index -> index % count == fold)),
                                        language,
                                        bad[0]))
                                .toList());
            }
        }
        return all;
    }

    private static List<Item> every(List<Item> items, IntPredicate which) {
        return IntStream.range(0, items.size())
                .filter(which)
                .mapToObj(items::get)
                .toList();
    }

    /** What is learnt from. */
    List<Item> train() {
        return parts.getOrDefault("train", List.of());
    }

    /** The examples of the training part. */
    List<IntentExamples> examples() {
        Map<String, List<String>> phrases = new LinkedHashMap<>();
        for (Item item : train()) {
            phrases.computeIfAbsent(item.inScope() ? item.intent() : IntentExamples.NONE, name -> new ArrayList<>())
                    .add(item.marked());
        }
        return phrases.entrySet().stream()
                .map(intent -> new IntentExamples(intent.getKey(), Map.of(language, intent.getValue())))
                .toList();
    }

    boolean hasSlots() {
        return train().stream().anyMatch(item -> !item.phrase().slots().isEmpty());
    }

    private static List<Item> items(List<List<String>> rows, int[] bad) {
        List<Item> items = new ArrayList<>();
        for (List<String> row : rows) {
            if (row.size() == 2 && wellFormed(row.getFirst()) && !row.getLast().isBlank()) {
                items.add(new Item(row.getFirst().strip(), row.getLast().strip()));
            } else if (!row.equals(List.of(""))) {
                bad[0]++;
            }
        }
        return items;
    }

    private static boolean wellFormed(String marked) {
        try {
            return !MarkedPhrase.parse(marked).text().isBlank();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** The rows behind the heading. */
    private static List<List<String>> csv(String content) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (quoted && c == '"' && i + 1 < content.length() && content.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        row.add(cell.toString());
        rows.add(row);
        return rows.subList(1, rows.size());
    }

    private static List<List<String>> tabs(Path folder) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, "*train*.txt")) {
            for (Path file : files) {
                for (String line : Files.readAllLines(file)) {
                    int tab = line.indexOf('\t');
                    String text = line.substring(tab + 1).replace('[', '(').replace(']', ')');
                    rows.add(tab < 0 ? List.of(line) : List.of(text, line.substring(0, tab)));
                }
            }
        }
        return rows;
    }

    private static Map<String, List<Item>> split(List<Item> items) {
        List<Item> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, new Random(SEED));
        int kept = shuffled.size() / TENTH;
        return Map.of("valid", shuffled.subList(0, kept), "train", shuffled.subList(kept, shuffled.size()));
    }

    /** What script most texts are in; of those in Latin letters English is taken. */
    private static Language language(List<Item> items) {
        int[] counts = new int[Language.values().length];
        for (Item item : items.subList(0, Math.min(500, items.size()))) {
            String text = item.marked();
            Language language = text.codePoints().anyMatch(c -> c >= 0xAC00 && c <= 0xD7A3)
                    ? Language.KOREAN
                    : text.codePoints().anyMatch(c -> c >= 0x3040 && c <= 0x30FF)
                            ? Language.JAPANESE
                            : text.codePoints().anyMatch(c -> c >= 0x4E00 && c <= 0x9FFF)
                                    ? Language.CHINESE
                                    : Language.ENGLISH;
            counts[language.ordinal()]++;
        }
        Language most = Language.ENGLISH;
        for (Language language : Language.values()) {
            most = counts[language.ordinal()] > counts[most.ordinal()] ? language : most;
        }
        return most;
    }
}
