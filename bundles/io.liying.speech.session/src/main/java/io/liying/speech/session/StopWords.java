package io.liying.speech.session;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.Messages;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person says to make LiYing be quiet. */
final class StopWords {

    private final Map<Language, Set<String>> words = new EnumMap<>(Language.class);

    StopWords(Messages messages) {
        for (Language language : Language.values()) {
            words.put(
                    language,
                    Stream.of(messages.text(language, "stop.words").split("\\|", -1))
                            .map(StopWords::plain)
                            .collect(Collectors.toUnmodifiableSet()));
        }
    }

    /** Whether the text is a stop word and nothing else, in any language. */
    boolean contain(String text) {
        String plain = plain(text);
        return !plain.isEmpty() && words.values().stream().anyMatch(known -> known.contains(plain));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{P}\\p{S}]", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
