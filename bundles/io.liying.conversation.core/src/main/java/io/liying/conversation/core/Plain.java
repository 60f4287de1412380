package io.liying.conversation.core;

import java.util.Locale;

/** Text without what does not matter for its meaning. */
final class Plain {

    private Plain() {}

    /** Lower case, with one space in place of punctuation and spaces, and none at either end. */
    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean apostrophe = letter == '\'' || letter == '’';
            if (Character.isLetterOrDigit(letter) || Character.isSurrogate(letter) || apostrophe || isMark(letter)) {
                if (space && !plain.isEmpty()) {
                    plain.append(' ');
                }
                space = false;
                plain.append(apostrophe ? '\'' : letter);
            } else {
                space = true;
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isMark(char letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK;
    }
}
