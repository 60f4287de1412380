package io.liying.skill.clock;

import io.liying.i18n.api.Language;
import io.liying.skill.api.Words;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a question or a fact is about, without the words that only count, ask or join.
 *
 * @param content the words that are left, with a blank between two
 * @param ownDay whether it is about a day such as a birthday and nobody else's was said
 */
record Topic(String content, boolean ownDay, Language language, Words words) {

    private static final String MINE = "@";

    /** An ending of so many letters may differ in a word of at least this length. */
    private static final int LONG_WORD = 5;

    static Topic of(String text, Language language, Words words) {
        String content = words.without(language, "counting", words.without(language, "mine", plain(text), " "), " ")
                .replaceAll("\\b[a-z]\\b", " ")
                .strip()
                .replaceAll("\\s+", " ");
        boolean day = words.has(language, "yearly", content);
        return new Topic(
                content, day && words.without(language, "yearly", content, "").isBlank(), language, words);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\p{P}\\p{S}\\s]+", " ");
    }

    boolean isEmpty() {
        return content.isEmpty();
    }

    int length() {
        return content.length();
    }

    /** Whether a fact about another topic is about this one, too; of two birthdays "my birthday" is only one's own. */
    boolean isIn(Topic known, String fact) {
        if (ownDay && !known.ownDay) {
            String marked = words.without(known.language, "mine", plain(fact), " " + MINE + " ")
                    .replaceAll("\\s+", " ");
            return words.find(known.language, "yearly", marked)
                    .filter(day -> marked.substring(0, day.start()).endsWith(MINE + " "))
                    .filter(day -> has(day.group(), content))
                    .isPresent();
        }
        return Stream.of(content.split(" ")).allMatch(word -> has(known.content, word));
    }

    private static boolean has(String known, String word) {
        return known.contains(word)
                || (word.length() >= LONG_WORD && known.contains(word.substring(0, word.length() - 2)));
    }
}
