package io.liying.conversation.ui;

import io.liying.conversation.api.TurnEvent;
import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.voice.VoiceEvent;
import io.liying.speech.api.voice.VoiceSession;
import io.liying.speech.api.voice.VoiceSessions;
import io.liying.speech.api.voice.VoiceSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Ears and a voice without understanding: what happens is what the test tells. */
public final class FakeVoices implements VoiceSessions, VoiceSession {

    public final AtomicInteger samples = new AtomicInteger();
    public final List<VoiceSettings> opened = new CopyOnWriteArrayList<>();
    public final List<TurnEvent> followed = new CopyOnWriteArrayList<>();
    public volatile VoiceSettings.Mode mode = VoiceSettings.Mode.STOP_AND_LISTEN;
    public volatile Duration reported = Duration.ZERO;
    /** What was done with the button of push to talk. */
    public final List<String> button = new CopyOnWriteArrayList<>();

    public volatile int hushes;
    public volatile int closes;
    public volatile SpeechException refusal;
    private volatile Consumer<? super VoiceEvent> listener = event -> {};

    public void tell(VoiceEvent event) {
        listener.accept(event);
    }

    @Override
    public VoiceSession open(VoiceSettings settings, Consumer<? super VoiceEvent> told) throws SpeechException {
        if (refusal != null) {
            throw refusal;
        }
        opened.add(settings);
        samples.set(0);
        mode = settings.mode();
        listener = told;
        return this;
    }

    @Override
    public void hear(Audio sound) {
        samples.addAndGet(sound.samples().length);
    }

    @Override
    public void press() {
        button.add("press");
    }

    @Override
    public void release() {
        button.add("release");
    }

    @Override
    public void hush() {
        hushes++;
    }

    @Override
    public void played(Duration heard) {
        reported = heard;
    }

    @Override
    public void follow(TurnEvent event) {
        followed.add(event);
    }

    @Override
    public void say(String text, Language language) {}

    @Override
    public void use(VoiceSettings.Mode changed) {
        mode = changed;
    }

    @Override
    public void close() {
        closes++;
    }
}
