package io.liying.nlu.slot;

import java.util.Arrays;

/**
 * What is known about each token of a sentence, as hashes: the token and its neighbours, their combinations, beginnings and
 * ends of words, shapes, the known values that cover it, and the intent. Used by one thread, for one sentence after the
 * other.
 */
final class Features {

    private static final int EDGE = 0x51ED270B;

    private final Values values;
    private final int slots;

    /** The features of token {@code i} stand from {@code begins[i]} to {@code begins[i + 1]}. */
    int[] begins = new int[64];

    int[] hashes = new int[2048];
    int size;

    private Sentence sentence = Sentence.EMPTY;
    private int[] common = new int[64];

    Features(Values values, int slots) {
        this.values = values;
        this.slots = slots;
    }

    /**
     * Reads a sentence.
     *
     * @param intent the intent's number
     * @param learning whether the sentence is one of those that the values were taken from
     */
    void read(Sentence next, int intent, boolean learning) {
        sentence = next;
        size = 0;
        if (begins.length <= next.count) {
            begins = new int[next.count + 64];
            common = new int[next.count + 64];
        }
        byte[] matches = values.matches(next, learning);
        for (int i = 0; i < next.count; i++) {
            int frequency = values.frequency(next.tokens[i], learning);
            common[i] = frequency >= 2 ? next.tokens[i] : Hash.of(next.shapes[i], 77);
        }
        for (int i = 0; i < next.count; i++) {
            begins[i] = size;
            add(1, 0);
            add(2, intent);
            neighbours(i);
            inside(i, learning);
            words(i);
            known(i, matches);
            specific(i, intent);
        }
        begins[next.count] = size;
    }

    private void neighbours(int i) {
        for (int distance = -3; distance <= 3; distance++) {
            add(10 + distance, token(i + distance));
        }
        add(20, Hash.of(token(i - 1), token(i)));
        add(21, Hash.of(token(i), token(i + 1)));
        add(22, Hash.of(common(i - 2), common(i - 1)));
        add(23, Hash.of(common(i + 1), common(i + 2)));
        add(24, Hash.of(common(i - 1), common(i + 1)));
        add(25, Hash.of(common(i - 3), common(i - 2), common(i - 1)));
        add(26, Hash.of(common(i + 1), common(i + 2), common(i + 3)));
        add(27, Hash.of(common(i - 1), common(i), common(i + 1)));
    }

    private void inside(int i, boolean learning) {
        int shape = shape(i);
        int frequency = values.frequency(sentence.tokens[i], learning);
        add(30, shape);
        add(31, Hash.of(shape(i - 1), shape));
        add(32, Hash.of(shape, shape(i + 1)));
        add(33, Hash.of(shape(i - 1), shape, shape(i + 1)));
        add(34, frequency);
        add(35, Hash.of(frequency, shape));
        affixes(i, 40, 4);
        affixes(i - 1, 50, 3);
        affixes(i + 1, 60, 3);
    }

    /** Beginnings and ends; a character has none. */
    private void affixes(int i, int template, int longest) {
        if (i < 0 || i >= sentence.count || sentence.characters[i]) {
            return;
        }
        int start = sentence.starts[i];
        int end = sentence.ends[i];
        int most = Math.min(longest, end - start);
        for (int length = longest == 4 ? 1 : longest; length <= most; length++) {
            add(template, Hash.of(sentence.folded, start, start + length));
            add(template + 1, Hash.of(sentence.folded, end - length, end));
        }
    }

    /** For scripts read by character: the word around it and what of the word is before and after it. */
    private void words(int i) {
        if (!sentence.characters[i]) {
            return;
        }
        int word = sentence.wordOf[i];
        int first = sentence.firsts[word];
        int last = sentence.firsts[word + 1] - 1;
        int start = sentence.starts[first];
        int end = sentence.ends[last];
        int own = sentence.wordHashes[word];
        int place = (i == first ? 1 : 0) + (i == last ? 2 : 0);
        add(70, own);
        add(71, Hash.of(own, i - first));
        add(72, word(word - 1));
        add(73, word(word + 1));
        add(74, place);
        add(75, Hash.of(sentence.folded, sentence.ends[i], end));
        add(76, Hash.of(sentence.folded, start, sentence.starts[i]));
        add(77, Hash.of(token(i), place));
        add(78, Hash.of(word(word - 2), word(word - 1)));
        add(79, Hash.of(word(word + 1), word(word + 2)));
        add(80, Hash.of(Hash.of(sentence.folded, sentence.ends[i], end), word(word + 1)));
        add(81, Hash.of(Hash.of(sentence.folded, sentence.starts[i], end), last - i));
        add(82, Hash.of(token(i - 2), token(i - 1), token(i)));
        add(83, Hash.of(token(i), token(i + 1), token(i + 2)));
        add(84, Hash.of(sentence.folded, end - Math.min(2, end - start), end));
        if (first == i && last == i) {
            return;
        }
        int here = i == first ? Particles.NONE : Particles.at(sentence.folded, sentence.starts[i], end);
        int next = Particles.at(sentence.folded, sentence.ends[i], end);
        if (here + next > 0) {
            add(85, here);
            add(86, next);
            add(87, Hash.of(next, word(word + 1)));
            add(88, Hash.of(here, word(word + 1)));
        }
    }

    private void known(int i, byte[] matches) {
        for (int slot = 0; slot < slots; slot++) {
            byte match = matches[i * slots + slot];
            if (match != 0) {
                add(90, Hash.of(slot, match));
                add(91, Hash.of(slot, match, common(i - 1)));
                add(92, Hash.of(slot, match, common(i + 1)));
            }
            if (i + 1 < sentence.count && matches[(i + 1) * slots + slot] != 0) {
                add(93, Hash.of(slot, matches[(i + 1) * slots + slot]));
            }
            if (i > 0 && matches[(i - 1) * slots + slot] != 0) {
                add(94, Hash.of(slot, matches[(i - 1) * slots + slot]));
            }
        }
    }

    /** The intents of one skill share what they learn; these features are each intent's own. */
    private void specific(int i, int intent) {
        add(100, Hash.of(intent, token(i)));
        add(101, Hash.of(intent, token(i - 1)));
        add(102, Hash.of(intent, token(i + 1)));
    }

    private int token(int i) {
        return i < 0 || i >= sentence.count ? EDGE + Integer.signum(i) : sentence.tokens[i];
    }

    private int common(int i) {
        return i < 0 || i >= sentence.count ? EDGE + Integer.signum(i) : common[i];
    }

    private int shape(int i) {
        return i < 0 || i >= sentence.count ? EDGE + Integer.signum(i) : sentence.shapes[i];
    }

    private int word(int word) {
        return word < 0 || word >= sentence.words ? EDGE + Integer.signum(word) : sentence.wordHashes[word];
    }

    private void add(int template, int what) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        hashes[size++] = Hash.of(template, what);
    }
}
