package io.liying.nlu.slot;

import com.ibm.icu.text.BreakIterator;
import io.liying.i18n.api.Language;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where the words of Chinese and Japanese begin, by the dictionary of ICU, which is loaded at the first use. */
final class Segmenter {

    private final Map<Language, BreakIterator> prototypes = new ConcurrentHashMap<>();

    /** The places where words begin, in UTF-16 units. */
    BitSet begins(String text, Language language) {
        BreakIterator words = prototypes
                .computeIfAbsent(language, key -> BreakIterator.getWordInstance(key.locale()))
                .clone();
        words.setText(text);
        BitSet begins = new BitSet(text.length());
        for (int at = words.first(); at != BreakIterator.DONE; at = words.next()) {
            begins.set(at);
        }
        return begins;
    }
}
