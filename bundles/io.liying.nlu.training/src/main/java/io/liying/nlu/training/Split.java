package io.liying.nlu.training;

import io.liying.nlu.training.read.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Divides sentences so that each intent keeps its share in each language: always the same way, whatever their order.
 *
 * @param learn what is learnt
 * @param measure what is held out for measuring
 */
record Split(List<Sentence> learn, List<Sentence> measure) {

    private static final int TENTH = 10;
    private static final int FEW = 5;

    /** Holds a tenth out of each intent, one sentence at least; nothing where there are fewer than five. */
    static Split holdOut(List<Sentence> sentences) {
        List<Sentence> learn = new ArrayList<>();
        List<Sentence> measure = new ArrayList<>();
        for (List<Sentence> group : groups(sentences)) {
            int held = group.size() < FEW ? 0 : Math.max(1, group.size() / TENTH);
            measure.addAll(group.subList(0, held));
            learn.addAll(group.subList(held, group.size()));
        }
        return new Split(learn, measure);
    }

    /** Divides into folds, each of which is measured once. */
    static List<Split> folds(List<Sentence> sentences, int folds) {
        List<List<Sentence>> parts = new ArrayList<>();
        for (int i = 0; i < folds; i++) {
            parts.add(new ArrayList<>());
        }
        int next = 0;
        for (List<Sentence> group : groups(sentences)) {
            for (Sentence sentence : group) {
                parts.get(next++ % folds).add(sentence);
            }
        }
        List<Split> splits = new ArrayList<>();
        for (int i = 0; i < folds; i++) {
            List<Sentence> learn = new ArrayList<>();
            for (int j = 0; j < folds; j++) {
                if (j != i) {
                    learn.addAll(parts.get(j));
                }
            }
            splits.add(new Split(learn, parts.get(i)));
        }
        return splits;
    }

    private static Iterable<List<Sentence>> groups(List<Sentence> sentences) {
        Map<String, List<Sentence>> groups = new TreeMap<>();
        for (Sentence sentence : sentences) {
            groups.computeIfAbsent(sentence.intent() + '\t' + sentence.language(), key -> new ArrayList<>())
                    .add(sentence);
        }
        // the order of a hash has nothing to do with what the sentences mean
        groups.values()
                .forEach(group ->
                        group.sort(Comparator.comparingInt(Split::mixed).thenComparing(Sentence::text)));
        return groups.values();
    }

    private static int mixed(Sentence sentence) {
        return (sentence.text().hashCode() * 0x9E3779B9) >>> 8;
    }
}
