package io.liying.plugin.catalogue;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Makes texts comparable: compatibility forms (full and half width, composed Hangul) and case do not count. */
final class Words {

    private Words() {}

    static String plain(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String folded = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    /** The parts that all must occur; languages without spaces are found by any part of a word. */
    static List<String> of(String query) {
        return List.of(plain(query).strip().split("\\s+"));
    }
}
