package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Finds names in a text, at each place the longest. Names of western languages are whole words; Korean ones may have
 * particles after them; in Chinese and Japanese a name in katakana is a whole run of katakana. Filled by one thread, then read
 * by many.
 *
 * @param <T> what a name stands for
 */
final class Names<T> {

    /** Told of each name that is found. */
    interface Sink<T> {
        void found(int start, int end, T meaning);
    }

    private final Map<String, T> meanings = new HashMap<>();
    private final Map<Character, Integer> longest = new HashMap<>();

    /** Adds a name; the first of several meanings stays. */
    void put(String name, T meaning) {
        String folded = Folding.fold(name);
        if (folded.length() > 1 && meanings.putIfAbsent(folded, meaning) == null) {
            longest.merge(folded.charAt(0), folded.length(), Math::max);
        }
    }

    int size() {
        return meanings.size();
    }

    void find(String folded, Language language, Sink<T> sink) {
        int at = 0;
        while (at < folded.length()) {
            int end = begins(folded, at) ? match(folded, at, language) : at;
            if (end > at) {
                sink.found(at, end, Objects.requireNonNull(meanings.get(folded.substring(at, end))));
                at = end;
            } else {
                at++;
            }
        }
    }

    private int match(String folded, int start, Language language) {
        int most = longest.getOrDefault(folded.charAt(start), 0);
        for (int end = Math.min(folded.length(), start + most); end > start + 1; end--) {
            if (ends(folded, end, language) && meanings.containsKey(folded.substring(start, end))) {
                return end;
            }
        }
        return start;
    }

    private static boolean begins(String folded, int at) {
        return at == 0
                || kind(folded.charAt(at)) == Kinds.OPEN
                || kind(folded.charAt(at)) != kind(folded.charAt(at - 1));
    }

    private static boolean ends(String folded, int end, Language language) {
        if (end == folded.length() || kind(folded.charAt(end - 1)) != kind(folded.charAt(end))) {
            return true;
        }
        return switch (kind(folded.charAt(end))) {
            case OPEN -> true;
            case HANGUL -> language != Language.KOREAN || mayEnd(folded, end);
            case LETTER -> language == Language.GERMAN && Cities.endsGenitive(folded, end);
            case KATAKANA -> false;
        };
    }

    /** Whether a Korean name may end here: before a particle, also behind a word such as station. */
    static boolean mayEnd(String folded, int end) {
        String rest = koreanRest(folded, end);
        return rest.isEmpty() || KoreanEndings.mayFollowPlace(rest);
    }

    /** What of a Korean word is after a place. */
    static String koreanRest(String folded, int from) {
        int end = from;
        while (end < folded.length() && kind(folded.charAt(end)) == Kinds.HANGUL) {
            end++;
        }
        return folded.substring(from, end);
    }

    private enum Kinds {
        /** A name may begin and end anywhere among these: Chinese characters, signs, blanks. */
        OPEN,
        HANGUL,
        KATAKANA,
        LETTER
    }

    private static Kinds kind(char c) {
        if (c >= '가' && c <= '힣') {
            return Kinds.HANGUL;
        }
        if (c >= 'ァ' && c <= 'ー') {
            return Kinds.KATAKANA;
        }
        return Character.isLetter(c) && c < '⺀' ? Kinds.LETTER : Kinds.OPEN;
    }
}
