package io.liying.speech.core.text;

import io.liying.i18n.api.Language;
import io.liying.speech.api.RecognitionResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Catches text that nobody said. Recognizers that complete sentences repeat themselves on noise, and on silence they say
 * what stands at the end of videos. Loaded when the first text comes. Safe for use by many threads.
 */
public final class InventionGate {

    /** Faster than anybody speaks: letters of an alphabet, and characters of Chinese, Japanese and Korean, a second. */
    private static final double FASTEST_LETTERS = 40;

    private static final double FASTEST_SYLLABLES = 16;
    private static final int REPEATS = 4;

    private static final class Endings {
        static final Set<String> ALL = read();

        private static Set<String> read() {
            Set<String> phrases = new HashSet<>();
            for (Language language : Language.values()) {
                String file = "invented_" + language.code() + ".txt";
                try (InputStream in = InventionGate.class.getResourceAsStream(file)) {
                    if (in == null) {
                        throw new IllegalStateException(file + " is missing");
                    }
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> Words.bare(line).replace(" ", ""))
                            .filter(line -> !line.isEmpty())
                            .forEach(phrases::add);
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
            return Set.copyOf(phrases);
        }
    }

    /**
     * What speaks against a text: a short stable reason for the inspector, or nothing.
     *
     * @param audio how long the utterance is
     * @param reliability 0 to 1
     */
    public String against(RecognitionResult result, Language language, Duration audio, double reliability) {
        String bare = Words.bare(result.text()).replace(" ", "");
        if (bare.isEmpty()) {
            return "empty";
        }
        boolean aligned = !result.words().isEmpty();
        if (tooFast(bare, language, audio)) {
            return "too fast";
        }
        // An engine that found each word in the sound did not make it up.
        if (!(aligned && reliability >= 0.6) && repeats(Words.units(result.text()))) {
            return "repeats";
        }
        if (!aligned && isEnding(bare)) {
            return "known invention";
        }
        return "";
    }

    private static boolean tooFast(String bare, Language language, Duration audio) {
        double fastest = switch (language) {
            case KOREAN, CHINESE, JAPANESE -> FASTEST_SYLLABLES;
            default -> FASTEST_LETTERS;
        };
        // Half a second more: cut sound is no proof.
        return bare.codePointCount(0, bare.length()) > fastest * (audio.toMillis() / 1000.0 + 0.5);
    }

    /** Whether most of a text is one passage, said again and again without a break. */
    static boolean repeats(List<String> units) {
        int size = units.size();
        for (int length = 1; length * REPEATS <= size; length++) {
            int run = 0;
            for (int i = length; i < size; i++) {
                run = units.get(i).equals(units.get(i - length)) ? run + 1 : 0;
                int covered = run + length;
                if (covered >= REPEATS * length && covered * 10 >= size * 6) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isEnding(String bare) {
        if (Endings.ALL.contains(bare)) {
            return true;
        }
        // "Thanks for watching. Thanks for watching."
        return Endings.ALL.stream()
                .anyMatch(ending -> bare.length() % ending.length() == 0
                        && ending.repeat(bare.length() / ending.length()).equals(bare));
    }
}
