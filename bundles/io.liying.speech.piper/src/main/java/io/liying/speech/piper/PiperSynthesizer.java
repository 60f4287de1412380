package io.liying.speech.piper;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.model.InstalledModel;
import io.liying.speech.api.model.NativeProbe;
import io.liying.speech.api.model.SpeechModels;
import io.liying.speech.api.voice.Prosody;
import io.liying.speech.api.voice.SpeechSink;
import io.liying.speech.api.voice.SpeechSynthesizer;
import io.liying.speech.api.voice.Voice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speaks with the voices of Piper that are installed. A voice is loaded for its first sentence. */
@Component(configurationPid = "io.liying.speech")
@Designate(ocd = PiperConfig.class)
public final class PiperSynthesizer implements SpeechSynthesizer {

    static final String ENGINE = "piper";

    private static final Logger LOG = LoggerFactory.getLogger(PiperSynthesizer.class);

    private final SpeechModels installed;
    private final String command;
    private final Phonemes phonemes;
    private final LoadedVoices voices;

    @Activate
    public PiperSynthesizer(@Reference SpeechModels installed, @Reference NativeProbe probe, PiperConfig config) {
        this.installed = installed;
        this.command = config.espeak_command().strip();
        this.phonemes = new Phonemes(command);
        this.voices = new LoadedVoices(probe, config.piper_voices(), config.piper_threads());
    }

    @Deactivate
    void stop() {
        try {
            voices.close();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            LOG.warn("Piper's voices stay in memory, since stopping was interrupted", hurried);
        }
    }

    @Override
    public String id() {
        return ENGINE;
    }

    @Override
    public List<Voice> voices() {
        List<Voice> all = new ArrayList<>();
        if (!command.isEmpty()) {
            for (InstalledModel model : installed.of(ENGINE)) {
                for (Language language : model.languages()) {
                    all.add(new Voice(
                            ENGINE + "/" + model.id(), ENGINE, language, Voice.Gender.NEUTRAL, Voice.Quality.NATURAL));
                }
            }
        }
        return all;
    }

    LoadedVoices loaded() {
        return voices;
    }

    @Override
    public void prepare(Voice voice, Prosody prosody) {
        try {
            voices.get(model(voice));
        } catch (SpeechException broken) {
            LOG.warn("The voice {} cannot be made ready", voice.id(), broken);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void synthesize(String text, Voice voice, Prosody prosody, SpeechSink sink)
            throws SpeechException, InterruptedException {
        PiperVoice loaded = voices.get(model(voice));
        VoiceFile file = loaded.file();
        try {
            long[] numbers = Phonemes.numbers(phonemes.of(text, file.espeakVoice()), file.phonemes());
            short[] sound = loaded.say(numbers, 1 / prosody.rate());
            int part = file.sampleRate() / 10;
            for (int at = 0; at < sound.length; at += part) {
                sink.sound(
                        new Audio(file.sampleRate(), Arrays.copyOfRange(sound, at, Math.min(at + part, sound.length))));
            }
        } catch (IOException | IllegalStateException failure) {
            throw failed(String.valueOf(failure.getMessage()), failure);
        }
    }

    private InstalledModel model(Voice voice) throws SpeechException {
        String id = voice.id().substring(ENGINE.length() + 1);
        return installed.of(ENGINE).stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow(() -> failed("the voice " + id + " is not installed any more", null));
    }

    private static SpeechException failed(String reason, @Nullable Throwable cause) {
        Map<String, String> details = Map.of("engine", "Piper", "reason", reason);
        return cause == null
                ? new SpeechException("speech.failed", details)
                : new SpeechException("speech.failed", details, cause);
    }
}
