package io.liying.nlu.slot;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.MarkedPhrase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Says few phrases once more with other values, so that the model learns the places of values and not the values: with
 * those of other phrases and, for slots whose values differ, with made-up words. The same phrases give the same variants.
 */
final class Variants {

    /** Who has given this many phrases has given enough values. */
    private static final int ENOUGH = 600;

    /** With so few phrases each is said with made-up words three times, else once. */
    private static final int FEW = 150;

    /** A slot is open if at least this share of its values is different. */
    private static final double OPEN = 0.5;

    private static final String VOWELS = "aeiou";
    private static final String CONSONANTS = "bcdfghjklmnpqrstvwxz";

    private final boolean spaced;
    private int given;
    private final SplittableRandom random = new SplittableRandom(11);
    private final Map<String, List<String>> values = new TreeMap<>();

    Variants(Language language, Iterable<List<MarkedPhrase>> phrases) {
        this.spaced = language != Language.CHINESE && language != Language.JAPANESE;
        for (List<MarkedPhrase> list : phrases) {
            given += list.size();
            for (MarkedPhrase phrase : list) {
                for (MarkedPhrase.Slot slot : phrase.slots()) {
                    values.computeIfAbsent(slot.name(), name -> new ArrayList<>())
                            .add(phrase.text().substring(slot.start(), slot.end()));
                }
            }
        }
    }

    /** The variants of a phrase; none if it has no slots or there are phrases enough. */
    List<MarkedPhrase> of(MarkedPhrase phrase) {
        List<MarkedPhrase> variants = new ArrayList<>();
        if (!phrase.slots().isEmpty() && given <= ENOUGH) {
            variants.add(replaced(phrase, false));
            for (int round = given <= FEW ? 0 : 2; round < 3; round++) {
                variants.add(replaced(phrase, true));
            }
        }
        return variants;
    }

    private MarkedPhrase replaced(MarkedPhrase phrase, boolean madeUp) {
        StringBuilder text = new StringBuilder();
        List<MarkedPhrase.Slot> slots = new ArrayList<>();
        int at = 0;
        for (MarkedPhrase.Slot slot : phrase.slots()) {
            text.append(phrase.text(), at, slot.start());
            int start = text.length();
            text.append(value(slot.name(), madeUp));
            slots.add(new MarkedPhrase.Slot(start, text.length(), slot.name()));
            at = slot.end();
            int wordEnd = wordEnd(phrase.text(), at);
            int particle = Particles.at(phrase.text(), at, wordEnd);
            if (particle != Particles.NONE) {
                text.append(Particles.agreeing(particle, text.charAt(text.length() - 1)));
                at = wordEnd;
            }
        }
        text.append(phrase.text(), at, phrase.text().length());
        return new MarkedPhrase(text.toString(), slots);
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '가' && text.charAt(end) <= '힣') {
            end++;
        }
        return end;
    }

    private String value(String slot, boolean madeUp) {
        List<String> known = values.getOrDefault(slot, List.of());
        String value = known.get(random.nextInt(known.size()));
        boolean open = new HashSet<>(known).size() >= OPEN * known.size() && known.size() > 2;
        return madeUp && open ? madeUp(value, known) : value;
    }

    /** A value of the same make, of letters that mean nothing; sometimes longer by another. */
    private String madeUp(String value, List<String> known) {
        StringBuilder result = new StringBuilder(value);
        if (random.nextInt(3) == 0) {
            result.append(spaced ? " " : "").append(known.get(random.nextInt(known.size())));
        }
        for (int i = 0; i < result.length(); i++) {
            result.setCharAt(i, other(result.charAt(i)));
        }
        return result.toString();
    }

    /** Another character of its kind; about half of all Korean syllables end in a consonant. */
    private char other(char c) {
        if (c >= '가' && c <= '힣') {
            int end = random.nextBoolean() ? 0 : 1 + random.nextInt(27);
            return (char) ('가' + random.nextInt(19 * 21) * 28 + end);
        }
        if (c >= '一' && c <= '龥') {
            return (char) ('一' + random.nextInt('龥' - '一'));
        }
        if (c >= 'ァ' && c <= 'ヶ') {
            return (char) ('ァ' + random.nextInt('ヶ' - 'ァ'));
        }
        int vowel = VOWELS.indexOf(c);
        if (vowel >= 0) {
            return VOWELS.charAt(random.nextInt(VOWELS.length()));
        }
        int consonant = CONSONANTS.indexOf(c);
        return consonant >= 0 ? CONSONANTS.charAt(random.nextInt(CONSONANTS.length())) : c;
    }
}
