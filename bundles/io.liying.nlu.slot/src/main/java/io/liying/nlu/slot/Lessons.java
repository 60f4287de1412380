package io.liying.nlu.slot;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.MarkedPhrase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns the phrases of a group of intents into lessons, and learns them. Used once, by one thread. */
final class Lessons {

    private final Language language;
    private final Segmenter segmenter;
    private final List<String> slots;
    private final int[][] allowed;
    private final Values values;
    private final List<Example> examples = new ArrayList<>();

    /** A sentence and its right tags. */
    private record Example(Sentence sentence, int[] gold, int intent) {}

    private Lessons(Language language, Segmenter segmenter, SortedMap<String, List<MarkedPhrase>> phrases) {
        this.language = language;
        this.segmenter = segmenter;
        TreeSet<String> names = new TreeSet<>();
        phrases.values()
                .forEach(list -> list.forEach(phrase -> phrase.slots().forEach(slot -> names.add(slot.name()))));
        this.slots = List.copyOf(names);
        this.allowed = phrases.values().stream().map(this::allowed).toArray(int[][]::new);
        this.values = new Values(slots.size());
    }

    static Group learn(Language language, Segmenter segmenter, SortedMap<String, List<MarkedPhrase>> phrases) {
        return new Lessons(language, segmenter, phrases).group(phrases);
    }

    private int[] allowed(List<MarkedPhrase> phrases) {
        return Tags.allowed(phrases.stream()
                .flatMap(phrase -> phrase.slots().stream())
                .mapToInt(slot -> slots.indexOf(slot.name()))
                .distinct()
                .toArray());
    }

    private Group group(SortedMap<String, List<MarkedPhrase>> phrases) {
        Variants variants = new Variants(language, phrases.values());
        List<String> intents = List.copyOf(phrases.keySet());
        for (Map.Entry<String, List<MarkedPhrase>> intent : phrases.entrySet()) {
            int number = intents.indexOf(intent.getKey());
            for (MarkedPhrase phrase : intent.getValue()) {
                add(phrase, number, values);
                variants.of(phrase).forEach(variant -> add(variant, number, null));
            }
        }
        IntIndex index = new IntIndex(1024);
        Features features = new Features(values, slots.size());
        List<Lesson> lessons = new ArrayList<>();
        for (Example example : examples) {
            lessons.add(lesson(example, features, index));
        }
        Tags tags = new Tags(slots, allowed);
        Weights weights = new Training(tags, index.size()).learn(lessons, index);
        return new Group(language, segmenter, intents, tags, values, weights);
    }

    /** @param counted where the phrase's words and values are counted, or null if they are not a person's */
    private void add(MarkedPhrase phrase, int intent, @Nullable Values counted) {
        Sentence sentence = Sentence.of(phrase.text(), language, segmenter);
        int[] gold = new int[sentence.count];
        for (MarkedPhrase.Slot slot : phrase.slots()) {
            int number = slots.indexOf(slot.name());
            int start = sentence.tokenAt(slot.start());
            int end = sentence.tokenAt(slot.end());
            for (int i = start; i < end; i++) {
                gold[i] = i == start ? Tags.begin(number) : Tags.inside(number);
            }
            if (end > start && counted != null) {
                counted.addValue(sentence, start, end, number);
            }
        }
        if (counted != null) {
            counted.addWords(sentence);
        }
        if (sentence.count > 0) {
            examples.add(new Example(sentence, gold, intent));
        }
    }

    private Lesson lesson(Example example, Features features, IntIndex index) {
        Sentence sentence = example.sentence();
        features.read(sentence, example.intent(), true);
        int[] rows = new int[features.size];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = index.put(features.hashes[i]);
        }
        int[] gold = new int[sentence.count];
        for (int i = 0; i < gold.length; i++) {
            gold[i] = Arrays.binarySearch(allowed[example.intent()], example.gold()[i]);
        }
        return new Lesson(Arrays.copyOf(features.begins, sentence.count + 1), rows, gold, example.intent());
    }
}
