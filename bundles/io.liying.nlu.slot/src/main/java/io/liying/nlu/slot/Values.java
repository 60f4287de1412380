package io.liying.nlu.slot;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of the training phrases and the values that they mark, each with how often it occurs. While a phrase is learnt
 * it must not recognise itself, so a single occurrence does not count then: the model learns what to do with the unseen.
 */
final class Values {

    /** A value of more tokens is too special to be met again. */
    private static final int LONGEST = 8;

    private final IntIndex words = new IntIndex(256);
    private final List<int[]> wordCounts = new ArrayList<>();
    private final IntIndex values = new IntIndex(256);
    private final List<int[]> valueCounts = new ArrayList<>();
    private final IntIndex beginnings = new IntIndex(256);
    private final int slots;

    /** @param slots how many kinds of slots there are */
    Values(int slots) {
        this.slots = slots;
    }

    void addWords(Sentence sentence) {
        for (int i = 0; i < sentence.count; i++) {
            int index = words.put(sentence.tokens[i]);
            if (index == wordCounts.size()) {
                wordCounts.add(new int[1]);
            }
            wordCounts.get(index)[0]++;
        }
    }

    void addValue(Sentence sentence, int start, int end, int slot) {
        if (end - start > LONGEST) {
            return;
        }
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = Hash.of(hash, sentence.tokens[i]);
            beginnings.put(hash);
        }
        int index = values.put(hash);
        if (index == valueCounts.size()) {
            valueCounts.add(new int[slots]);
        }
        valueCounts.get(index)[slot]++;
    }

    /** How often a token was met: 0 never, 1 once or twice, 2 some times, 3 often. */
    int frequency(int token, boolean learning) {
        int index = words.get(token);
        int count = index == IntIndex.ABSENT ? 0 : wordCounts.get(index)[0] - (learning ? 1 : 0);
        return count == 0 ? 0 : count <= 2 ? 1 : count <= 9 ? 2 : 3;
    }

    /**
     * Marks for each token of which slots a known value covers it.
     *
     * @return for each token and slot 0 if none, else 1 only token, 2 first, 3 inside, 4 last of the longest such value
     */
    byte[] matches(Sentence sentence, boolean learning) {
        byte[] result = new byte[sentence.count * slots];
        for (int start = 0; start < sentence.count; start++) {
            int hash = 0;
            int most = Math.min(sentence.count, start + LONGEST);
            for (int end = start; end < most; end++) {
                hash = Hash.of(hash, sentence.tokens[end]);
                if (beginnings.get(hash) == IntIndex.ABSENT) {
                    break;
                }
                int value = values.get(hash);
                if (value != IntIndex.ABSENT) {
                    mark(valueCounts.get(value), start, end, learning ? 1 : 0, result);
                }
            }
        }
        return result;
    }

    /** A longer value takes the place of a shorter one with the same beginning; one that began before keeps its place. */
    private void mark(int[] counts, int start, int end, int own, byte[] result) {
        for (int slot = 0; slot < slots; slot++) {
            byte there = result[start * slots + slot];
            if (counts[slot] > own && there <= 2) {
                if (start == end) {
                    result[start * slots + slot] = 1;
                } else {
                    result[start * slots + slot] = 2;
                    for (int i = start + 1; i < end; i++) {
                        result[i * slots + slot] = 3;
                    }
                    result[end * slots + slot] = 4;
                }
            }
        }
    }
}
