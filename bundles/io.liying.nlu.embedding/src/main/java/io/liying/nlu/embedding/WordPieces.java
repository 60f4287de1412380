package io.liying.nlu.embedding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts a text into the pieces of words that a network of the BERT family knows, without regard to case and accents: the
 * longest known piece first (Devlin et al., 2019; Wu et al., 2016). Immutable.
 */
final class WordPieces {

    private static final int LONGEST_WORD = 100;
    private static final String INSIDE = "##";

    private final Map<String, Integer> vocabulary;
    private final int begin;
    private final int end;
    private final int unknown;

    WordPieces(Map<String, Integer> vocabulary) {
        this.vocabulary = Map.copyOf(vocabulary);
        begin = special("[CLS]");
        end = special("[SEP]");
        unknown = special("[UNK]");
    }

    private int special(String name) {
        Integer id = vocabulary.get(name);
        if (id == null) {
            throw new IllegalArgumentException("the vocabulary lacks " + name);
        }
        return id;
    }

    /** Reads the vocabulary from a {@code tokenizer.json}, where it is {@code model.vocab}. */
    static WordPieces read(InputStream json) throws IOException {
        Map<String, Integer> vocabulary = HashMap.newHashMap(32_000);
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME
                        && "vocab".equals(parser.currentName())
                        && parser.nextToken() == JsonToken.START_OBJECT) {
                    while (parser.nextToken() == JsonToken.FIELD_NAME) {
                        vocabulary.put(parser.currentName(), parser.nextIntValue(0));
                    }
                }
            }
        }
        return new WordPieces(vocabulary);
    }

    /**
     * The numbers of the pieces, with those of the text's begin and end.
     *
     * @param most how many numbers there may be; the rest of a longer text is left out
     */
    long[] read(String text, int most) {
        long[] ids = new long[most];
        int count = 0;
        ids[count++] = begin;
        String plain = plain(text);
        int at = 0;
        while (at < plain.length() && count < most - 1) {
            int c = plain.codePointAt(at);
            int next = at + Character.charCount(c);
            if (!isSpace(c)) {
                if (!standsAlone(c)) {
                    while (next < plain.length() && isInside(plain.codePointAt(next))) {
                        next += Character.charCount(plain.codePointAt(next));
                    }
                }
                count = word(plain.substring(at, next), ids, count, most - 1);
            }
            at = next;
        }
        ids[count++] = end;
        return Arrays.copyOf(ids, count);
    }

    private int word(String word, long[] ids, int count, int most) {
        int before = count;
        int at = 0;
        boolean known = word.codePointCount(0, word.length()) <= LONGEST_WORD;
        while (known && at < word.length()) {
            int to = word.length();
            Integer id = null;
            while (id == null && to > at) {
                id = vocabulary.get(at == 0 ? word.substring(at, to) : INSIDE + word.substring(at, to));
                to = id == null ? word.offsetByCodePoints(to, -1) : to;
            }
            known = id != null;
            if (id != null && count < most) {
                ids[count++] = id;
            }
            at = to;
        }
        if (known) {
            return count;
        }
        ids[before] = unknown;
        return before + 1;
    }

    private static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(apart.length());
        apart.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .filter(c -> isSpace(c) || !isControl(c))
                .forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isInside(int c) {
        return !isSpace(c) && !standsAlone(c);
    }

    private static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
    }

    private static boolean isControl(int c) {
        return c == 0xFFFD
                || switch (Character.getType(c)) {
                    case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
                    default -> false;
                };
    }

    /** Punctuation, ASCII signs and the ideographs of Chinese. */
    private static boolean standsAlone(int c) {
        if (c < 0x80) {
            return c > ' ' && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default ->
                c >= 0x3400 && c <= 0x4DBF
                        || c >= 0x4E00 && c <= 0x9FFF
                        || c >= 0xF900 && c <= 0xFAFF
                        || c >= 0x20000 && c <= 0x2FA1F;
        };
    }
}
