package example.unitconverter;

import io.liying.i18n.api.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The words for units in a language, from {@code units_en.txt} and so on: {@code MILE mile|miles|mi}. A word may stand for
 * several units, such as the Japanese キロ.
 */
final class UnitWords {

    /** Where a text names a unit. */
    record Mention(int start, int end, List<Unit> units) {}

    private final Map<String, List<Unit>> words = new HashMap<>();
    private final List<String> minus = new ArrayList<>();
    private int longest;

    private UnitWords() {}

    static UnitWords of(Language language) {
        String file = "units_" + language.code() + ".txt";
        UnitWords units = new UnitWords();
        try (InputStream stream = UnitWords.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int blank = line.indexOf(' ');
                if (blank > 0) {
                    units.add(
                            line.substring(0, blank),
                            List.of(line.substring(blank + 1).split("\\|")));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be read", failure);
        }
        return units;
    }

    private void add(String name, List<String> names) {
        if (name.equals("MINUS")) {
            minus.addAll(names);
            return;
        }
        for (String word : names) {
            words.computeIfAbsent(word, key -> new ArrayList<>()).add(Unit.valueOf(name));
            longest = Math.max(longest, word.length());
        }
    }

    /** The units that a text names, in order; at each place the longest word counts. */
    List<Mention> find(String said) {
        String text = said.toLowerCase(Locale.ROOT);
        List<Mention> found = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            Optional<Mention> mention = at(text, start);
            mention.ifPresent(found::add);
            start = mention.map(Mention::end).orElse(start + 1);
        }
        return found;
    }

    private Optional<Mention> at(String text, int start) {
        if (start > 0 && isLatin(text.charAt(start - 1)) && isLatin(text.charAt(start))) {
            return Optional.empty();
        }
        for (int end = Math.min(text.length(), start + longest); end > start; end--) {
            boolean insideWord = end < text.length() && isLatin(text.charAt(end - 1)) && isLatin(text.charAt(end));
            List<Unit> units = insideWord ? null : words.get(text.substring(start, end));
            if (units != null) {
                return Optional.of(new Mention(start, end, units));
            }
        }
        return Optional.empty();
    }

    /** Whether the number that begins somewhere is below zero: "minus 40", "영하 40". */
    boolean isNegative(String said, int start) {
        String before = said.substring(0, start).toLowerCase(Locale.ROOT).stripTrailing();
        return minus.stream().anyMatch(before::endsWith);
    }

    /** Letters of languages that put blanks between words. */
    private static boolean isLatin(char character) {
        return Character.isLetter(character) && character < '\u0250';
    }
}
