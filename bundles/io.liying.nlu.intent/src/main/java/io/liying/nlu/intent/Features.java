package io.liying.nlu.intent;

import io.liying.i18n.api.Language;
import java.util.Arrays;

/**
 * The features of one text as hashes: words and pairs of words, letters within a word, syllables and their letters in
 * Korean and how the sentence ends there, neighbouring characters in Chinese and Japanese, and which kinds of slot value it
 * mentions. Used by one thread.
 */
final class Features {

    private static final int SHORTEST_LETTERS = 3;
    private static final int LONGEST_LETTERS = 4;
    private static final int LONGEST_ROW = 3;
    private static final int LONGEST_SLOT = 6;
    private static final int LONGEST_TAIL = 4;
    private static final int LONGEST_ENDING = 8;
    private static final int BEGIN = 0x51ED270B;
    private static final int SYLLABLES_END = 77;
    private static final int JAMO_END = 99;

    private final Tokens tokens;
    private final Language language;
    private final boolean endings;
    private Bag bag = new Bag();
    private char[] word = new char[64];
    private int[] row = new int[64];
    private int units;

    /** @param endings whether the end of a Korean sentence counts, which tells kinds of sentences apart, not topics */
    Features(Language language, boolean endings) {
        this.language = language;
        this.endings = endings && language == Language.KOREAN;
        tokens = new Tokens(language);
    }

    Bag read(CharSequence text, SlotValues slots) {
        bag = new Bag();
        tokens.read(text);
        units = 0;
        int before = BEGIN;
        for (int token = 0; token < tokens.count(); token++) {
            int hash = hash(token);
            switch (tokens.kind(token)) {
                case WORD -> word(token, hash);
                case HANGUL -> hangul(token, hash);
                case KATAKANA -> katakana(token, hash);
                case CHARACTER -> unit(hash);
                case NUMBER -> {
                    bag.add(hash, Bag.WORD);
                    unit(hash);
                }
                case SIGN -> bag.add(hash, Bag.WORD);
            }
            bag.add(before * 31 + hash, Bag.PAIR);
            before = hash;
            slots(token, slots);
        }
        bag.add(before * 31 + BEGIN, Bag.PAIR);
        if (endings && tokens.count() > 0) {
            ending();
        }
        neighbours();
        return bag;
    }

    /** The hash of a token without accents. */
    private int hash(int token) {
        int hash = 17;
        char[] letters = tokens.letters();
        for (int i = tokens.start(token); i < tokens.end(token); i++) {
            hash = hash * 31 + Letters.plain(letters[i]);
        }
        return hash;
    }

    /** The hash of some tokens in a row. */
    static int hash(Tokens tokens) {
        int hash = 7;
        for (int i = 0; i < tokens.end(tokens.count() - 1); i++) {
            hash = hash * 31 + Letters.plain(tokens.letters()[i]);
        }
        return hash;
    }

    private void word(int token, int hash) {
        bag.add(hash, Bag.WORD);
        int length = 0;
        int start = tokens.start(token);
        int end = tokens.end(token);
        if (word.length < end - start + 2) {
            word = new char[end - start + 2];
        }
        word[length++] = ' ';
        int exact = 19;
        boolean accented = false;
        for (int i = start; i < end; i++) {
            char letter = tokens.letters()[i];
            char plain = Letters.plain(letter);
            exact = exact * 31 + letter;
            accented |= plain != letter;
            if (language == Language.GERMAN && plain == 'e' && i > start && "aou".indexOf(word[length - 1]) >= 0) {
                continue;
            }
            word[length++] = plain;
        }
        word[length++] = ' ';
        if (accented) {
            bag.add(exact, Bag.FORM);
        }
        grams(length, SHORTEST_LETTERS, LONGEST_LETTERS, Bag.LETTERS);
    }

