package io.liying.skill.timer.alarm;

import java.util.List;

/**
 * What a Korean asks to be reminded of stands in reported speech: "버리라고", "회의라고". Told again it is a thing to do,
 * "버리기", or the thing itself, "회의".
 */
final class KoreanQuote {

    private static final String QUOTE = "라고";

    /** Stems that look like a noun with the copula. */
    private static final List<String> STEMS_WITH_I = List.of("먹이", "줄이", "높이", "붙이", "들이", "기울이");

    /** Syllables that end the stem of a verb far more often than a noun. */
    private static final String ENDS_OF_STEMS = "리내주사오끄켜보자치시타우꾸두쓰쉬서세매떼빼대추키르";

    private KoreanQuote() {}

    static String plain(String said) {
        if (!said.endsWith(QUOTE) || said.length() < 4) {
            return said;
        }
        String stem = said.substring(0, said.length() - QUOTE.length());
        String shorter = stem.substring(0, stem.length() - 1);
        boolean closed = hasFinalConsonant(shorter.charAt(shorter.length() - 1));
        char last = stem.charAt(stem.length() - 1);
        boolean going = last == '가' && (shorter.endsWith(" ") || shorter.endsWith("나") || shorter.endsWith("어"));
        if (last == '하') {
            return shorter.strip();
        }
        if (last == '으' && closed) {
            return shorter + "기";
        }
        if (going || ENDS_OF_STEMS.indexOf(last) >= 0 || STEMS_WITH_I.stream().anyMatch(stem::endsWith)) {
            return stem + "기";
        }
        return last == '이' && closed ? shorter : stem;
    }

    private static boolean hasFinalConsonant(char syllable) {
        return syllable >= '가' && syllable <= '힣' && (syllable - '가') % 28 != 0;
    }
}
