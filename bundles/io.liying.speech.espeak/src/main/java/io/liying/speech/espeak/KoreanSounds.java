package io.liying.speech.espeak;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Writes Korean words as they are spoken, 합니다 as 함니다: eSpeak NG reads each syllable by itself. The rules are those of the
 * Standard Pronunciation (표준 발음법, 1988) between the syllables of a word, as far as they need no dictionary: linking (13, 14),
 * ㅎ (12), palatalisation (17), single sounds for what ends a syllable (8 to 11), nasals (18, 19), ㄹ (20), tense sounds (23), and
 * the ㄴ that is put before 육 in numbers (29).
 */
final class KoreanSounds {

    private static final Pattern WORD = Pattern.compile("[가-힣]{2,}");

    private static final int FIRST = 0xAC00;
    private static final int VOWELS = 21;
    private static final int FINALS = 28;

    private static final String INITIAL = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private static final String VOWEL = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";

    /** What ends a syllable; a blank is nothing. */
    private static final String FINAL = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

    /** The parts of a double end. */
    private static final String DOUBLE = "ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ";

    private static final String LEFT = "ㄱㄴㄴㄹㄹㄹㄹㄹㄹㄹㅂ";
    private static final String RIGHT = "ㅅㅈㅎㄱㅁㅂㅅㅌㅍㅎㅅ";

    /** Plain sounds, and what they are with ㅎ and when tense. */
    private static final String PLAIN = "ㄱㄷㅂㅅㅈ";

    private static final String ASPIRATED = "ㅋㅌㅍㅆㅊ";
    private static final String TENSE = "ㄲㄸㅃㅆㅉ";

    private KoreanSounds() {}

    static String of(String text) {
        return WORD.matcher(text).replaceAll(KoreanSounds::word);
    }

    private static String word(MatchResult match) {
        String word = match.group();
        Syllable[] syllables = word.chars().mapToObj(Syllable::new).toArray(Syllable[]::new);
        for (int i = 0; i + 1 < syllables.length; i++) {
            meet(syllables[i], syllables[i + 1]);
        }
        syllables[syllables.length - 1].single();
        StringBuilder spoken = new StringBuilder(word.length());
        for (Syllable syllable : syllables) {
            spoken.append(syllable.character());
        }
        return spoken.toString();
    }

    /** One syllable's letters. */
    private static final class Syllable {

        private char initial;
        private final char vowel;
        private char end;

        Syllable(int character) {
            int index = character - FIRST;
            initial = INITIAL.charAt(index / (VOWELS * FINALS));
            vowel = VOWEL.charAt(index / FINALS % VOWELS);
            end = FINAL.charAt(index % FINALS);
        }

        char character() {
            return (char)
                    (FIRST + (INITIAL.indexOf(initial) * VOWELS + VOWEL.indexOf(vowel)) * FINALS + FINAL.indexOf(end));
        }

        boolean is(char first, char middle) {
            return initial == first && vowel == middle;
        }

        /** Splits the end: keeps the left part of a double one, nothing of a single one, and gives the rest. */
        char takeLast() {
            int twin = DOUBLE.indexOf(end);
            char last = twin < 0 ? end : RIGHT.charAt(twin);
            end = twin < 0 ? ' ' : LEFT.charAt(twin);
            return last;
        }

        char last() {
            int twin = DOUBLE.indexOf(end);
            return twin < 0 ? end : RIGHT.charAt(twin);
        }

        /** Only seven sounds end a syllable. */
        void single() {
            end = switch (end) {
                case 'ㄲ', 'ㅋ', 'ㄳ', 'ㄺ' -> 'ㄱ';
                case 'ㅅ', 'ㅆ', 'ㅈ', 'ㅊ', 'ㅌ', 'ㅎ' -> 'ㄷ';
                case 'ㅍ', 'ㅄ', 'ㄿ' -> 'ㅂ';
                case 'ㄵ', 'ㄶ' -> 'ㄴ';
                case 'ㄼ', 'ㄽ', 'ㄾ', 'ㅀ' -> 'ㄹ';
                case 'ㄻ' -> 'ㅁ';
                default -> end;
            };
        }
    }

