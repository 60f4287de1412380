package io.liying.speech.api;

import io.liying.i18n.api.Language;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How to listen; what is absent is as configured.
 *
 * @param language empty to find out which is spoken, among those that an engine hears
 * @param engines the ids of the only engines to ask; empty for all
 * @param vocabulary besides what skills bring
 * @param wakeWord what must be said before anything is heard; empty for none, absent as configured
 * @param pause silence that ends an utterance
 * @param timeout waiting for the first speech, then {@link HearingEvent.TimedOut}
 * @param phraseLimit the longest utterance; a longer one is heard in parts
 */
public record HearingOptions(
        Optional<Language> language,
        Set<String> engines,
        Vocabulary vocabulary,
        Optional<List<String>> wakeWord,
        Optional<Duration> pause,
        Optional<Duration> timeout,
        Optional<Duration> phraseLimit) {

    /** Everything as configured, any language. */
    public static final HearingOptions DEFAULT = new HearingOptions(
            Optional.empty(),
            Set.of(),
            Vocabulary.OPEN,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public HearingOptions {
        engines = Set.copyOf(engines);
        wakeWord = wakeWord.map(List::copyOf);
    }

    public HearingOptions in(Language spoken) {
        return new HearingOptions(Optional.of(spoken), engines, vocabulary, wakeWord, pause, timeout, phraseLimit);
    }

    public HearingOptions in(Optional<Language> spoken) {
        return new HearingOptions(spoken, engines, vocabulary, wakeWord, pause, timeout, phraseLimit);
    }

    public HearingOptions with(Set<String> only) {
        return new HearingOptions(language, only, vocabulary, wakeWord, pause, timeout, phraseLimit);
    }

    public HearingOptions with(Vocabulary expected) {
        return new HearingOptions(language, engines, expected, wakeWord, pause, timeout, phraseLimit);
    }

    /** Without a wake word, whatever is configured. */
    public HearingOptions awake() {
        return woken(List.of());
    }

    /** With wake words of one's own. */
    public HearingOptions woken(List<String> words) {
        return new HearingOptions(language, engines, vocabulary, Optional.of(words), pause, timeout, phraseLimit);
    }

    public HearingOptions pausing(Duration longest) {
        return new HearingOptions(language, engines, vocabulary, wakeWord, Optional.of(longest), timeout, phraseLimit);
    }

    public HearingOptions timingOut(Duration waiting) {
        return new HearingOptions(language, engines, vocabulary, wakeWord, pause, Optional.of(waiting), phraseLimit);
    }

    public HearingOptions limited(Duration utterance) {
        return new HearingOptions(language, engines, vocabulary, wakeWord, pause, timeout, Optional.of(utterance));
    }
}
