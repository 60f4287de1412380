package io.liying.conversation.core;

import io.liying.i18n.api.Language;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The dialogue words of the seven languages, each read when its language is first spoken. Safe for use by many threads. */
final class DialogueLexicon {

    private final Map<Language, DialogueWords> words = new ConcurrentHashMap<>();

    DialogueWords of(Language language) {
        DialogueWords known = words.get(language);
        return known != null ? known : words.computeIfAbsent(language, DialogueWords::read);
    }
}
