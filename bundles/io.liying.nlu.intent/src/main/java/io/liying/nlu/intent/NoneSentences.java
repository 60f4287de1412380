package io.liying.nlu.intent;

import io.liying.i18n.api.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Everyday sentences and commands that none of the first skills is meant for. */
final class NoneSentences {

    private NoneSentences() {}

    static List<String> read(Language language) {
        String name = "none_" + language.code() + ".txt";
        try (InputStream stream = NoneSentences.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing in the bundle");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(name + " cannot be read", failure);
        }
    }
}
