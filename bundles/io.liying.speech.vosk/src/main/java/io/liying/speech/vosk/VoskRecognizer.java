package io.liying.speech.vosk;

import io.liying.i18n.api.Language;
import io.liying.speech.api.RecognitionResult;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.SpeechRecognizer;
import io.liying.speech.api.Vocabulary;
import io.liying.speech.api.model.InstalledModel;
import io.liying.speech.api.model.NativeProbe;
import io.liying.speech.api.model.SpeechModels;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vosk.LibVosk;
import org.vosk.LogLevel;

/** Hears with the Vosk models that are installed. A stream that is open when this goes away is finished first. */
@Component(configurationPid = "io.liying.speech")
@Designate(ocd = VoskConfig.class)
public final class VoskRecognizer implements SpeechRecognizer {

    static final String ID = "vosk";

    private static final Logger LOG = LoggerFactory.getLogger(VoskRecognizer.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private final SpeechModels installed;
    private final NativeProbe probe;
    private final LoadedModels loaded;
    private final AtomicBoolean quiet = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor cleaner;
    private volatile Duration idle;

    @Activate
    public VoskRecognizer(
            @Reference SpeechModels installed,
            @Reference NativeProbe probe,
            @Reference Clock clock,
            VoskConfig config) {
        this(installed, probe, clock, config.models_loaded(), Duration.ofMinutes(config.model_idle_minutes()));
    }

    VoskRecognizer(SpeechModels installed, NativeProbe probe, Clock clock, int most, Duration idle) {
        this.installed = installed;
        this.probe = probe;
        this.loaded = new LoadedModels(clock, most);
        this.idle = idle;
        cleaner = new ScheduledThreadPoolExecutor(
                0, Thread.ofPlatform().name("vosk-idle").daemon().factory());
    }

    @Modified
    void modified(VoskConfig config) {
        loaded.most(config.models_loaded());
        idle = Duration.ofMinutes(config.model_idle_minutes());
    }

    @Deactivate
    void stop() {
        cleaner.shutdownNow();
        try {
            loaded.close(LAST_WORDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            LOG.warn("Vosk was stopped while somebody spoke", hurried);
        }
    }

    LoadedModels loaded() {
        return loaded;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<Language> languages() {
        Set<Language> languages = EnumSet.noneOf(Language.class);
        installed.of(ID).forEach(model -> languages.addAll(model.languages()));
        return languages;
    }

    @Override
    public boolean followsGrammar(Language language) {
        return languages().contains(language);
    }

    @Override
    public Stream open(Language language, Vocabulary vocabulary, Consumer<String> partial) throws SpeechException {
        InstalledModel model = installed.of(ID).stream()
                .filter(each -> each.languages().contains(language))
                .findFirst()
                .orElseThrow(() -> new SpeechException("language.unheard", Map.of("language", language.code())));
        tried(model);
        if (quiet.compareAndSet(false, true)) {
            LibVosk.setLogLevel(LogLevel.WARNINGS);
            cleaner.scheduleWithFixedDelay(() -> loaded.unloadIdle(idle), 1, 1, TimeUnit.MINUTES);
        }
        LoadedModels.Lease lease = loaded.lease(model);
        try {
            return new VoskStream(lease, vocabulary, partial);
        } catch (SpeechException | RuntimeException refused) {
            lease.close();
            throw refused;
        }
    }

    private void tried(InstalledModel model) throws SpeechException {
        try {
            List<Path> jars = NativeProbe.classPath(Probe.class, LibVosk.class, com.sun.jna.Native.class);
            probe.check(
                    model, jars, Probe.class.getName(), List.of(model.folder().toString()));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new SpeechException("engine.failed", Map.of("engine", ID), hurried);
        }
    }

    @Override
    public double reliability(RecognitionResult result) {
        // Vosk's word confidences are minimum-Bayes-risk posteriors: right for what it knows, high for what it does
        // not.
        long sure =
                result.words().stream().filter(word -> word.confidence() >= 0.5).count();
        double known =
                result.words().isEmpty() ? 0 : (double) sure / result.words().size();
        return result.confidence() * (0.5 + 0.5 * known);
    }
}
