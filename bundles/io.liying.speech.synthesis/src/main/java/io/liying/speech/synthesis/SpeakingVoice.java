package io.liying.speech.synthesis;

import io.liying.i18n.api.DefaultLanguage;
import io.liying.i18n.api.Language;
import io.liying.i18n.api.MessageCatalogs;
import io.liying.i18n.api.Messages;
import io.liying.memory.api.Memory;
import io.liying.memory.api.Speaking;
import io.liying.nlu.api.LanguageDetector;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.voice.Speech;
import io.liying.speech.api.voice.SpeechEvent;
import io.liying.speech.api.voice.SpeechRequest;
import io.liying.speech.api.voice.SpeechSynthesis;
import io.liying.speech.api.voice.SpeechSynthesizer;
import io.liying.speech.api.voice.Voice;
import io.liying.speech.synthesis.Engines.Candidate;
import io.liying.speech.synthesis.text.SpeakableText;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speaks with the engines that are there. */
@Component(configurationPid = "io.liying.speech")
@Designate(ocd = SynthesisConfig.class)
public final class SpeakingVoice implements SpeechSynthesis {

    private static final Logger log = LoggerFactory.getLogger(SpeakingVoice.class);

    private final Messages messages;
    private final DefaultLanguage defaultLanguage;
    private final Engines engines;
    private final SoundCache cache;
    private final Map<Language, SpeakableText> speakable = new ConcurrentHashMap<>();
    private final PersonalManner manner = new PersonalManner();
    private final AtomicReference<@Nullable LanguageDetector> detector = new AtomicReference<>();
    private final AtomicInteger speeches = new AtomicInteger();
    private final Set<RunningSpeech> running = ConcurrentHashMap.newKeySet();
    private volatile SynthesisConfig config;

    @Activate
    public SpeakingVoice(
            SynthesisConfig config,
            @Reference MessageCatalogs catalogs,
            @Reference DefaultLanguage defaultLanguage,
            @Reference Clock clock) {
        this.config = config;
        this.messages = catalogs.of(SpeakableText.class);
        this.defaultLanguage = defaultLanguage;
        this.engines = new Engines(clock, config);
        this.cache = new SoundCache(config.cache_bytes());
    }

    @Modified
    void modified(SynthesisConfig changed) {
        engines.configure(changed);
        cache.resize(changed.cache_bytes());
        config = changed;
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addSynthesizer(SpeechSynthesizer engine) {
        engines.add(engine);
    }

    void removeSynthesizer(SpeechSynthesizer engine) {
        engines.remove(engine);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setDetector(LanguageDetector found) {
        detector.set(found);
    }

    void unsetDetector(LanguageDetector gone) {
        detector.compareAndSet(gone, null);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setMemory(Memory found) {
        manner.set(found);
    }

    void unsetMemory(Memory gone) {
        manner.unset(gone);
    }

    @Deactivate
    void deactivate() {
        running.forEach(RunningSpeech::close);
    }

    @Override
    public List<Voice> voices() {
        return engines.voices();
    }

    @Override
    public void prepare(SpeechRequest request) {
        Language language = request.language().orElseGet(defaultLanguage::language);
        Thread.ofVirtual().name("voice-warm-up").start(() -> {
            speakable(language).of("1");
            Speaking own = manner.of(request.personId(), language);
            try {
                Candidate first = engines.chain(request, own.voice(), language).getFirst();
                first.engine().prepare(first.voice(), PersonalManner.prosody(request.prosody(), own));
            } catch (SpeechException nobody) {
                // whoever begins to speak is told
                log.debug("Nothing to prepare", nobody);
            }
        });
    }

    @Override
    public Speech begin(SpeechRequest request, Consumer<? super SpeechEvent> listener) throws SpeechException {
        SynthesisConfig now = config;
        engines.check(request);
        if (speeches.incrementAndGet() > now.max_speeches()) {
            speeches.decrementAndGet();
            throw new SpeechException("speech.busy", Map.of("limit", now.max_speeches()));
        }
        RunningSpeech speech = new RunningSpeech(
                request.language(),
                this::languageOf,
                language -> speaker(request, language, listener),
                listener,
                now.max_text());
        running.add(speech);
        speech.start(() -> {
            running.remove(speech);
            speeches.decrementAndGet();
        });
        return speech;
    }

    private RunningSpeech.Speaker speaker(
            SpeechRequest request, Language language, Consumer<? super SpeechEvent> listener) throws SpeechException {
        SpeakableText text = speakable(language);
        Speaking own = manner.of(request.personId(), language);
        SentenceVoice voice = new SentenceVoice(
                engines,
                cache,
                engines.chain(request, own.voice(), language),
                PersonalManner.prosody(request.prosody(), own),
                request.sampleRate(),
                listener);
        return written -> {
            String spoken = text.of(written);
            if (!spoken.isEmpty()) {
                voice.say(written, spoken);
            }
        };
    }

    private SpeakableText speakable(Language language) {
        return speakable.computeIfAbsent(language, one -> new SpeakableText(one, messages));
    }

    private Language languageOf(String text) {
        LanguageDetector found = detector.get();
        Language expected = defaultLanguage.language();
        return found == null
                ? expected
                : found.detect(Normalizer.normalize(text, Normalizer.Form.NFC), expected)
                        .language();
    }
}
