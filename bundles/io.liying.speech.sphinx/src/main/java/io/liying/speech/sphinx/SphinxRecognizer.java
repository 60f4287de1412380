package io.liying.speech.sphinx;

import io.liying.i18n.api.Language;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.SpeechRecognizer;
import io.liying.speech.api.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** Hears the English phrases that are expected. Its model is loaded for the first utterance. */
@Component(configurationPid = "io.liying.speech")
@Designate(ocd = SphinxConfig.class)
public final class SphinxRecognizer implements SpeechRecognizer {

    static final String ID = "sphinx";

    private final boolean enabled;
    private final Decoders decoders;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("sphinx-", 0).factory());

    @Activate
    public SphinxRecognizer(SphinxConfig config) {
        this(config.sphinx_enabled(), config.sphinx_phrases(), config.sphinx_at_once());
    }

    SphinxRecognizer(boolean enabled, int phrases, int atOnce) {
        this.enabled = enabled;
        this.decoders = new Decoders(phrases, atOnce);
    }

    @Deactivate
    void stop() {
        decoders.close();
        threads.shutdown();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<Language> languages() {
        return enabled ? Set.of(Language.ENGLISH) : Set.of();
    }

    @Override
    public boolean stopgap() {
        return true;
    }

    @Override
    public boolean followsGrammar(Language language) {
        return enabled && language == Language.ENGLISH;
    }

    @Override
    public Stream open(Language language, Vocabulary vocabulary, Consumer<String> partial) throws SpeechException {
        if (!languages().contains(language)) {
            throw new SpeechException("language.unheard", Map.of("language", language.code()));
        }
        List<String> phrases = vocabulary.phrases();
        if (phrases.isEmpty()) {
            throw new SpeechException("engine.failed", Map.of("engine", ID));
        }
        Decoder decoder = decoders.take(phrases);
        try {
            return new SphinxStream(decoder, decoders, threads);
        } catch (RejectedExecutionException stopped) {
            decoders.lost();
            throw new SpeechException("engine.gone", Map.of("engine", ID), stopped);
        }
    }

    Decoders decoders() {
        return decoders;
    }
}
