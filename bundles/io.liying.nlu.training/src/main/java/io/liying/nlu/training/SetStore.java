package io.liying.nlu.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.liying.nlu.api.training.DataSet;
import io.liying.nlu.api.training.LineProblem;
import io.liying.nlu.training.read.FileReader;
import io.liying.nlu.training.read.Sentence;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The imported data sets on the disk, a folder each. Safe for use by many threads. */
final class SetStore {

    private static final String SENTENCES = "sentences.tsv";
    private static final String ABOUT = "about.json";
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ENDING = Pattern.compile("\\.(csv|tsv|json|jsonl|ndjson|ya?ml|txt)$");
    private static final int LONGEST = 60;

    /** Made when it is needed: at the start it would cost time. */
    private static final class Json {
        static final JsonMapper MAPPER = new JsonMapper();
    }

    private final Path folder;
    private boolean swept;

    SetStore(Path folder) {
        this.folder = folder.resolve("sets");
    }

    /** The id that a name gets: what is no letter or digit becomes a hyphen. */
    static String id(String name) {
        String plain = ENDING.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)
                        .toLowerCase(Locale.ROOT)
                        .strip())
                .replaceFirst("");
        String id = OTHER.matcher(plain).replaceAll("-");
        id = id.substring(0, Math.min(LONGEST, id.length()));
        id = id.replaceAll("^-+|-+$", "");
        return id.isEmpty() || id.matches("[0-9]+|live|skills|assistant|review") ? "set-" + id : id;
    }

    synchronized List<DataSet> list() throws IOException {
        List<DataSet> sets = new ArrayList<>();
        if (!swept) {
            Folders.sweep(folder);
            swept = true;
        }
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder)) {
                for (Path one : folders) {
                    if (Files.exists(one.resolve(ABOUT))) {
                        sets.add(read(one));
                    }
                }
            }
        }
        sets.sort(Comparator.comparing(DataSet::name));
        return sets;
    }

    synchronized Optional<DataSet> find(String id) throws IOException {
        Path one = folder.resolve(id);
        return isId(id) && Files.exists(one.resolve(ABOUT)) ? Optional.of(read(one)) : Optional.empty();
    }

    /** So that no name leads out of the folder. */
    private static boolean isId(String id) {
        return id.equals(id(id));
    }

    synchronized List<Sentence> sentences(String id) throws IOException {
        return OwnSentence.plain(OwnSentence.read(folder.resolve(id).resolve(SENTENCES)));
    }

    synchronized DataSet keep(String name, Instant now, FileReader.Content content) throws IOException {
        String id = id(name);
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("name", name);
        about.put("imported", now.toString());
        about.put("lines", content.entries());
        about.put("problem_count", content.problemCount());
        about.put("problems", content.problems());
        about.put("intents", counts(content.sentences(), true));
        about.put("languages", counts(content.sentences(), false));
        List<OwnSentence> sentences = content.sentences().stream()
                .map(one -> new OwnSentence(id, one))
                .toList();
        Map<String, String> files = new LinkedHashMap<>();
        files.put(SENTENCES, OwnSentence.write(sentences));
        files.put(ABOUT, Json.MAPPER.writeValueAsString(about));
        Folders.write(folder.resolve(id), files);
        return read(folder.resolve(id));
    }

    private static Map<String, Integer> counts(List<Sentence> sentences, boolean intents) {
        Map<String, Integer> counts = new HashMap<>();
        sentences.forEach(
                one -> counts.merge(intents ? one.intent() : one.language().code(), 1, Integer::sum));
        return counts;
    }

    private DataSet read(Path one) throws IOException {
        JsonNode about = Json.MAPPER.readTree(Files.readString(one.resolve(ABOUT)));
        Map<String, Integer> intents = counts(about.path("intents"));
        List<LineProblem> problems = new ArrayList<>();
        for (JsonNode problem : about.path("problems")) {
            Map<String, Object> details = new HashMap<>();
            problem.path("details")
                    .fields()
                    .forEachRemaining(detail -> details.put(
                            detail.getKey(),
                            detail.getValue().isNumber()
                                    ? detail.getValue().asInt()
                                    : detail.getValue().asText()));
            problems.add(new LineProblem(
                    problem.path("line").asInt(), problem.path("code").asText(), details));
        }
        return new DataSet(
                String.valueOf(one.getFileName()),
                about.path("name").asText(),
                Instant.parse(about.path("imported").asText()),
                intents.values().stream().mapToInt(Integer::intValue).sum(),
                intents,
                counts(about.path("languages")),
                List.of(),
                about.path("lines").asInt(),
                about.path("problem_count").asInt(),
                problems);
    }

    private static Map<String, Integer> counts(JsonNode node) {
        Map<String, Integer> counts = new HashMap<>();
        node.fields()
                .forEachRemaining(
                        field -> counts.put(field.getKey(), field.getValue().asInt()));
        return counts;
    }

    synchronized boolean remove(String id) throws IOException {
        if (find(id).isEmpty()) {
            return false;
        }
        Folders.delete(folder.resolve(id));
        return true;
    }
}
