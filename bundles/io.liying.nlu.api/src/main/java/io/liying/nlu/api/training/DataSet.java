package io.liying.nlu.api.training;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Sentences that a person has imported, each with its intent.
 *
 * @param id made of the name; letters, digits and hyphens
 * @param name what the person called it, such as the file's name
 * @param sentences how many sentences count
 * @param intents how many sentences each intent has; {@code none} is "none of these"
 * @param languages how many sentences there are in each language, by its code
 * @param known the intents among them that installed skills have
 * @param lines how many lines or entries the file had
 * @param problemCount how many of them do not count
 * @param problems why, the first of them
 */
public record DataSet(
        String id,
        String name,
        Instant importedAt,
        int sentences,
        Map<String, Integer> intents,
        Map<String, Integer> languages,
        List<String> known,
        int lines,
        int problemCount,
        List<LineProblem> problems) {

    public DataSet {
        intents = Map.copyOf(intents);
        languages = Map.copyOf(languages);
        known = List.copyOf(known);
        problems = List.copyOf(problems);
    }
}
