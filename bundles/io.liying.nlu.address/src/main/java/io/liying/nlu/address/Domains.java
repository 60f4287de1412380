package io.liying.nlu.address;

/** Names of machines on the internet: labels of letters, digits and hyphens with dots between them. */
final class Domains {

    private static final int LONGEST = 253;

    private Domains() {}

    /** Where the domain ends that begins at a place; a dot at the end belongs to the sentence. */
    static int end(String text, int start) {
        int end = start;
        while (end < text.length() && end - start < LONGEST && isPart(text.charAt(end))) {
            end++;
        }
        while (end > start && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-')) {
            end--;
        }
        return end;
    }

    static boolean isDomain(String name) {
        int dot = name.lastIndexOf('.');
        if (dot < 1 || name.length() - dot < 3 || name.startsWith("-") || name.contains("..")) {
            return false;
        }
        return name.substring(dot + 1).chars().allMatch(Character::isLetter);
    }

    private static boolean isPart(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '.' || c == '-');
    }
}
