package io.liying.nlu.slot;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.MarkedPhrase;
import io.liying.nlu.api.SlotModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts exact spans as the shared task of CoNLL does: a slot is right if its beginning, end and name are. */
final class Spans {

    private int right;
    private int wrong;
    private int missed;
    private final List<String> mistakes = new ArrayList<>();

    Spans compare(SlotModel model, Map<String, List<String>> marked, Language language) {
        marked.forEach((intent, phrases) ->
                phrases.forEach(phrase -> compare(model, MarkedPhrase.parse(phrase), language, intent)));
        return this;
    }

    private void compare(SlotModel model, MarkedPhrase phrase, Language language, String intent) {
        Set<String> wanted = new HashSet<>();
        phrase.slots().forEach(slot -> wanted.add(slot.start() + "-" + slot.end() + " " + slot.name()));
        Set<String> found = new HashSet<>();
        model.tag(phrase.text(), language, intent)
                .forEach(slot -> found.add(slot.start() + "-" + slot.end() + " " + slot.type()));
        if (!wanted.equals(found)) {
            mistakes.add(phrase.text() + " | wanted " + wanted + " | found " + found);
        }
        for (String span : found) {
            if (wanted.remove(span)) {
                right++;
            } else {
                wrong++;
            }
        }
        missed += wanted.size();
    }

    double f1() {
        return 2.0 * right / (2.0 * right + wrong + missed);
    }

    List<String> mistakes() {
        return mistakes;
    }
}