    private static void meet(Syllable left, Syllable right) {
        if (right.is('ㅇ', 'ㅠ') && right.end == 'ㄱ' && isPowerOfTen(left.character())) {
            right.initial = 'ㄴ';
        }
        if (right.initial == 'ㅇ') {
            link(left, right);
        } else if (right.initial == 'ㅎ') {
            breathe(left, right);
        } else {
            if (left.last() == 'ㅎ') {
                left.takeLast();
                followBreath(left, right);
            }
            press(left, right);
        }
    }

    private static boolean isPowerOfTen(char syllable) {
        return "십백천만".indexOf(syllable) >= 0;
    }

    /** The end moves over to a vowel; ㅎ is silent there. */
    private static void link(Syllable left, Syllable right) {
        if (left.end == ' ' || left.end == 'ㅇ') {
            return;
        }
        boolean twin = DOUBLE.indexOf(left.end) >= 0;
        char moved = left.takeLast();
        if (moved == 'ㅎ') {
            moved = left.takeLast();
            right.initial = moved == ' ' ? 'ㅇ' : moved;
            return;
        }
        if (right.vowel == 'ㅣ' || right.vowel == 'ㅕ') {
            moved = moved == 'ㄷ' ? 'ㅈ' : moved == 'ㅌ' ? 'ㅊ' : moved;
        }
        right.initial = twin && moved == 'ㅅ' ? 'ㅆ' : moved;
    }

    /** A plain end becomes one with a following ㅎ. */
    private static void breathe(Syllable left, Syllable right) {
        char last = left.last();
        boolean closed = "ㄷㅈㅅㅆㅊㅌ".indexOf(last) >= 0;
        if (last == 'ㅎ' || PLAIN.indexOf(last) < 0 && !closed) {
            left.single();
            return;
        }
        left.takeLast();
        if (closed) {
            boolean soft = last == 'ㅈ' || last == 'ㄷ' && (right.vowel == 'ㅣ' || right.vowel == 'ㅕ');
            right.initial = soft ? 'ㅊ' : 'ㅌ';
        } else {
            right.initial = ASPIRATED.charAt(PLAIN.indexOf(last));
        }
    }

    private static void followBreath(Syllable left, Syllable right) {
        int plain = PLAIN.indexOf(right.initial);
        if (plain >= 0 && right.initial != 'ㅂ') {
            right.initial = ASPIRATED.charAt(plain);
        } else if (right.initial == 'ㄴ' && left.end == ' ') {
            left.end = 'ㄴ';
        }
    }

    /** Two consonants that meet become like each other. */
    private static void press(Syllable left, Syllable right) {
        boolean verb = left.end == 'ㄺ' && right.initial == 'ㄱ';
        boolean stopped = "ㄼㄾ".indexOf(left.end) >= 0;
        left.single();
        if (verb) {
            left.end = 'ㄹ';
        }
        int stop = "ㄱㄷㅂ".indexOf(left.end);
        int plain = PLAIN.indexOf(right.initial);
        if (right.initial == 'ㄹ' && "ㄱㄷㅂㅁㅇ".indexOf(left.end) >= 0) {
            right.initial = 'ㄴ';
        }
        if (stop >= 0 && (right.initial == 'ㄴ' || right.initial == 'ㅁ')) {
            left.end = "ㅇㄴㅁ".charAt(stop);
        } else if (plain >= 0 && (stop >= 0 || verb || stopped)) {
            right.initial = TENSE.charAt(plain);
        } else if (left.end == 'ㄴ' && right.initial == 'ㄹ') {
            left.end = 'ㄹ';
        } else if (left.end == 'ㄹ' && right.initial == 'ㄴ') {
            right.initial = 'ㄹ';
        }
    }
}
