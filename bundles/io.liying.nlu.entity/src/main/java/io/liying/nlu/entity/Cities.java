package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The names of cities in a language and their time zones, from {@code cities_<code>.tsv}, loaded at their first use. */
final class Cities {

    private record Known(Map<String, String> zones, PhraseLengths lengths) {}

    private final Map<Language, Known> names = new ConcurrentHashMap<>();

    /** Adds the cities that a text names. */
    void find(String text, String folded, Language language, List<Entity> found) {
        Known known = names.computeIfAbsent(language, Cities::load);
        boolean packed = language == Language.CHINESE || language == Language.JAPANESE;
        for (int start = 0; start < folded.length(); start++) {
            if (known.lengths().of(folded.charAt(start)) == 0 || (!packed && insideWord(folded, start))) {
                continue;
            }
            int end = match(known, folded, start, language);
            if (end > start && !isOfPeople(folded, end)) {
                String zone = Objects.requireNonNull(known.zones().get(folded.substring(start, end)));
                found.add(new Entity(Entity.CITY, zone, text.substring(start, end), start, end, 0.9));
                start = end - 1;
            }
        }
    }

    private static int match(Known known, String folded, int start, Language language) {
        boolean spaced = language != Language.CHINESE && language != Language.JAPANESE && language != Language.KOREAN;
        long lengths = known.lengths().of(folded.charAt(start));
        int left = folded.length() - start;
        for (int length = PhraseLengths.next(lengths, left + 1);
                length > 1;
                length = PhraseLengths.next(lengths, length)) {
            int end = start + length;
            boolean cutsWord = spaced && end < folded.length() && insideWord(folded, end);
            cutsWord &= language != Language.GERMAN || !endsGenitive(folded, end);
            cutsWord |= language == Language.KOREAN && !Names.mayEnd(folded, end);
            cutsWord |= insideKatakana(folded, start) || insideKatakana(folded, end); // "リマ" in "リマインド"
            if (!cutsWord && known.zones().containsKey(folded.substring(start, end))) {
                return end;
            }
        }
        return start;
    }

    /** "Berlins Flughafen". */
    static boolean endsGenitive(String folded, int end) {
        return end < folded.length()
                && folded.charAt(end) == 's'
                && (end + 1 == folded.length() || !insideWord(folded, end + 1));
    }

    /** The names of countries are here too: 한국어, 中国人 and 日本語 are no places. */
    private static boolean isOfPeople(String folded, int end) {
        String rest = Names.koreanRest(folded, end);
        return rest.startsWith("어")
                || rest.equals("인")
                || end < folded.length() && "语語人字".indexOf(folded.charAt(end)) >= 0;
    }

    private static boolean insideWord(String text, int index) {
        return index > 0 && Character.isLetter(text.charAt(index)) && Character.isLetter(text.charAt(index - 1));
    }

    private static boolean insideKatakana(String text, int index) {
        return index > 0
                && index < text.length()
                && isKatakana(text.charAt(index))
                && isKatakana(text.charAt(index - 1));
    }

    private static boolean isKatakana(char character) {
        return (character >= '\u30a1' && character <= '\u30fa') || character == '\u30fc';
    }

    private static Known load(Language language) {
        String file = "cities_" + language.code() + ".tsv";
        Map<String, String> zones = new HashMap<>();
        PhraseLengths lengths = new PhraseLengths();
        try (InputStream stream = Cities.class.getResourceAsStream(file);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(stream, file), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int tab = line.indexOf('\t');
                String name = Folding.fold(line.substring(0, tab));
                zones.put(name, line.substring(tab + 1));
                lengths.add(name);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be read", failure);
        }
        return new Known(zones, lengths);
    }
}
