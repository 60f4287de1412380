package io.liying.nlu.entity;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import io.liying.i18n.api.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes {@code countries_<code>.tsv} from the names of CLDR (by ICU4J) and {@code more_countries.tsv}; run by hand. */
final class CountryFiles {

    private CountryFiles() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<String> more = Files.readAllLines(
                folder.resolve("../../../../../../test/resources/io/liying/nlu/entity/more_countries.tsv"));
        for (Language language : Language.values()) {
            Map<String, String> names = new TreeMap<>();
            for (DisplayContext length : List.of(DisplayContext.LENGTH_FULL, DisplayContext.LENGTH_SHORT)) {
                LocaleDisplayNames display =
                        LocaleDisplayNames.getInstance(ULocale.forLanguageTag(language.code()), length);
                for (String code : Locale.getISOCountries()) {
                    add(names, display.regionDisplayName(code), code);
                }
            }
            for (String line : more) {
                String[] cells = line.split("\t");
                if (cells[0].equals(language.code())) {
                    add(names, cells[2], cells[1]);
                }
            }
            StringBuilder file = new StringBuilder();
            names.forEach(
                    (name, code) -> file.append(name).append('\t').append(code).append('\n'));
            Files.writeString(folder.resolve("countries_" + language.code() + ".tsv"), file, StandardCharsets.UTF_8);
        }
    }

    private static void add(Map<String, String> names, String name, String code) {
        String folded = Folding.fold(name);
        if (folded.length() > 1 && folded.indexOf('(') < 0 && !folded.equals(Folding.fold(code))) {
            names.putIfAbsent(folded, code);
            boolean latin = folded.codePoints().allMatch(point -> point < 0x250);
            names.putIfAbsent(
                    latin ? Normalizer.normalize(folded, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "") : folded, code);
        }
    }
}
