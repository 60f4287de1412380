package io.liying.speech.whisper;

import io.github.givimad.whisperjni.WhisperJNI;
import io.liying.i18n.api.Language;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.SpeechRecognizer;
import io.liying.speech.api.Vocabulary;
import io.liying.speech.api.model.InstalledModel;
import io.liying.speech.api.model.NativeProbe;
import io.liying.speech.api.model.SpeechModels;
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
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears with the Whisper models that are installed; a model without languages hears all. */
@Component(configurationPid = "io.liying.speech")
@Designate(ocd = WhisperConfig.class)
public final class WhisperRecognizer implements SpeechRecognizer {

    static final String ID = "whisper";

    private static final Logger LOG = LoggerFactory.getLogger(WhisperRecognizer.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private final SpeechModels installed;
    private final NativeProbe probe;
    private final WhisperModels models;
    private final Duration idle;
    private final AtomicBoolean cleaning = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor cleaner = new ScheduledThreadPoolExecutor(
            0, Thread.ofPlatform().name("whisper-idle").daemon().factory());

    @Activate
    public WhisperRecognizer(
            @Reference SpeechModels installed,
            @Reference NativeProbe probe,
            @Reference Clock clock,
            WhisperConfig config) {
        this(
                installed,
                probe,
                new WhisperModels(clock, threads(config.whisper_threads()), config.whisper_at_once()),
                Duration.ofMinutes(config.model_idle_minutes()));
    }

    WhisperRecognizer(SpeechModels installed, NativeProbe probe, WhisperModels models, Duration idle) {
        this.installed = installed;
        this.probe = probe;
        this.models = models;
        this.idle = idle;
    }

    private static int threads(int configured) {
        return configured > 0 ? configured : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    @Deactivate
    void stop() {
        cleaner.shutdownNow();
        try {
            models.close(LAST_WORDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            LOG.warn("Whisper was stopped while somebody was heard", hurried);
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<Language> languages() {
        Set<Language> languages = EnumSet.noneOf(Language.class);
        installed.of(ID).forEach(model -> languages.addAll(heard(model)));
        return languages;
    }

    private static Set<Language> heard(InstalledModel model) {
        return model.languages().isEmpty() ? EnumSet.allOf(Language.class) : model.languages();
    }

    @Override
    public Stream open(Language language, Vocabulary vocabulary, Consumer<String> partial) throws SpeechException {
        InstalledModel model = installed.of(ID).stream()
                .filter(each -> heard(each).contains(language))
                .findFirst()
                .orElseThrow(() -> new SpeechException("language.unheard", Map.of("language", language.code())));
        models.refuseWhenClosed();
        try {
            probe.check(
                    model,
                    NativeProbe.classPath(Probe.class, WhisperJNI.class),
                    Probe.class.getName(),
                    List.of(ModelFile.of(model).toString()));
            models.load(model);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new SpeechException("engine.failed", Map.of("engine", ID), hurried);
        }
        if (cleaning.compareAndSet(false, true)) {
            cleaner.scheduleWithFixedDelay(() -> models.unloadIdle(idle), 1, 1, TimeUnit.MINUTES);
        }
        return new WhisperStream(models, model, language, vocabulary);
    }
}
