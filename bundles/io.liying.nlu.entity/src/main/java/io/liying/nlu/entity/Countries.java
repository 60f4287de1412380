package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The names of countries in a language and their codes, from {@code countries_<code>.tsv}, loaded at their first use. */
final class Countries {

    private static final double CERTAIN = 0.95;

    /** Names that are words as well: in western languages they count with a capital letter only. */
    private static final Set<String> WORDS = Set.of(
            "turkey",
            "jersey",
            "jordan",
            "chad",
            "guinea",
            "mali",
            "niger",
            "cuba",
            "chile",
            "oman",
            "togo",
            "ile de man");

    /** Korean names that are words as well; they count with a particle of place only. */
    private static final Set<String> KOREAN_WORDS = Set.of("이란", "수단", "오만", "가나", "말리", "기니", "통가");

    /** "Mexico City" is a city. */
    private static final List<String> CITY_AFTER = List.of(" city", "-stadt", "城", "시티", "シティ");

    private static final Set<String> OF_PLACE = Set.of("에", "에서", "의", "로", "으로", "까지", "에는", "에서는", "행");

    private final Map<Language, Names<String>> names = new ConcurrentHashMap<>();

    List<Entity> find(String text, String folded, Language language) {
        List<Entity> found = new ArrayList<>();
        names.computeIfAbsent(language, Countries::load).find(folded, language, (start, end, code) -> {
            if (isCountry(text, folded, start, end, language)) {
                found.add(new Entity(Entity.COUNTRY, code, text.substring(start, end), start, end, CERTAIN));
            }
        });
        return found;
    }

    private static boolean isCountry(String text, String folded, int start, int end, Language language) {
        String name = folded.substring(start, end);
        if (CITY_AFTER.stream().anyMatch(city -> folded.startsWith(city, end))
                || folded.substring(0, start).endsWith("ciudad de ")) {
            return false;
        }
        return switch (language) {
            case KOREAN -> !KOREAN_WORDS.contains(name) || OF_PLACE.contains(Names.koreanRest(folded, end));
            case CHINESE, JAPANESE -> end == folded.length() || "语語人文字".indexOf(folded.charAt(end)) < 0;
            default -> !WORDS.contains(name) || Character.isUpperCase(text.charAt(start));
        };
    }

    private static Names<String> load(Language language) {
        String file = "countries_" + language.code() + ".tsv";
        Names<String> names = new Names<>();
        try (InputStream stream = Countries.class.getResourceAsStream(file);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(stream, file), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int tab = line.indexOf('\t');
                names.put(line.substring(0, tab), line.substring(tab + 1));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be read", failure);
        }
        return names;
    }
}
