package io.liying.conversation.store;

/** Makes a title of a session's first message. */
final class SessionTitle {

    private static final int LENGTH = 60;
    private static final int SHORTEST = 30;

    private SessionTitle() {}

    /** The beginning of the text on one line, cut between words where the language has spaces. */
    static String of(String text) {
        StringBuilder line = new StringBuilder(LENGTH + 2);
        int length = 0;
        int lastSpace = 0;
        boolean space = false;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            if (Character.isWhitespace(character) || Character.isISOControl(character)) {
                space = !line.isEmpty();
                continue;
            }
            if (space) {
                lastSpace = line.length();
                line.append(' ');
                length++;
                space = false;
            }
            if (length >= LENGTH) {
                line.setLength(lastSpace > SHORTEST ? lastSpace : stripped(line));
                return line.append('…').toString();
            }
            line.appendCodePoint(character);
            length++;
        }
        return line.isEmpty() ? "…" : line.toString();
    }

    /** The length without a last space. */
    private static int stripped(StringBuilder line) {
        int end = line.length();
        return line.charAt(end - 1) == ' ' ? end - 1 : end;
    }
}
