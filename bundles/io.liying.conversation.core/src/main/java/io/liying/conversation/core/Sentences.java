package io.liying.conversation.core;

import io.liying.i18n.api.Language;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/** Cuts an answer into sentences. */
final class Sentences {

    private Sentences() {}

    /** The sentences in order; joined they give the text again. */
    static List<String> of(String text, Language language) {
        if (isOne(text)) {
            return List.of(text);
        }
        BreakIterator iterator = BreakIterator.getSentenceInstance(language.locale());
        iterator.setText(text);
        List<String> sentences = new ArrayList<>();
        int start = iterator.first();
        for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
            sentences.add(text.substring(start, end));
            start = end;
        }
        return sentences;
    }

    /** Whether no sentence can end before the last character; spares most answers the search. */
    private static boolean isOne(String text) {
        for (int index = 0; index < text.length() - 1; index++) {
            char character = text.charAt(index);
            if (character == '\n' || character == '。' || character == '！' || character == '？') {
                return false;
            }
            if ((character == '.' || character == '!' || character == '?' || character == '…')
                    && Character.isWhitespace(text.charAt(index + 1))) {
                return false;
            }
        }
        return true;
    }
}
