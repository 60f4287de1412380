package io.liying.nlu.training.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the ways in which Rasa marks values into the one way here: {@code [value](slot)}. */
final class RasaMarks {

    /** {@code [Berlin]{"entity": "city", "value": "berlin"}}, the mark without a brace in it. */
    private static final Pattern OBJECT =
            Pattern.compile("\\[([^\\[\\]]*)]\\{[^{}]*?\"entity\"\\s*:\\s*\"([^\"{}]*)\"[^{}]*}");

    /** {@code [Berlin](city:berlin)}. */
    private static final Pattern SYNONYM = Pattern.compile("\\[([^\\[\\]]*)]\\(([^():]*):[^()]*\\)");

    private RasaMarks() {}

    static String convert(String phrase) {
        if (phrase.indexOf('[') < 0) {
            return phrase;
        }
        String converted = OBJECT.matcher(phrase)
                .replaceAll(found -> Matcher.quoteReplacement("[" + found.group(1) + "](" + found.group(2) + ")"));
        return SYNONYM.matcher(converted)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "[" + found.group(1) + "](" + found.group(2).strip() + ")"));
    }
}
