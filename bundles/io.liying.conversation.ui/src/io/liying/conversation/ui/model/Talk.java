package io.liying.conversation.ui.model;

import io.liying.conversation.api.TurnEvent;
import io.liying.conversation.ui.sound.Loudspeaker;
import io.liying.conversation.ui.sound.Microphone;
import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.voice.VoiceEvent;
import io.liying.speech.api.voice.VoiceSession;
import io.liying.speech.api.voice.VoiceSessions;
import io.liying.speech.api.voice.VoiceSettings;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An open microphone and loudspeaker with the session between them. Safe for use by many threads. */
final class Talk implements AutoCloseable {

    /** Who is told what happens, by any thread. */
    interface Listener {

        void happened(VoiceEvent event);

        /** @param level how loud the last frame was, 0 to 1 */
        void heard(double level);

        /** Everything that was said has been heard. */
        void silent();

        /** The microphone gives no more. */
        void lost(IOException problem);
    }

    /** Frames between two reports of what was heard: a quarter of a second. */
    private static final int REPORT_FRAMES = 8;

    private final Microphone microphone;
    private final Loudspeaker loudspeaker;
    private final Listener listener;
    private volatile @Nullable VoiceSession session;
    private volatile boolean closed;
    private volatile boolean speaking;
    private volatile boolean spoken;
    private String speech = "";

    Talk(Microphone microphone, Loudspeaker loudspeaker, Listener listener) {
        this.microphone = microphone;
        this.loudspeaker = loudspeaker;
        this.listener = listener;
    }

    /** Begins to talk, or goes on in another session. */
    synchronized void begin(VoiceSessions voices, VoiceSettings settings) throws SpeechException {
        VoiceSession before = session;
        if (before != null) {
            before.close();
            loudspeaker.hush();
        }
        session = voices.open(settings, this::happened);
        if (closed) {
            close();
        } else if (before == null) {
            Thread.ofPlatform().daemon().name("microphone").start(this::listen);
        }
    }

    private void listen() {
        try {
            int frames = 0;
            short[] frame = microphone.read();
            while (!closed && frame.length > 0) {
                VoiceSession hearing = session;
                if (hearing != null) {
                    hearing.hear(Audio.heard(frame));
                }
                listener.heard(loudest(frame));
                if (speaking && ++frames % REPORT_FRAMES == 0) {
                    report();
                }
                frame = microphone.read();
            }
        } catch (IOException problem) {
            if (!closed) {
                listener.lost(problem);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static double loudest(short[] frame) {
        int loudest = 0;
        for (short sample : frame) {
            loudest = Math.max(loudest, Math.abs((int) sample));
        }
        return loudest / 32_768.0;
    }

    private void report() {
        VoiceSession hearing = session;
        if (hearing != null) {
            hearing.played(loudspeaker.played());
        }
        if (spoken && !loudspeaker.isPlaying()) {
            speaking = false;
            listener.silent();
        }
    }

    /** The voice's thread: sound and silence do not wait for the window. */
    private void happened(VoiceEvent event) {
        switch (event) {
            case VoiceEvent.Speaking said -> {
                if (!speaking || spoken || !said.turnId().equals(speech)) {
                    speech = said.turnId();
                    loudspeaker.begin();
                }
                spoken = false;
                speaking = true;
            }
            case VoiceEvent.Sound sound -> loudspeaker.play(sound.audio());
            case VoiceEvent.Hush hush -> {
                loudspeaker.hush();
                speaking = false;
            }
            case VoiceEvent.Spoken all -> spoken = true;
            default -> {}
        }
        listener.happened(event);
    }

    /** Speaks the answer to a written message. */
    void follow(TurnEvent event) {
        VoiceSession talking = session;
        if (talking != null) {
            talking.follow(event);
        }
    }

    void say(String text, Language language) {
        VoiceSession talking = session;
        if (talking != null) {
            talking.say(text, language);
        }
    }

    void hush() {
        VoiceSession talking = session;
        if (talking != null) {
            talking.played(loudspeaker.played());
            talking.hush();
        }
    }

    /** LiYing is quiet and listens until {@link #release}. */
    void press() {
        VoiceSession talking = session;
        if (talking != null) {
            talking.played(loudspeaker.played());
            talking.press();
        }
    }

    void release() {
        VoiceSession talking = session;
        if (talking != null) {
            talking.release();
        }
    }

    void use(VoiceSettings.Mode mode) {
        VoiceSession talking = session;
        if (talking != null) {
            talking.use(mode);
        }
    }

    @Override
    public void close() {
        closed = true;
        microphone.close();
        loudspeaker.close();
        VoiceSession talking = session;
        if (talking != null) {
            talking.close();
        }
    }
}
