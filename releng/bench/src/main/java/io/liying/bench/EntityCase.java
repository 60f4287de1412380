package io.liying.bench;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of {@code cases_<code>.tsv}: a text, what is in it as {@code type=value|other[attribute=value]}, and now.
 *
 * @param expected blank if nothing is in it
 */
record EntityCase(Language language, String text, List<String> expected, ZonedDateTime now) {

    private static final String FILES = "bundles/io.liying.nlu.entity/src/test/resources/io/liying/nlu/entity";
    private static final ZonedDateTime SATURDAY = ZonedDateTime.parse("2026-11-21T10:00+09:00[Asia/Seoul]");

    static List<EntityCase> read(Path home, Language language) throws IOException {
        List<EntityCase> cases = new ArrayList<>();
        for (String line : Files.readAllLines(home.resolve(FILES).resolve("cases_" + language.code() + ".tsv"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] columns = line.split("\t", -1);
                List<String> expected = columns[1].isBlank()
                        ? List.of()
                        : List.of(columns[1].strip().split(" "));
                ZonedDateTime now = columns.length > 2 ? ZonedDateTime.parse(columns[2].strip()) : SATURDAY;
                cases.add(new EntityCase(language, columns[0], expected, now));
            }
        }
        return cases;
    }

    /** The type of the one entity in it, "several" or "none". */
    String kind() {
        return switch (expected.size()) {
            case 0 -> "none";
            case 1 -> expected.getFirst().substring(0, expected.getFirst().indexOf('='));
            default -> "several";
        };
    }

    boolean isMetBy(List<Entity> found) {
        if (found.size() != expected.size()) {
            return false;
        }
        for (int index = 0; index < found.size(); index++) {
            if (!meets(found.get(index), expected.get(index))) {
                return false;
            }
        }
        return true;
    }

    private static boolean meets(Entity entity, String expectation) {
        int bracket = expectation.indexOf('[');
        String values = bracket < 0 ? expectation : expectation.substring(0, bracket);
        String others = entity.alternatives().isEmpty() ? "" : "|" + String.join("|", entity.alternatives());
        String plain = entity.type() + "=" + entity.value();
        if (!values.equals(values.indexOf('|') < 0 ? plain : plain + others)) {
            return false;
        }
        if (bracket >= 0) {
            for (String attribute :
                    expectation.substring(bracket + 1, expectation.length() - 1).split(",")) {
                int equals = attribute.indexOf('=');
                if (!attribute.substring(equals + 1).equals(entity.attributes().get(attribute.substring(0, equals)))) {
                    return false;
                }
            }
        }
        return true;
    }
}
