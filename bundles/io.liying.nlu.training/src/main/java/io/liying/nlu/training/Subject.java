package io.liying.nlu.training;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.IntentModel;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something that understands sentences and can be measured.
 *
 * @param phrases what it was learnt from
 * @param languages in which it was learnt
 * @param learnt how many of a person's sentences were learnt just now
 * @param seconds how long that took
 */
record Subject(
        String name,
        IntentModel model,
        Collection<IntentExamples> phrases,
        Set<Language> languages,
        int learnt,
        double seconds) {

    /** The labels that it can tell. */
    Set<String> labels() {
        Set<String> labels = phrases.stream().map(IntentExamples::intent).collect(Collectors.toSet());
        labels.add(IntentExamples.NONE);
        return labels;
    }
}
