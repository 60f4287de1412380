package io.liying.nlu.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.MarkedPhrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Public data sets beside the checkout; they are read, never part of the project. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublicDataTest {

    @ParameterizedTest
    @CsvSource({"clinc150, 0.82", "snips, 0.93", "banking77, 0.75"})
    void large_public_sets_of_intents_are_learnt(String name, double least) throws IOException {
        String fallback = Optional.ofNullable(System.getenv("LIYING_SHARED")).orElse("../../../shared");
        Path folder = Path.of(System.getProperty("LIYING_SHARED", fallback), "data", "nlu", name);
        assumeTrue(
                Files.isDirectory(folder),
                "the shared data sets are not beside the checkout; LIYING_SHARED names their folder");
        Map<String, List<String>> train = read(folder.resolve("train.csv"));
        train.remove("oos");
        IntentModel model = new LinearIntentTrainer(0.5)
                .train(train.entrySet().stream()
                        .map(intent -> new IntentExamples(intent.getKey(), Map.of(Language.ENGLISH, intent.getValue())))
                        .toList());

        int all = 0;
        int right = 0;
        for (var intent : read(folder.resolve("valid.csv")).entrySet()) {
            for (String marked : intent.getValue()) {
                if (!intent.getKey().equals("oos")) {
                    String text = MarkedPhrase.parse(marked).text();
                    all++;
                    right += model.classify(text, Language.ENGLISH).intent().equals(Optional.of(intent.getKey()))
                            ? 1
                            : 0;
                }
            }
        }

        assertThat((double) right / all).isGreaterThanOrEqualTo(least);
    }

    private static Map<String, List<String>> read(Path file) throws IOException {
        Map<String, List<String>> result = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            int comma = line.lastIndexOf(',');
            String text = line.substring(0, Math.max(0, comma)).replace("\"", "");
            if (comma > 0 && wellMarked(text)) {
                result.computeIfAbsent(line.substring(comma + 1), name -> new ArrayList<>())
                        .add(text);
            }
        }
        return result;
    }

    private static boolean wellMarked(String text) {
        try {
            return !MarkedPhrase.parse(text).text().isBlank();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
