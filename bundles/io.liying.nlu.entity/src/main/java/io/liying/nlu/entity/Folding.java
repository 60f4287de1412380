package io.liying.nlu.entity;

/** Makes spellings equal, one UTF-16 unit for one, so that places in the text stay what they are. */
final class Folding {

    private Folding() {}

    static String fold(String text) {
        char[] folded = new char[text.length()];
        for (int index = 0; index < folded.length; index++) {
            folded[index] = fold(text.charAt(index));
        }
        return new String(folded);
    }

    private static char fold(char character) {
        if (character < 128) {
            return character >= 'A' && character <= 'Z' ? (char) (character + 32) : character;
        }
        if (character >= '\uff01' && character <= '\uff5e') {
            char narrow = (char) (character - 0xfee0);
            return narrow >= 'A' && narrow <= 'Z' ? (char) (narrow + 32) : narrow;
        }
        return switch (character) {
            case '\u00a0', '\u202f', '\u2009', '\u3000' -> ' ';
            case '’', '‘', '´', '`' -> '\'';
            case '−', '–', '‐', '‑' -> '-';
            default -> Character.toLowerCase(character);
        };
    }
}
