package io.liying.speech.core.engine;

import io.liying.i18n.api.DefaultLanguage;
import io.liying.i18n.api.Language;
import io.liying.speech.api.HearingOptions;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.SpeechRecognizer;
import io.liying.speech.core.engine.Attempt.Candidate;
import io.liying.speech.core.engine.Attempt.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
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

    /** So long an engine that failed is passed over where another one can hear. */
    static final Duration REST = Duration.ofMinutes(1);

    private record Failure(SpeechException problem, long nanos) {}

    private final List<SpeechRecognizer> recognizers = new CopyOnWriteArrayList<>();
    private final Map<Candidate, Failure> failures = new ConcurrentHashMap<>();
    private final DefaultLanguage defaultLanguage;
    private final LongSupplier nanos;

    @Activate
    public Engines(@Reference DefaultLanguage defaultLanguage) {
        this(defaultLanguage, System::nanoTime);
    }

    /** @param nanos a clock that only goes forward */
    public Engines(DefaultLanguage defaultLanguage, LongSupplier nanos) {
        this.defaultLanguage = defaultLanguage;
        this.nanos = nanos;
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
        failures.keySet().removeIf(candidate -> candidate.engine() == recognizer);
    }

    /** Remembers how an engine fared: one that failed rests. */
    void fared(Outcome outcome) {
        if (outcome.failure() != null) {
            failures.put(outcome.candidate(), new Failure(outcome.failure(), nanos.getAsLong()));
        } else if (outcome.result() != null) {
            failures.remove(outcome.candidate());
        }
    }

    private boolean rests(Candidate candidate) {
        Failure last = failures.get(candidate);
        return last != null && nanos.getAsLong() - last.nanos() < REST.toNanos();
    }

    /** Why an engine failed when it was last asked; empty if it did not. */
    public Optional<SpeechException> failure(SpeechRecognizer engine) {
        return failures.entrySet().stream()
                .filter(entry -> entry.getKey().engine() == engine)
                .map(entry -> entry.getValue().problem())
                .findFirst();
    }

    /** Those that would fit if they had not failed, with their failure: for the inspector. */
    List<Outcome> resting(HearingOptions options, List<Outcome> asked) {
        Set<Candidate> known = asked.stream().map(Outcome::candidate).collect(Collectors.toSet());
        List<Outcome> resting = new ArrayList<>();
        failures.forEach((candidate, failure) -> {
            boolean fits = options.language().map(candidate.language()::equals).orElse(true)
                    && (options.engines().isEmpty()
                            || options.engines().contains(candidate.engine().id()));
            if (fits && rests(candidate) && !known.contains(candidate)) {
                resting.add(new Outcome(candidate, null, 0, failure.problem(), Duration.ZERO));
            }
        });
        return resting;
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
        Set<Language> heard = languages(fitting, each -> !each.engine().stopgap() && !rests(each));
        fitting.removeIf(candidate -> candidate.engine().stopgap() && heard.contains(candidate.language()));
        Set<Language> working = languages(fitting, each -> !rests(each));
        fitting.removeIf(candidate -> working.contains(candidate.language()) && rests(candidate));
        fitting.sort(Comparator.comparing((Candidate candidate) -> candidate.language() != preferred)
                .thenComparing(Candidate::language));
        return List.copyOf(fitting.subList(0, Math.min(MOST, fitting.size())));
    }

    private static Set<Language> languages(List<Candidate> candidates, Predicate<Candidate> which) {
        return candidates.stream().filter(which).map(Candidate::language).collect(Collectors.toSet());
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
