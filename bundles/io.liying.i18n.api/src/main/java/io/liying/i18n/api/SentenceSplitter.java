package io.liying.i18n.api;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into sentences while it is still being written. The pieces joined give the text again. Nothing inside a
 * fenced block of code is a boundary. Used by one thread at a time.
 */
public final class SentenceSplitter {

    /** A piece is never longer; where nothing better is found it is cut between two words. */
    private static final int LONGEST = 400;

    private static final String FENCE = "```";

    private final SentenceBoundaries boundaries;
    private final StringBuilder text = new StringBuilder();
    private boolean clausesToo;
    private boolean fenced;
    private int scanned;

    private SentenceSplitter(Language language, boolean clausesToo) {
        this.boundaries = new SentenceBoundaries(language);
        this.clausesToo = clausesToo;
    }

    /** Cuts at the ends of sentences and lines. */
    public static SentenceSplitter bySentence(Language language) {
        return new SentenceSplitter(language, false);
    }

    /** Gives out the first clause as soon as it stands, so that speaking can begin; after it whole sentences. */
    public static SentenceSplitter firstClauseEarly(Language language) {
        return new SentenceSplitter(language, true);
    }

    /** The sentences of a text that is complete, in order. */
    public static List<String> split(String text, Language language) {
        SentenceSplitter splitter = bySentence(language);
        List<String> pieces = splitter.add(text);
        List<String> rest = splitter.end();
        if (rest.isEmpty()) {
            return pieces;
        }
        pieces.addAll(rest);
        return pieces;
    }

    /**
     * Takes the next piece of the text.
     *
     * @return what is complete now, in order; empty if more is needed
     */
    public List<String> add(String delta) {
        text.append(delta);
        return cut(false);
    }

    /** The rest; the splitter can then be used for another text. */
    public List<String> end() {
        List<String> pieces = cut(true);
        if (!text.isEmpty()) {
            pieces.add(text.toString());
        }
        text.setLength(0);
        scanned = 0;
        fenced = false;
        return pieces;
    }

    private List<String> cut(boolean last) {
        List<String> pieces = new ArrayList<>(2);
        int index = scanned;
        while (index < text.length()) {
            if (text.charAt(index) == '`') {
                if (isFence(index)) {
                    fenced = !fenced;
                    index += FENCE.length();
                    continue;
                }
                if (mayBecomeFence(index) && !last) {
                    break;
                }
            }
            int end = fenced ? SentenceBoundaries.NONE : boundary(index, last);
            if (end == SentenceBoundaries.UNKNOWN) {
                break;
            }
            if (end == SentenceBoundaries.NONE) {
                index++;
            } else if (text.substring(0, end).isBlank()) {
                index = end;
            } else {
                pieces.add(text.substring(0, end));
                text.delete(0, end);
                clausesToo = false;
                index = 0;
            }
        }
        scanned = index;
        return pieces;
    }

    private boolean isFence(int index) {
        return text.length() >= index + FENCE.length()
                && text.charAt(index + 1) == '`'
                && text.charAt(index + 2) == '`';
    }

    private boolean mayBecomeFence(int index) {
        return text.length() < index + FENCE.length() && text.charAt(text.length() - 1) == '`';
    }

    private int boundary(int index, boolean last) {
        int end = boundaries.sentenceEnd(text, index, last);
        if (end == SentenceBoundaries.NONE && clausesToo) {
            end = boundaries.clauseEnd(text, index, last);
        }
        if (end == SentenceBoundaries.NONE && index + 1 >= LONGEST) {
            end = boundaries.emergencyEnd(text, index + 1);
        }
        return end;
    }
}
