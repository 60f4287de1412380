package io.liying.nlu.slot;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import java.util.ArrayList;
import java.util.List;

/** The slots of some intents in one language, learnt together. Immutable and safe for use by many threads. */
final class Group {

    private final Language language;
    private final Segmenter segmenter;
    private final List<String> intents;
    private final Tags tags;
    private final Values values;
    private final Weights weights;

    Group(Language language, Segmenter segmenter, List<String> intents, Tags tags, Values values, Weights weights) {
        this.language = language;
        this.segmenter = segmenter;
        this.intents = intents;
        this.tags = tags;
        this.values = values;
        this.weights = weights;
    }

    List<Entity> tag(String text, String intent) {
        int number = intents.indexOf(intent);
        Sentence sentence = Sentence.of(text, language, segmenter);
        if (number < 0 || sentence.count == 0 || tags.allowed()[number].length == 1) {
            return List.of();
        }
        Features features = new Features(values, tags.slots().size());
        features.read(sentence, number, false);
        int[] allowed = tags.allowed()[number];
        Lattice lattice = new Lattice(allowed, Weights.between(weights.transitions(), allowed));
        lattice.begin(sentence.count);
        score(features, sentence.count, lattice);
        int[] path = lattice.best();
        return entities(sentence, path, lattice);
    }

    private void score(Features features, int tokens, Lattice lattice) {
        int[] allowed = lattice.allowed;
        int size = allowed.length;
        for (int i = 0; i < tokens; i++) {
            for (int at = features.begins[i]; at < features.begins[i + 1]; at++) {
                int row = weights.index().get(features.hashes[at]);
                if (row != IntIndex.ABSENT) {
                    int from = row * weights.tags();
                    for (int tag = 0; tag < size; tag++) {
                        lattice.scores[i * size + tag] += weights.states()[from + allowed[tag]];
                    }
                }
            }
        }
    }

    private List<Entity> entities(Sentence sentence, int[] path, Lattice lattice) {
        List<Entity> found = new ArrayList<>();
        int[] allowed = lattice.allowed;
        for (int i = 0; i < path.length; i++) {
            if (Tags.begins(allowed[path[i]])) {
                if (found.isEmpty()) {
                    lattice.sum();
                }
                int start = i;
                double confidence = lattice.marginals[i * allowed.length + path[i]];
                while (i + 1 < path.length && Tags.goesOn(allowed[path[i + 1]])) {
                    i++;
                    confidence = Math.min(confidence, lattice.marginals[i * allowed.length + path[i]]);
                }
                int from = sentence.starts[start];
                int to = sentence.ends[i];
                String words = sentence.text.substring(from, to);
                String name = tags.slots().get(Tags.slot(allowed[path[i]]));
                found.add(new Entity(name, words, words, from, to, Math.clamp(confidence, 0, 1)));
            }
        }
        return List.copyOf(found);
    }
}
