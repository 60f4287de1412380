package io.liying.speech.synthesis.text;

import io.liying.i18n.api.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes abbreviations out. */
final class Abbreviations {

    private final Map<String, String> known = new HashMap<>();
    private final Pattern pattern;

    Abbreviations(Language language) {
        Properties file = new Properties();
        try (InputStream in =
                Abbreviations.class.getResourceAsStream("abbreviations_" + language.code() + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("abbreviations_" + language.code() + ".properties is missing");
            }
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        file.stringPropertyNames().forEach(short_ -> known.put(short_.replace('_', ' '), file.getProperty(short_)));
        pattern = Pattern.compile(known.keySet().stream()
                .sorted((one, other) -> Integer.compare(other.length(), one.length()))
                .map(short_ -> Pattern.quote(short_).replace(" ", "\\E[ \\u00a0\\u202f]?\\Q"))
                .collect(Collectors.joining("|", "(?<![\\p{L}\\d.])(?:", ")(?![\\p{L}])")));
    }

    String writtenOut(String text) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(full(found.group())));
    }

    private String full(String written) {
        String plain = written.replace('\u00a0', ' ').replace('\u202f', ' ');
        String exact = known.get(plain);
        if (exact != null) {
            return exact;
        }
        return known.entrySet().stream()
                .filter(entry -> entry.getKey().replace(" ", "").equals(plain.replace(" ", "")))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(written);
    }
}
