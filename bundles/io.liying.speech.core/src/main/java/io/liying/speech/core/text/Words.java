package io.liying.speech.core.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Texts as their bare words. */
public final class Words {

    private Words() {}

    /** In lower case, without punctuation, one blank between words. */
    public static String bare(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        boolean gap = false;
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        for (int i = 0; i < composed.length(); ) {
            int point = composed.codePointAt(i);
            i += Character.charCount(point);
            boolean inWord = Character.isLetterOrDigit(point)
                    || Character.getType(point) == Character.NON_SPACING_MARK
                    || point == '\'' && !bare.isEmpty() && !gap;
            if (inWord) {
                if (gap && !bare.isEmpty()) {
                    bare.append(' ');
                }
                bare.appendCodePoint(point);
                gap = false;
            } else if (point != 0x2019) {
                gap = true;
            }
        }
        return bare.toString();
    }

    /** Whether two texts say the same, whatever their punctuation, case and blanks. */
    public static boolean same(String one, String other) {
        return bare(one).replace(" ", "").equals(bare(other).replace(" ", ""));
    }

    /** The units in which a text repeats itself: words, or characters where words are not separated. */
    static List<String> units(String text) {
        List<String> units = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        bare(text).codePoints().forEach(point -> {
            if (Character.isIdeographic(point) || isKana(point)) {
                end(word, units);
                units.add(Character.toString(point));
            } else if (point == ' ') {
                end(word, units);
            } else {
                word.appendCodePoint(point);
            }
        });
        end(word, units);
        return units;
    }

    private static void end(StringBuilder word, List<String> units) {
        if (!word.isEmpty()) {
            units.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isKana(int point) {
        Character.UnicodeScript script = Character.UnicodeScript.of(point);
        return script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA;
    }
}
