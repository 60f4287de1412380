package io.liying.nlu.entity;

import java.util.List;
import java.util.Set;

/** What may be written together with a Korean noun after it: particles and forms of the copula. */
final class KoreanEndings {

    private static final Set<String> PARTICLES = Set.of(
            "은", "는", "이", "가", "을", "를", "에", "에서", "의", "도", "만", "로", "으로", "까지", "부터", "정도", "쯤", "씩", "나", "이나",
            "면", "이면", "보다", "와", "과", "라고", "이라고", "랑", "이랑", "하고", "밖에", "이상", "이하", "만큼", "어치", "당", "에는", "에선",
            "에서는", "에서의", "에도", "에서도", "으로는", "로는", "한테", "에게", "짜리", "행", "야", "이야", "지", "이지", "죠", "이죠", "예요", "이에요",
            "입니다", "인가요", "인가", "인데", "이고", "이라", "네", "이네", "이라는", "라는", "까지는", "부터는", "쪽", "까지의", "이요", "요", "은요",
            "는요", "에는요", "에서는요", "로는요", "으로는요");

    private KoreanEndings() {}

    private static final List<String> OF_PLACES = List.of("공항", "시내", "여행", "날씨", "시간", "역", "시", "도", "발", "항", "섬");

    /** Whether a word may go on like this after the name of a place: "수원역에서", "인천공항까지". */
    static boolean mayFollowPlace(String rest) {
        if (mayFollow(rest)) {
            return true;
        }
        for (String word : OF_PLACES) {
            if (rest.startsWith(word) && (rest.length() == word.length() || mayFollow(rest.substring(word.length())))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word may go on like this after a noun. */
    static boolean mayFollow(String rest) {
        return PARTICLES.contains(rest);
    }
}
