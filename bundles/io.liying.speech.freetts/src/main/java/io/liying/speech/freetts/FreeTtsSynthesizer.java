package io.liying.speech.freetts;

import io.liying.i18n.api.Language;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.voice.Prosody;
import io.liying.speech.api.voice.SpeechSink;
import io.liying.speech.api.voice.SpeechSynthesizer;
import io.liying.speech.api.voice.Voice;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** Speaks with the one voice that sounds bearable. It is for one thread at a time, so others wait for their sentence. */
@Component(configurationPid = "io.liying.speech", property = "service.ranking:Integer=-100")
@Designate(ocd = FreeTtsConfig.class)
public final class FreeTtsSynthesizer implements SpeechSynthesizer {

    private static final String ENGINE = "freetts";
    private static final Voice KEVIN =
            new Voice(ENGINE + "/kevin16", ENGINE, Language.ENGLISH, Voice.Gender.MALE, Voice.Quality.ROBOTIC);

    private final boolean enabled;
    private final ReentrantLock alone = new ReentrantLock(true);
    private @Nullable Kevin loaded;

    @Activate
    public FreeTtsSynthesizer(FreeTtsConfig config) {
        enabled = config.freetts_enabled();
    }

    @Deactivate
    void stop() {
        alone.lock();
        try {
            if (loaded != null) {
                loaded.unload();
                loaded = null;
            }
        } finally {
            alone.unlock();
        }
    }

    @Override
    public String id() {
        return ENGINE;
    }

    @Override
    public List<Voice> voices() {
        return enabled ? List.of(KEVIN) : List.of();
    }

    @Override
    public void synthesize(String text, Voice voice, Prosody prosody, SpeechSink sink)
            throws SpeechException, InterruptedException {
        alone.lockInterruptibly();
        try {
            SinkPlayer player = new SinkPlayer(sink);
            boolean said = kevin().say(text, prosody, player);
            player.rethrow();
            if (!said || !player.played()) {
                throw failure("it gave no sound", null);
            }
        } catch (RuntimeException | LinkageError broken) {
            throw failure(String.valueOf(broken.getMessage()), broken);
        } finally {
            alone.unlock();
        }
    }

    private Kevin kevin() {
        Kevin ready = loaded;
        if (ready == null) {
            ready = Kevin.load();
            loaded = ready;
        }
        return ready;
    }

    private static SpeechException failure(String reason, @Nullable Throwable cause) {
        Map<String, String> details = Map.of("engine", "FreeTTS", "reason", reason);
        return cause == null
                ? new SpeechException("speech.failed", details)
                : new SpeechException("speech.failed", details, cause);
    }
}
