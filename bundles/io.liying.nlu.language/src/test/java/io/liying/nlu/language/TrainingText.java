package io.liying.nlu.language;

import io.liying.i18n.api.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The project's own sentences that the models are trained on and tested with. */
final class TrainingText {

    private TrainingText() {}

    static List<String> lines(Language language) {
        return read("training_" + language.code() + ".txt");
    }

    /** Short commands that are hard to tell, none of them in the training text. */
    static Map<Language, List<String>> hard() {
        Map<Language, List<String>> result = new LinkedHashMap<>();
        List<String> current = List.of();
        for (String line : read("hard.txt")) {
            if (line.matches("\\[..\\]")) {
                current = new ArrayList<>();
                result.put(Language.of(line.substring(1, 3)).orElseThrow(), current);
            } else {
                current.add(line);
            }
        }
        return result;
    }

    private static List<String> read(String name) {
        try (InputStream stream = Objects.requireNonNull(TrainingText.class.getResourceAsStream(name), name)) {
            return Arrays.stream(new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException failure) {
            throw new IllegalStateException(name, failure);
        }
    }
}
