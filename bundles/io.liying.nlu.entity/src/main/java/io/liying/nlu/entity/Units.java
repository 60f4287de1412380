package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How units and currencies are written in a language, from {@code units_<code>.txt} and, for other forms, {@code units.txt}.
 * A line is a type, a unit as CLDR names it (with {@code *} and a factor where CLDR has none) and its forms between
 * {@code |}; {@code < forms} stand before the number, {@code sign} lines say what makes a number negative.
 */
final class Units {

    /** What a form stands for. */
    record Unit(String type, String name, BigDecimal factor) {}

    private final Map<String, List<Unit>> after = new HashMap<>();
    private final Map<String, List<Unit>> before = new HashMap<>();
    private final List<String> negativesBefore = new ArrayList<>();
    private final List<String> negativesAfter = new ArrayList<>();
    private int longest;

    static Units of(Language language) {
        Units units = new Units();
        units.read("units_" + language.code() + ".txt");
        Units common = new Units();
        common.read("units.txt");
        common.after.forEach(units.after::putIfAbsent);
        common.before.forEach(units.before::putIfAbsent);
        units.negativesBefore.addAll(common.negativesBefore);
        units.longest = Math.max(units.longest, common.longest);
        return units;
    }

    private void read(String file) {
        try (InputStream stream = Units.class.getResourceAsStream(file);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(stream, file), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    add(line);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be read", failure);
        }
    }

    private void add(String line) {
        String[] parts = line.split(" ", 3);
        if (parts[0].equals("sign")) {
            List<String> list = parts[1].equals("<") ? negativesBefore : negativesAfter;
            for (String form : parts[2].split("\\|")) {
                list.add(Folding.fold(form.strip()));
            }
            return;
        }
        String[] name = parts[1].split("\\*");
        Unit unit = new Unit(parts[0], name[0], name.length == 1 ? BigDecimal.ONE : new BigDecimal(name[1]));
        boolean first = parts[2].startsWith("< ");
        for (String form : (first ? parts[2].substring(2) : parts[2]).split("\\|")) {
            String folded = Folding.fold(form.strip());
            (first ? before : after)
                    .computeIfAbsent(folded, key -> new ArrayList<>())
                    .add(unit);
            longest = Math.max(longest, folded.length());
        }
    }

    /** The units whose form is written after a number. */
    List<Unit> after(String form) {
        return after.getOrDefault(form, List.of());
    }

    /** The units whose form is written before a number. */
    List<Unit> before(String form) {
        return before.getOrDefault(form, List.of());
    }

    List<String> negativesBefore() {
        return negativesBefore;
    }

    List<String> negativesAfter() {
        return negativesAfter;
    }

    int longest() {
        return longest;
    }
}
