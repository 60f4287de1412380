package io.liying.nlu.api.training;

import java.util.Map;

/**
 * Why a line of an import does not count; {@link Training#explain(LineProblem, io.liying.i18n.api.Language)} says it in words.
 *
 * @param line from 1, or 0 for the file as a whole
 * @param code stable, such as {@code line.intent}
 * @param details named arguments of the text: strings and numbers
 */
public record LineProblem(int line, String code, Map<String, Object> details) {

    public LineProblem {
        details = Map.copyOf(details);
    }
}
