package io.liying.speech.core.engine;

import io.liying.i18n.api.DefaultLanguage;
import io.liying.i18n.api.Language;
import io.liying.speech.api.HearingOptions;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.SpeechRecognizer;
import io.liying.speech.core.engine.Attempt.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The engines that are there now; they come and go while somebody speaks. Safe for use by many threads. */
@Component(service = Engines.class)
public final class Engines {

    /** Models that listen to one utterance at once when its language is not known, at most. */
    private static final int MOST = 8;

    private final List<SpeechRecognizer> recognizers = new CopyOnWriteArrayList<>();
    private final DefaultLanguage defaultLanguage;

    @Activate
    public Engines(@Reference DefaultLanguage defaultLanguage) {
        this.defaultLanguage = defaultLanguage;
    }

    @Reference(
            name = "recognizer",
            unbind = "remove",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    public void add(SpeechRecognizer recognizer) {
        recognizers.add(recognizer);
    }

    public void remove(SpeechRecognizer recognizer) {
        recognizers.remove(recognizer);
    }

    /** In the order of their ids. */
    public List<SpeechRecognizer> all() {
        return recognizers.stream()
                .sorted(Comparator.comparing(SpeechRecognizer::id))
                .toList();
    }

    /**
     * The engines and languages that fit.
     *
     * @param likely the language that was heard last, to be preferred if none is asked for
     */
    List<Candidate> fitting(HearingOptions options, Optional<Language> likely) {
        Language preferred = options.language().or(() -> likely).orElseGet(defaultLanguage::language);
        List<Candidate> fitting = new ArrayList<>();
        for (SpeechRecognizer recognizer : all()) {
            if (options.engines().isEmpty() || options.engines().contains(recognizer.id())) {
                for (Language language : recognizer.languages()) {
                    if (options.language().isEmpty() || options.language().get() == language) {
                        fitting.add(new Candidate(recognizer, language));
                    }
                }
            }
        }
        Set<Language> heard = fitting.stream()
                .filter(candidate -> !candidate.engine().stopgap())
                .map(Candidate::language)
                .collect(Collectors.toSet());
        fitting.removeIf(candidate -> candidate.engine().stopgap() && heard.contains(candidate.language()));
        fitting.sort(Comparator.comparing((Candidate candidate) -> candidate.language() != preferred)
                .thenComparing(Candidate::language));
        return List.copyOf(fitting.subList(0, Math.min(MOST, fitting.size())));
    }

    /** The first engine that can be made to hear certain words only. */
    Optional<Candidate> spotter(HearingOptions options, Optional<Language> likely) {
        return fitting(options, likely).stream()
                .filter(candidate -> candidate.engine().followsGrammar(candidate.language()))
                .findFirst();
    }

    /** Why nothing can be heard. */
    public SpeechException none(HearingOptions options) {
        if (!options.engines().isEmpty()
                && recognizers.stream().noneMatch(each -> options.engines().contains(each.id()))) {
            String known =
                    String.join(", ", all().stream().map(SpeechRecognizer::id).toList());
            return new SpeechException(
                    "engine.unknown", Map.of("engine", String.join(", ", options.engines()), "known", known));
        }
        return options.language()
                .map(language -> new SpeechException("language.unheard", Map.of("language", language.code())))
                .orElseGet(() -> new SpeechException("engine.none", Map.of()));
    }
}
