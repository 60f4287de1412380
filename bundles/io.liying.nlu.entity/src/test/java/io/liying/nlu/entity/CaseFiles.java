package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/** Cases of {@code <name>_<code>.tsv}: a text, a tab, and what must be found in it. */
final class CaseFiles {

    private CaseFiles() {}

    record Case(Language language, String text, String expected) {
        @Override
        public String toString() {
            return language.code() + ": " + text;
        }
    }

    static Stream<Case> all(String name) {
        return Arrays.stream(Language.values()).flatMap(language -> of(name, language));
    }

    static Stream<Case> of(String name, Language language) {
        String file = name + "_" + language.code() + ".tsv";
        try (InputStream stream = Objects.requireNonNull(CaseFiles.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> {
                                int tab = line.indexOf('\t');
                                return new Case(language, line.substring(0, tab), line.substring(tab + 1));
                            })
                            .toList()
                            .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(file, failure);
        }
    }
}
