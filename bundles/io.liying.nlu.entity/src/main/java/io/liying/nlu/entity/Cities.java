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

    private record Names(Map<String, String> zones, boolean[] firsts, int longest) {}

    private final Map<Language, Names> names = new ConcurrentHashMap<>();

    /** Adds the cities that a text names. */
    void find(String text, String folded, Language language, List<Entity> found) {
        Names known = names.computeIfAbsent(language, Cities::load);
        boolean packed = language == Language.CHINESE || language == Language.JAPANESE;
        for (int start = 0; start < folded.length(); start++) {
            if (!known.firsts()[folded.charAt(start)] || (!packed && insideWord(folded, start))) {
                continue;
            }
            int end = match(known, folded, start, language);
            if (end > start) {
                String zone = Objects.requireNonNull(known.zones().get(folded.substring(start, end)));
                found.add(new Entity(Entity.CITY, zone, text.substring(start, end), start, end, 0.9));
                start = end - 1;
            }
        }
    }

    private static int match(Names known, String folded, int start, Language language) {
        boolean spaced = language != Language.CHINESE && language != Language.JAPANESE && language != Language.KOREAN;
        for (int end = Math.min(folded.length(), start + known.longest()); end > start + 1; end--) {
            boolean cutsWord = spaced && end < folded.length() && insideWord(folded, end);
            if (!cutsWord && known.zones().containsKey(folded.substring(start, end))) {
                return end;
            }
        }
        return start;
    }

    private static boolean insideWord(String text, int index) {
        return index > 0 && Character.isLetter(text.charAt(index)) && Character.isLetter(text.charAt(index - 1));
    }

    private static Names load(Language language) {
        String file = "cities_" + language.code() + ".tsv";
        Map<String, String> zones = new HashMap<>();
        boolean[] firsts = new boolean[Character.MAX_VALUE + 1];
        int longest = 0;
        try (InputStream stream = Cities.class.getResourceAsStream(file);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(stream, file), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int tab = line.indexOf('\t');
                String name = Folding.fold(line.substring(0, tab));
                zones.put(name, line.substring(tab + 1));
                firsts[name.charAt(0)] = true;
                longest = Math.max(longest, name.length());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be read", failure);
        }
        return new Names(zones, firsts, longest);
    }
}
