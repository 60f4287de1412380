package io.liying.bench;

import java.util.Arrays;
import java.util.List;

/** Errors of transcripts: edits (insertions, deletions, replacements) over the length of what was said. */
final class ErrorRate {

    private long edits;
    private long length;

    /** Adds a transcript, by words. */
    void words(String said, String heard) {
        add(split(said), split(heard));
    }

    /** Adds a transcript, by characters without blanks: for languages that do not separate words. */
    void characters(String said, String heard) {
        add(letters(said), letters(heard));
    }

    /** 0 for none; can exceed 1. */
    double rate() {
        return length == 0 ? edits : (double) edits / length;
    }

    private static List<String> split(String text) {
        return text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s+"));
    }

    private static List<String> letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .toList();
    }

    private void add(List<String> said, List<String> heard) {
        int[] before = new int[heard.size() + 1];
        for (int j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= said.size(); i++) {
            int[] now = new int[before.length];
            now[0] = i;
            for (int j = 1; j < now.length; j++) {
                int replaced = before[j - 1] + (said.get(i - 1).equals(heard.get(j - 1)) ? 0 : 1);
                now[j] = Math.min(replaced, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        edits += before[heard.size()];
        length += said.size();
    }
}
