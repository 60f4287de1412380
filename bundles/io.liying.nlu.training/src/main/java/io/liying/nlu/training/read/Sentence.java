package io.liying.nlu.training.read;

import io.liying.i18n.api.Language;
import java.util.Locale;
import java.util.Set;

/**
 * What somebody says and what she wants.
 *
 * @param intent {@code none} for "none of these"
 * @param text on one line; values may be marked as {@code [five minutes](duration)}
 */
public record Sentence(String intent, Language language, String text) {

    /** How sentences that no intent is meant for are labelled elsewhere. */
    private static final Set<String> NONE_ELSEWHERE =
            Set.of("none", "oos", "out_of_scope", "outofscope", "out-of-scope", "nlu_fallback");

    /** The label for "none of these" under its one name here. */
    public static String label(String written) {
        return NONE_ELSEWHERE.contains(written.toLowerCase(Locale.ROOT))
                ? io.liying.nlu.api.IntentExamples.NONE
                : written;
    }
}
