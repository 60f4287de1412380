package io.liying.nlu.intent;

import io.liying.i18n.api.Language;

/** Recognizes number words, so that "twenty minutes" teaches what "forty minutes" means. Not their value. */
final class NumberWords {

    private static final String NUMERALS = "〇零一二两兩三四五六七八九十百千万萬亿億";
    private static final String SINO_KOREAN = "영공일이삼사오육칠팔구십백천만억";
    private static final String KOREAN_COUNTERS = "분초시월년개퍼프더곱빼나제승의은는을를과와에";
    private static final String[] NATIVE_KOREAN = {
        "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "스물", "스무", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔",
        "한", "두", "세", "네"
    };
    private static final String NATIVE_COUNTERS = "시개살명";
    private static final String[] GERMAN_PARTS = {
        "tausend",
        "hundert",
        "zwanzig",
        "dreißig",
        "dreissig",
        "million",
        "millionen",
        "sieben",
        "zwölf",
        "zwoelf",
        "zwolf",
        "sechs",
        "fünf",
        "fuenf",
        "funf",
        "neun",
        "acht",
        "zehn",
        "drei",
        "vier",
        "zwei",
        "eins",
        "sech",
        "sieb",
        "null",
        "und",
        "zwo",
        "elf",
        "ein",
        "zig"
    };

    private static final String ENGLISH =
            " zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
                    + " seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred"
                    + " thousand million ";
    private static final String SPANISH =
            " cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis"
                    + " dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintiuna veintidos veintidós"
                    + " veintitres veintitrés veinticuatro veinticinco veintiseis veintiséis veintisiete veintiocho"
                    + " veintinueve treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento doscientos"
                    + " trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos mil"
                    + " millón millon ";
    private static final String FRENCH =
            " zéro zero deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt"
                    + " vingts trente quarante cinquante soixante septante huitante nonante cent cents mille million ";

    private NumberWords() {}

    static boolean isNumeral(char c) {
        return NUMERALS.indexOf(c) >= 0;
    }

    /** How many letters of a word are a number word: all, or in Korean perhaps those before a counter, or none. */
    static int prefix(char[] letters, int start, int end, Language language) {
        return switch (language) {
            case KOREAN -> korean(letters, start, end);
            case GERMAN -> german(letters, start, end) ? end - start : 0;
            case ENGLISH -> listed(ENGLISH, letters, start, end);
            case SPANISH -> listed(SPANISH, letters, start, end);
            case FRENCH -> listed(FRENCH, letters, start, end);
            case CHINESE, JAPANESE -> 0;
        };
    }

    /** Whether a word between two numbers makes them one: "hundred and five". */
    static boolean joins(char[] letters, int start, int end, Language language) {
        String joint = switch (language) {
            case ENGLISH -> "and";
            case GERMAN -> "und";
            case SPANISH -> "y";
            case FRENCH -> "et";
            case KOREAN, CHINESE, JAPANESE -> "";
        };
        return joint.length() == end - start && matches(joint, letters, start, end);
    }

    /** The length of a word if a list has it, or none. */
    private static int listed(String list, char[] letters, int start, int end) {
        int length = end - start;
        if (length < 2 || length > 14) {
            return 0;
        }
        int at = 1;
        while (at < list.length()) {
            int next = list.indexOf(' ', at);
            if (next - at == length && matches(list, at, letters, start, end)) {
                return length;
            }
            at = next + 1;
        }
        return 0;
    }

    private static int korean(char[] letters, int start, int end) {
        int at = start;
        while (at < end && SINO_KOREAN.indexOf(letters[at]) >= 0) {
            at++;
        }
        int run = at - start;
        if (run >= 2 || run == 1 && (at == end || KOREAN_COUNTERS.indexOf(letters[at]) >= 0)) {
            return run;
        }
        at = start;
        for (int i = 0; i < NATIVE_KOREAN.length; i++) {
            String word = NATIVE_KOREAN[i];
            if (matches(word, letters, at, end)) {
                at += word.length();
                i = -1;
            }
        }
        boolean yes = at - start == 1 && letters[start] == '네' && at == end;
        boolean counted = at == end || at - start >= 2 || NATIVE_COUNTERS.indexOf(letters[at]) >= 0;
        return at > start && counted && !yes ? at - start : 0;
    }

    private static boolean german(char[] letters, int start, int end) {
        int at = start;
        int parts = 0;
        boolean joint = true;
        boolean article = false;
        while (at < end) {
            String part = "";
            for (String candidate : GERMAN_PARTS) {
                if (matches(candidate, letters, at, end)) {
                    part = candidate;
                    break;
                }
            }
            boolean and = part.equals("und");
            if (part.isEmpty() || and && joint) {
                return false;
            }
            joint = and;
            article = parts == 0 && part.equals("ein");
            at += part.length();
            parts++;
        }
        return !joint && !article;
    }

    private static boolean matches(String word, char[] letters, int start, int end) {
        return word.length() <= end - start && matches(word, 0, letters, start, start + word.length());
    }

    private static boolean matches(String word, int offset, char[] letters, int start, int end) {
        for (int i = start; i < end; i++) {
            if (word.charAt(offset + i - start) != letters[i]) {
                return false;
            }
        }
        return true;
    }
}
