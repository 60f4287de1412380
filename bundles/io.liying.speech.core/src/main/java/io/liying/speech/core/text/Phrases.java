package io.liying.speech.core.text;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Vocabulary;
import io.liying.speech.api.VocabularySource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What will probably be said: what the door expects, then what all sources know, up to a limit. */
public final class Phrases {

    private final Supplier<List<VocabularySource>> sources;
    private final int limit;

    public Phrases(Supplier<List<VocabularySource>> sources, int limit) {
        this.sources = sources;
        this.limit = limit;
    }

    /** A vocabulary that is meant strictly stays as it is. */
    public Vocabulary with(Vocabulary asked, Language language) {
        if (asked.use() == Vocabulary.Use.ONLY) {
            return asked;
        }
        Set<String> phrases = new LinkedHashSet<>(asked.phrases());
        for (VocabularySource source : sources.get()) {
            for (String phrase : source.phrases(language)) {
                if (phrases.size() >= limit) {
                    return new Vocabulary(List.copyOf(phrases), Vocabulary.Use.HINT);
                }
                phrases.add(phrase);
            }
        }
        return new Vocabulary(List.copyOf(phrases), Vocabulary.Use.HINT);
    }
}
