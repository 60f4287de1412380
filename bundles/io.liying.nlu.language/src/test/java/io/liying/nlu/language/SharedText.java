package io.liying.nlu.language;

import io.liying.i18n.api.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Public data sets beside the checkout; they are read, never part of the project. */
final class SharedText {

    private static final Pattern MARK = Pattern.compile("\\[([^\\[\\]]*)\\]\\([^()]*\\)");

    private final Path data;

    private SharedText(Path data) {
        this.data = data;
    }

    /** Empty if the folder is not there; LIYING_SHARED (property or environment) names another. */
    static Optional<SharedText> find() {
        String fallback = Optional.ofNullable(System.getenv("LIYING_SHARED")).orElse("../../../shared");
        Path data = Path.of(System.getProperty("LIYING_SHARED", fallback), "data");
        return Files.isDirectory(data) ? Optional.of(new SharedText(data)) : Optional.empty();
    }

    Map<Language, List<String>> sentences() throws IOException {
        Map<Language, List<String>> result = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            result.put(language, Files.readAllLines(data.resolve("language/flores101/flores-dev." + language.code())));
        }
        return result;
    }

    Map<Language, List<String>> commands() throws IOException {
        Map<Language, List<String>> result = new EnumMap<>(Language.class);
        for (Language language : List.of(Language.ENGLISH, Language.GERMAN, Language.JAPANESE, Language.CHINESE)) {
            result.put(language, csv("xsid/" + language.code() + ".valid.csv"));
        }
        for (String name : List.of("clinc150", "snips", "banking77")) {
            result.get(Language.ENGLISH).addAll(csv(name + "/valid.csv"));
        }
        return result;
    }

    private List<String> csv(String name) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String line : Files.readAllLines(data.resolve("nlu").resolve(name))) {
            String text = line.substring(0, Math.max(0, line.lastIndexOf(','))).replace("\"", "");
            Matcher mark = MARK.matcher(text);
            texts.add(mark.replaceAll("$1"));
        }
        return new ArrayList<>(texts.subList(1, texts.size()));
    }
}