    private void hangul(int token, int hash) {
        bag.add(hash, Bag.FORM);
        int start = tokens.start(token);
        int end = tokens.end(token);
        int most = 3 * (end - start) + 2;
        if (word.length < most) {
            word = new char[most];
        }
        int length = 0;
        word[length++] = ' ';
        for (int i = start; i < end; i++) {
            char c = tokens.letters()[i];
            unit(c);
            if (c < '가') {
                word[length++] = c;
                continue;
            }
            int index = c - '가';
            word[length++] = (char) (0x1100 + index / 588);
            word[length++] = (char) (0x1161 + index % 588 / 28);
            if (index % 28 > 0) {
                word[length++] = (char) (0x11A7 + index % 28);
            }
        }
        word[length++] = ' ';
        grams(length, SHORTEST_LETTERS, LONGEST_LETTERS, Bag.JAMO);
    }

    /**
     * How a Korean sentence ends says what is done with it, such as to ask or to order: its last syllables, their letters
     * from the last one backwards, and each of its words together with the last syllable.
     */
    private void ending() {
        char[] letters = tokens.letters();
        int last = tokens.end(tokens.count() - 1) - 1;
        int syllables = SYLLABLES_END;
        int jamo = JAMO_END;
        int count = 0;
        for (int i = last; i >= 0 && count < LONGEST_ENDING; i--) {
            char c = letters[i];
            if (last - i < LONGEST_TAIL) {
                syllables = syllables * 31 + c;
                bag.add(syllables, Bag.FORM);
            }
            int index = c - '가';
            int[] parts = c < '가' ? new int[] {c} : new int[] {index % 28, 28 + index % 588 / 28, 49 + index / 588};
            for (int part : parts) {
                if (part > 0 && count < LONGEST_ENDING) {
                    jamo = jamo * 31 + part;
                    count++;
                    if (count > 1) {
                        bag.add(jamo, Bag.JAMO);
                    }
                }
            }
        }
        for (int token = 0; token < tokens.count() - 1; token++) {
            bag.add(hash(token) * 31 + letters[last] * 7, Bag.PAIR);
        }
    }

    private void katakana(int token, int hash) {
        bag.add(hash, Bag.WORD);
        unit(hash);
        int length = tokens.end(token) - tokens.start(token);
        if (word.length < length) {
            word = new char[length];
        }
        System.arraycopy(tokens.letters(), tokens.start(token), word, 0, length);
        grams(length, 2, 3, Bag.LETTERS);
    }

    private void grams(int length, int shortest, int longest, byte kind) {
        for (int i = 0; i < length; i++) {
            int gram = 29;
            for (int j = i; j < length && j < i + longest; j++) {
                gram = gram * 31 + word[j];
                if (j - i + 1 >= shortest) {
                    bag.add(gram, kind);
                }
            }
        }
    }

    private void unit(int hash) {
        if (units == row.length) {
            row = Arrays.copyOf(row, 2 * units);
        }
        row[units++] = hash;
    }

    /** Characters, syllables, foreign words and numbers in a row, whether there are spaces between them or not. */
    private void neighbours() {
        for (int i = 0; i < units; i++) {
            int gram = 37;
            int last = Math.min(units, i + LONGEST_ROW);
            for (int j = i; j < last; j++) {
                gram = gram * 31 + row[j];
                bag.add(gram, j == i + 1 ? Bag.NEIGHBOURS : Bag.CHARACTERS);
            }
        }
    }

    private void slots(int token, SlotValues slots) {
        if (slots.isEmpty()) {
            return;
        }
        int hash = 7;
        int last = Math.min(tokens.count(), token + LONGEST_SLOT);
        for (int i = token; i < last; i++) {
            for (int j = tokens.start(i); j < tokens.end(i); j++) {
                hash = hash * 31 + Letters.plain(tokens.letters()[j]);
            }
            int slot = slots.find(hash);
            if (slot >= 0) {
                bag.add(slot, Bag.SLOT);
            }
        }
    }
}
