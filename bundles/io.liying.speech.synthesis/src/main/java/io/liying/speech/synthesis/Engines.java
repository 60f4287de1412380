package io.liying.speech.synthesis;

import io.liying.i18n.api.Language;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.voice.SpeechRequest;
import io.liying.speech.api.voice.SpeechSynthesizer;
import io.liying.speech.api.voice.Voice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The engines that are there, and which of them says something. Safe for use by many threads. */
final class Engines {

    /** So long an engine that has failed is asked last. */
    private static final Duration REST = Duration.ofSeconds(30);

    /** A voice and who has it. */
    record Candidate(SpeechSynthesizer engine, Voice voice) {}

    private final Clock clock;
    private final List<SpeechSynthesizer> present = new CopyOnWriteArrayList<>();
    private final Map<String, Instant> failed = new ConcurrentHashMap<>();
    private volatile List<String> order;
    private volatile Map<String, String> configured;

    Engines(Clock clock, SynthesisConfig config) {
        this.clock = clock;
        this.order = List.of(config.synthesizers());
        this.configured = voices(config);
    }

    void configure(SynthesisConfig config) {
        Map<String, String> voices = voices(config);
        order = List.of(config.synthesizers());
        configured = voices;
    }

    private static Map<String, String> voices(SynthesisConfig config) {
        Map<String, String> voices = new HashMap<>();
        for (String entry : config.voices()) {
            int equals = entry.indexOf('=');
            String whose = equals < 0 ? "" : entry.substring(0, equals).strip();
            String language = whose.substring(whose.indexOf('/') + 1);
            if (equals < 0 || Language.of(language).isEmpty()) {
                throw new IllegalArgumentException(
                        "speech.voices: \"" + entry + "\" is not like en=espeak/en-us+f3 or owner/en=espeak/en-us+f3");
            }
            voices.put(whose, entry.substring(equals + 1).strip());
        }
        return voices;
    }

    void add(SpeechSynthesizer engine) {
        present.add(engine);
    }

    void remove(SpeechSynthesizer engine) {
        present.remove(engine);
    }

    void hasFailed(SpeechSynthesizer engine) {
        failed.put(engine.id(), clock.instant());
    }

    /** All voices, the preferred engine's first. */
    List<Voice> voices() {
        return candidates().map(Candidate::voice).toList();
    }

    /**
     * Who can say something in a language, in the order in which to try: the wanted voice, the person's, the configured one,
     * then the best of each engine.
     *
     * @param own the voice that the person chose; passed over where it is no longer there
     * @throws SpeechException if there is no such voice, or none for the language
     */
    List<Candidate> chain(SpeechRequest request, Optional<String> own, Language language) throws SpeechException {
        List<Candidate> all = candidates().toList();
        Optional<String> wanted = request.voice();
        if (wanted.isPresent() && all.stream().noneMatch(one -> one.voice().id().equals(wanted.get()))) {
            throw new SpeechException("voice.unknown", Map.of("voice", wanted.get()));
        }
        List<String> preferred = Stream.of(
                        wanted,
                        own,
                        Optional.ofNullable(configured.get(request.personId() + '/' + language.code())),
                        Optional.ofNullable(configured.get(language.code())))
                .flatMap(Optional::stream)
                .toList();
        List<Candidate> chain = new ArrayList<>();
        List<Candidate> fitting =
                all.stream().filter(one -> one.voice().language() == language).toList();
        for (String id : preferred) {
            fitting.stream()
                    .filter(one -> one.voice().id().equals(id))
                    .findFirst()
                    .filter(one -> !chain.contains(one))
                    .ifPresent(chain::add);
        }
        for (Candidate one : fitting) {
            if (chain.stream().noneMatch(other -> other.engine() == one.engine())) {
                chain.add(one);
            }
        }
        if (chain.isEmpty()) {
            throw new SpeechException("voice.none", Map.of("language", language.code()));
        }
        chain.sort(Comparator.comparing(one -> isResting(one.engine())));
        return chain;
    }

    /**
     * Refuses at the begin what could not be said at all.
     *
     * @throws SpeechException as {@link #chain}
     */
    void check(SpeechRequest request) throws SpeechException {
        Optional<Language> language = request.language()
                .or(() -> candidates().map(one -> one.voice().language()).findFirst());
        chain(request, Optional.empty(), language.orElse(Language.ENGLISH));
    }

    private boolean isResting(SpeechSynthesizer engine) {
        Instant since = failed.get(engine.id());
        return since != null && since.plus(REST).isAfter(clock.instant());
    }

    private Stream<Candidate> candidates() {
        List<String> asked = order;
        Comparator<SpeechSynthesizer> byConfiguration = Comparator.comparingInt(engine -> {
            int place = asked.indexOf(engine.id());
            return place < 0 ? Integer.MAX_VALUE : place;
        });
        return present.stream()
                .sorted(byConfiguration
                        .thenComparing(Engines::quality, Comparator.reverseOrder())
                        .thenComparing(SpeechSynthesizer::id))
                .flatMap(engine -> engine.voices().stream().map(voice -> new Candidate(engine, voice)));
    }

    private static Voice.Quality quality(SpeechSynthesizer engine) {
        return engine.voices().stream()
                .map(Voice::quality)
                .max(Comparator.naturalOrder())
                .orElse(Voice.Quality.ROBOTIC);
    }
}
