package io.liying.nlu.entity;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import io.liying.i18n.api.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes {@code cities_<code>.tsv} from the names of CLDR (by ICU4J) and {@code more_cities.tsv}; run by hand. */
final class CityFiles {

    private static final List<String> REGIONS =
            List.of("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific");

    private CityFiles() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<String> more = Files.readAllLines(
                folder.resolve("../../../../../../test/resources/io/liying/nlu/entity/more_cities.tsv"));
        for (Language language : Language.values()) {
            Map<String, String> names = new TreeMap<>();
            TimeZoneNames zones = TimeZoneNames.getInstance(ULocale.forLanguageTag(language.code()));
            for (String zone : TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
                String name = zones.getExemplarLocationName(zone);
                if (name != null && name.length() > 1 && REGIONS.contains(zone.split("/")[0]) && isCity(name)) {
                    add(names, name, zone);
                }
            }
            int column =
                    List.of("zone", "ko", "en", "zh", "ja", "es", "fr", "de").indexOf(language.code());
            for (String line : more) {
                String[] cells = line.split("\t", -1);
                for (String name : cells[column].split("\\|")) {
                    if (!name.isEmpty()) { // a word of the language as well, such as "nice"
                        add(names, name, cells[0]);
                    }
                }
            }
            StringBuilder file = new StringBuilder();
            names.forEach(
                    (name, zone) -> file.append(name).append('\t').append(zone).append('\n'));
            Files.writeString(folder.resolve("cities_" + language.code() + ".tsv"), file, StandardCharsets.UTF_8);
        }
    }

    /** Names that are common words in some language are left out. */
    private static boolean isCity(String name) {
        return !List.of(
                        "Center",
                        "Central",
                        "Easter",
                        "Wake",
                        "Nome",
                        "Troll",
                        "Pacific",
                        "Midway",
                        "Reunion",
                        "Reunión",
                        "La Réunion",
                        "La Reunion",
                        "Réunion",
                        "Christmas",
                        "Weihnachtsinsel",
                        "Navidad",
                        "크리스마스",
                        "가자",
                        "Vincennes",
                        "Marengo",
                        "Winamac",
                        "Beulah",
                        "New Salem",
                        "Davis",
                        "Casey",
                        "Mawson",
                        "Palmer",
                        "Phoenix Islands")
                .contains(name);
    }

    private static void add(Map<String, String> names, String name, String zone) {
        String folded = Folding.fold(name);
        names.putIfAbsent(folded, zone);
        String plain = Normalizer.normalize(folded, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
        if (folded.codePoints().allMatch(point -> point < 0x250)) {
            names.putIfAbsent(plain, zone);
        }
    }
}
