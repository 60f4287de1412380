package io.liying.conversation.core;

import io.liying.nlu.api.IntentResult;
import io.liying.nlu.api.Ranked;
import io.liying.skill.api.Referent;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides when to ask "Did you mean … or …?".
 *
 * @param sure from this confidence on an intent is taken as it is
 * @param least an intent below it is never offered
 */
record Clarity(DialogueTexts texts, double sure, double least) {

    /** What to offer, likeliest first: one or two intents with a title, or none if there is nothing to ask. */
    List<Referent> options(Heard heard) {
        IntentResult intent = heard.intent();
        if (intent.intent().isPresent() && intent.confidence() >= sure) {
            return List.of();
        }
        List<Referent> options = new ArrayList<>();
        intent.intent().ifPresent(best -> offer(best, heard, options));
        for (Ranked<String> alternative : intent.alternatives()) {
            if (options.size() < 2 && alternative.confidence() >= least) {
                offer(alternative.value(), heard, options);
            }
        }
        return intent.intent().isPresent() ? known(options) : likely(intent, options);
    }

    /** An intent that nothing competes with is taken even if it is not sure. */
    private static List<Referent> known(List<Referent> options) {
        return options.size() < 2 ? List.of() : options;
    }

    /** What was taken for nothing is offered only if it is probably one of the options. */
    private List<Referent> likely(IntentResult intent, List<Referent> options) {
        double sum = intent.alternatives().stream()
                .filter(alternative ->
                        options.stream().anyMatch(option -> option.value().equals(alternative.value())))
                .mapToDouble(Ranked::confidence)
                .sum();
        return sum >= 2 * least ? options : List.of();
    }

    private void offer(String intent, Heard heard, List<Referent> options) {
        texts.title(intent, heard.language())
                .filter(title ->
                        options.stream().noneMatch(option -> option.label().equals(title)))
                .ifPresent(title -> options.add(new Referent("intent", intent, title)));
    }
}
