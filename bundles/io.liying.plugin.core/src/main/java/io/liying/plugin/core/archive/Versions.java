package io.liying.plugin.core.archive;

import java.util.Optional;

/** Versions as OSGi writes them. Plain text, since the tool runs without a framework. */
final class Versions {

    private Versions() {}

    /** {@code major.minor.micro} and perhaps a qualifier; empty if the text is no version. */
    static Optional<String> normal(String text) {
        String[] parts = text.strip().split("\\.", -1);
        if (parts.length > 4) {
            return Optional.empty();
        }
        int[] numbers = new int[3];
        for (int i = 0; i < Math.min(3, parts.length); i++) {
            String part = parts[i];
            boolean number =
                    !part.isEmpty() && part.length() <= 9 && part.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!number) {
                return Optional.empty();
            }
            numbers[i] = Integer.parseInt(part);
        }
        String version = numbers[0] + "." + numbers[1] + "." + numbers[2];
        if (parts.length < 4) {
            return Optional.of(version);
        }
        String qualifier = parts[3];
        boolean valid = !qualifier.isEmpty()
                && qualifier.length() <= 100
                && qualifier.chars().allMatch(Versions::isToken);
        return valid ? Optional.of(version + "." + qualifier) : Optional.empty();
    }

    private static boolean isToken(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
    }
}
