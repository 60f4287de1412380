package io.liying.speech.core;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.EntityExtractor;
import io.liying.speech.api.Audio;
import io.liying.speech.api.Hearing;
import io.liying.speech.api.HearingEvent;
import io.liying.speech.api.HearingOptions;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.SpeechRecognition;
import io.liying.speech.api.Transcript;
import io.liying.speech.api.VocabularySource;
import io.liying.speech.core.engine.Engines;
import io.liying.speech.core.engine.Judges;
import io.liying.speech.core.text.Phrases;
import io.liying.speech.core.text.SpokenForm;
import io.liying.speech.core.voice.Detectors;
import io.liying.speech.core.voice.Pauses;
import io.liying.speech.core.voice.Segmenter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** The ears that doors use. Nothing of it runs before somebody is heard. */
@Component(configurationPid = "io.liying.speech")
@Designate(ocd = HearingConfig.class)
public final class ArbitratedRecognition implements SpeechRecognition {

    private final Engines engines;
    private final Detectors detectors;
    private final Clock clock;
    private final List<VocabularySource> vocabularies = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable EntityExtractor> extractor = new AtomicReference<>();
    private final AtomicInteger sources = new AtomicInteger();
    private final ThreadPoolExecutor threads;
    private final ExecutorService listeners = Executors.newVirtualThreadPerTaskExecutor();
    private volatile HearingSettings settings;

    @Activate
    public ArbitratedRecognition(
            @Reference Engines engines, @Reference Detectors detectors, @Reference Clock clock, HearingConfig config) {
        this(engines, detectors, clock, HearingSettings.of(config));
    }

    ArbitratedRecognition(Engines engines, Detectors detectors, Clock clock, HearingSettings settings) {
        this.engines = engines;
        this.detectors = detectors;
        this.clock = clock;
        this.settings = settings;
        // Native engines would hold the carriers of virtual threads up, so they get threads of their own.
        threads = new ThreadPoolExecutor(
                0,
                settings.engineThreads(),
                20,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().name("speech-engine-", 0).daemon().factory());
    }

    @Modified
    void modified(HearingConfig config) {
        HearingSettings changed = HearingSettings.of(config);
        threads.setMaximumPoolSize(changed.engineThreads());
        settings = changed;
    }

    @Deactivate
    void stop() {
        listeners.shutdown();
        threads.shutdown();
    }

    @Reference(
            name = "vocabulary",
            unbind = "remove",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void add(VocabularySource source) {
        vocabularies.add(source);
    }

    void remove(VocabularySource source) {
        vocabularies.remove(source);
    }

    @Reference(
            name = "extractor",
            unbind = "unset",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void set(EntityExtractor found) {
        extractor.set(found);
    }

    void unset(EntityExtractor gone) {
        extractor.compareAndSet(gone, null);
    }

    @Override
    public List<Engine> engines() {
        return engines.all().stream()
                .map(engine -> new Engine(engine.id(), engine.languages()))
                .toList();
    }

    @Override
    public Optional<SpeechException> problem(String engine) {
        return engines.all().stream()
                .filter(each -> each.id().equals(engine))
                .findFirst()
                .flatMap(engines::failure);
    }

    private Judges judges(HearingSettings now) {
        return new Judges(
                engines,
                new Phrases(() -> vocabularies, now.vocabularyPhrases()),
                new SpokenForm(() -> Optional.ofNullable(extractor.get()), clock),
                now.calibrations(),
                now.confidenceThreshold(),
                now.engineLimit(),
                threads);
    }

    @Override
    public Transcript transcribe(Audio sound, HearingOptions options) throws SpeechException, InterruptedException {
        List<Transcript> heard = utterances(sound, options);
        Language otherwise = options.language().orElse(Language.ENGLISH);
        return Transcripts.joined(heard, otherwise, sound.duration());
    }

    @Override
    public List<Transcript> utterances(Audio sound, HearingOptions options)
            throws SpeechException, InterruptedException {
        HearingSettings now = settings;
        Judges judges = judges(now);
        judges.check(options);
        return new Recording(judges, options, pauses(now, options), now.speechProbability())
                .hear(sound, detectors.open(now.voiceActivity()));
    }

    @Override
    public Hearing listen(HearingOptions options, Consumer<? super HearingEvent> listener) throws SpeechException {
        HearingSettings now = settings;
        if (sources.incrementAndGet() > now.sources()) {
            sources.decrementAndGet();
            throw new SpeechException("sources.full", Map.of("count", now.sources()));
        }
        List<String> wakeWords = options.wakeWord().orElse(now.wakeWords());
        try {
            return new Listening(
                    options,
                    judges(now),
                    detectors.open(now.voiceActivity()),
                    new Segmenter(pauses(now, options), now.speechProbability()),
                    wakeWords.isEmpty() ? null : new Sleep(wakeWords, now.wakeTime()),
                    listeners,
                    listener,
                    sources::decrementAndGet);
        } catch (SpeechException deaf) {
            sources.decrementAndGet();
            throw deaf;
        }
    }

    private static Pauses pauses(HearingSettings now, HearingOptions options) {
        Pauses configured = now.pauses();
        Duration end = options.pause().orElse(configured.end());
        return new Pauses(
                end,
                end.compareTo(configured.answerEnd()) > 0 ? end : configured.answerEnd(),
                configured.shortest(),
                configured.around(),
                options.timeout().orElse(configured.timeout()),
                options.phraseLimit().orElse(configured.longest()));
    }
}
