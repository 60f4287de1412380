package io.liying.nlu.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.IntentResult;
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
        long begin = System.nanoTime();
        IntentModel model = new LinearIntentTrainer(0.5)
                .train(train.entrySet().stream()
                        .map(intent -> new IntentExamples(intent.getKey(), Map.of(Language.ENGLISH, intent.getValue())))
                        .toList());
        model.classify("", Language.ENGLISH);
        double seconds = (System.nanoTime() - begin) / 1e9;

        int all = 0;
        int right = 0;
        int others = 0;
        int refused = 0;
        double squares = 0;
        for (var intent : read(folder.resolve("valid.csv")).entrySet()) {
            for (String marked : intent.getValue()) {
                IntentResult result = model.classify(Phrase.parse(marked).text(), Language.ENGLISH);
                boolean other = intent.getKey().equals("oos");
                boolean hit = result.intent().orElse("oos").equals(intent.getKey());
                all += other ? 0 : 1;
                right += !other && hit ? 1 : 0;
                others += other ? 1 : 0;
                refused += other && hit ? 1 : 0;
                squares += Math.pow(result.confidence() - (hit ? 1 : 0), 2);
            }
        }
        System.out.printf(
                "%s: %d intents learnt in %.1f s, %.4f right, Brier %.4f, none of these %d of %d%n",
                name, train.size(), seconds, (double) right / all, squares / (all + others), refused, others);

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
            return !Phrase.parse(text).text().isBlank();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
