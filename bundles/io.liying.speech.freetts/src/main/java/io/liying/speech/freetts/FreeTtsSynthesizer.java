package io.liying.speech.freetts;

import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import io.liying.i18n.api.Language;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.voice.Prosody;
import io.liying.speech.api.voice.SpeechSink;
import io.liying.speech.api.voice.SpeechSynthesizer;
import io.liying.speech.api.voice.Voice;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
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
    private static final String NAME = "kevin16";
    private static final Voice KEVIN =
            new Voice(ENGINE + "/" + NAME, ENGINE, Language.ENGLISH, Voice.Gender.MALE, Voice.Quality.ROBOTIC);

    private static final float NORMAL_WORDS_PER_MINUTE = 150;
    private static final float NORMAL_PITCH_HZ = 100;

    private final boolean enabled;
    private final ReentrantLock alone = new ReentrantLock(true);
    private com.sun.speech.freetts.@Nullable Voice loaded;

    @Activate
    public FreeTtsSynthesizer(FreeTtsConfig config) {
        enabled = config.freetts_enabled();
    }

    @Deactivate
    void stop() {
        alone.lock();
        try {
            if (loaded != null) {
                loaded.deallocate();
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
            com.sun.speech.freetts.Voice kevin = kevin();
            SinkPlayer player = new SinkPlayer(sink);
            kevin.setAudioPlayer(player);
            kevin.setRate((float) (NORMAL_WORDS_PER_MINUTE * prosody.rate()));
            kevin.setPitch((float) (NORMAL_PITCH_HZ * prosody.pitch()));
            boolean said = kevin.speak(text);
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

    private com.sun.speech.freetts.Voice kevin() {
        com.sun.speech.freetts.Voice voice = loaded;
        if (voice == null) {
            // The library's own search for voices looks through the class path, which a bundle is not on.
            voice = Stream.of(new KevinVoiceDirectory().getVoices())
                    .filter(each -> each.getName().equals(NAME))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the voice " + NAME + " is missing"));
            voice.allocate();
            loaded = voice;
        }
        return voice;
    }

    private static SpeechException failure(String reason, @Nullable Throwable cause) {
        Map<String, String> details = Map.of("engine", "FreeTTS", "reason", reason);
        return cause == null
                ? new SpeechException("speech.failed", details)
                : new SpeechException("speech.failed", details, cause);
    }
}
