package io.liying.conversation.store;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Text as it is searched: Unicode NFKC and without case, so that ＬＩＹＩＮＧ, ﾘｰ and STRASSE find LiYing, リー and Straße. */
final class SearchText {

    private static final int MOST_WORDS = 16;
    private static final int LONGEST_TITLE = 1_000;

    private SearchText() {}

    static String of(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    /** A title as it is searched; compatibility forms can be many times longer than the title. */
    static String ofTitle(String title) {
        String text = of(title);
        return text.length() <= LONGEST_TITLE ? text : text.substring(0, LONGEST_TITLE);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    /** The patterns for {@code like … escape '!'} that all must match; empty for a blank query. */
    static List<String> patterns(String query) {
        return Arrays.stream(of(query).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .map(word -> "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%")
                .toList();
    }
}
