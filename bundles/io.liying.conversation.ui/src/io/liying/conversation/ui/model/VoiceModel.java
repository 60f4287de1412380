package io.liying.conversation.ui.model;

import io.liying.conversation.api.Notice;
import io.liying.conversation.api.TurnEvent;
import io.liying.conversation.ui.sound.Loudspeaker;
import io.liying.conversation.ui.sound.Microphone;
import io.liying.conversation.ui.sound.SoundDevices;
import io.liying.i18n.api.Language;
import io.liying.security.api.Person;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.voice.Prosody;
import io.liying.speech.api.voice.VoiceEvent;
import io.liying.speech.api.voice.VoiceSessions;
import io.liying.speech.api.voice.VoiceSettings;
import io.liying.speech.api.voice.VoiceSettings.Mode;
import io.liying.workbench.ui.kit.Appearance;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The conversation by voice as the person sees it. Called by the UI thread only; devices and engines are waited for in the
 * background.
 */
public final class VoiceModel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VoiceModel.class);
    private static final String MICROPHONE = "voice.microphone";
    private static final String MODE = "voice.mode";

    /** How the conversation by voice stands; the text of each is {@code voice.} and its name. */
    public enum Phase {
        OFF,
        STARTING,
        /** Nobody speaks. */
        LISTENING,
        /** The person speaks. */
        HEARING,
        THINKING,
        SPEAKING
    }

    /**
     * Why it does not work.
     *
     * @param key of the window's texts
     * @param detail its argument, may be empty
     */
    public record Problem(String key, String detail) {}

    /** What the voice needs of the window: its session, its language, and somebody to tell. */
    interface Stage {

        Optional<String> session();

        Language language();

        /** A spoken turn goes on. */
        void turn(TurnEvent event);

        void changed();

        /** Only the level is another one. */
        void heard();
    }

    /**
     * What lies on the person's desk.
     *
     * @param memory keeps which microphone and which way of talking the person chose
     */
    public record Desk(SoundDevices devices, Appearance.Memory memory) {}

    private final Engine engine;
    private final Desk desk;
    private final Threads threads;
    private final Stage stage;
    private Phase phase = Phase.OFF;
    private String words = "";
    private volatile double level;
    private Optional<Problem> problem = Optional.empty();
    private @Nullable Talk talk;
    private Optional<String> session = Optional.empty();
    private boolean pressed;
    private CompletableFuture<Void> button = CompletableFuture.completedFuture(null);

    VoiceModel(Engine engine, Desk desk, Threads threads, Stage stage) {
        this.engine = engine;
        this.desk = desk;
        this.threads = threads;
        this.stage = stage;
    }

    public Phase phase() {
        return phase;
    }

    public boolean isOn() {
        return phase != Phase.OFF;
    }

    /** What the person is saying, as far as it is known; may be empty. */
    public String words() {
        return words;
    }

    /** How loud the microphone is, 0 to 1. */
    public double level() {
        return isOn() ? level : 0;
    }

    public Optional<Problem> problem() {
        return problem;
    }

    /** The chosen microphone; empty for the system's own choice. */
    public String microphone() {
        return desk.memory().read(MICROPHONE, "");
    }

    public Mode mode() {
        String chosen = desk.memory().read(MODE, "");
        return Stream.of(Mode.values())
                .filter(mode -> mode.name().equals(chosen))
                .findFirst()
                .orElse(Mode.STOP_AND_LISTEN);
    }

    /** Looks for the microphones that are connected now. */
    public void microphones(Consumer<List<String>> taker) {
        threads.fetch(() -> desk.devices().microphones(), taker);
    }

    public void choose(String microphone) {
        desk.memory().write(MICROPHONE, microphone);
        if (isOn()) {
            stop();
            start();
        }
    }

    public void choose(Mode mode) {
        release();
        desk.memory().write(MODE, mode.name());
        if (talk != null) {
            talk.use(mode);
        }
        stage.changed();
    }

    public void toggle() {
        if (isOn()) {
            stop();
        } else {
            start();
        }
    }

    private void start() {
        problem = Optional.empty();
        words = "";
        session = stage.session();
        VoiceSettings settings = settings();
        String wanted = microphone();
        turn(Phase.STARTING);
        threads.background().execute(() -> open(wanted, settings));
    }

    private VoiceSettings settings() {
        return new VoiceSettings(Person.OWNER, session, Optional.empty(), Optional.empty(), Prosody.NORMAL, mode());
    }

    private void open(String wanted, VoiceSettings settings) {
        Optional<VoiceSessions> voices = engine.voices();
        if (voices.isEmpty()) {
            fail("voice.missing", "");
            return;
        }
        Ear ear = new Ear();
        try {
            Microphone microphone = desk.devices().microphone(wanted);
            Loudspeaker loudspeaker = desk.devices().loudspeaker();
            Talk begun = new Talk(microphone, loudspeaker, ear);
            ear.talk = begun;
            try {
                begun.begin(voices.get(), settings);
            } catch (SpeechException refused) {
                begun.close();
                fail(refused);
                return;
            }
            threads.ui().execute(() -> opened(begun));
        } catch (IOException absent) {
            LOG.info("No microphone can be opened", absent);
            fail("voice.absent", "");
        } catch (LinkageError noSound) {
            LOG.warn("This Java runtime has no sound; install one that is not headless", noSound);
            fail("voice.absent", "");
        }
    }

    private void opened(Talk begun) {
        if (phase != Phase.STARTING) { // the person has thought better of it
            threads.background().execute(begun::close);
            return;
        }
        talk = begun;
        turn(Phase.LISTENING);
    }

    private void fail(SpeechException refused) {
        LOG.info("The conversation by voice cannot go on", refused);
        fail("voice.problem", said(refused));
    }

    private String said(SpeechException failed) {
        return engine.speechTexts()
                .map(texts -> texts.text(failed, stage.language()))
                .orElseGet(() -> String.valueOf(failed.getMessage()));
    }

    private void fail(String key, String detail) {
        threads.ui().execute(() -> {
            stop();
            problem = Optional.of(new Problem(key, detail));
            stage.changed();
        });
    }

    /** Switches the microphone off. */
    public void stop() {
        Talk ending = talk;
        talk = null;
        pressed = false;
        words = "";
        turn(Phase.OFF);
        if (ending != null) {
            threads.background().execute(ending::close);
        }
    }

    /** The person wants LiYing to be quiet. */
    public void hush() {
        Talk talking = talk;
        if (talking != null && phase == Phase.SPEAKING) {
            threads.background().execute(talking::hush);
            turn(Phase.LISTENING);
        }
    }

    /** The person holds the button: LiYing is quiet and listens until it is let go. */
    public void press() {
        Talk talking = talk;
        if (talking != null && !pressed) {
            pressed = true;
            later(talking::press);
            turn(Phase.LISTENING);
        }
    }

    /** The person lets the button go: she has finished. */
    public void release() {
        Talk talking = talk;
        if (talking != null && pressed) {
            later(talking::release);
        }
        pressed = false;
        stage.changed();
    }

    /** Whether the button is held. */
    public boolean isPressed() {
        return pressed;
    }

    /** In the background, but never a release before its press. */
    private void later(Runnable work) {
        button = button.exceptionally(failure -> {
                    LOG.warn("The button of the conversation by voice failed", failure);
                    return null;
                })
                .thenRunAsync(work, threads.background());
    }

    /** Says what rang. */
    void say(Notice notice) {
        Talk talking = talk;
        if (talking != null) {
            threads.background().execute(() -> talking.say(notice.text(), notice.language()));
        }
    }

    /** A written turn goes on: its answer is spoken while the microphone is on. Called by the turn's thread. */
    Consumer<TurnEvent> follower() {
        Talk talking = talk;
        return talking == null ? event -> {} : talking::follow;
    }

    /** Another session may be shown, or the services have changed: LiYing listens there. */
    void follow() {
        Talk talking = talk;
        if (talking == null || session.equals(stage.session())) {
            return;
        }
        session = stage.session();
        VoiceSettings settings = settings();
        threads.background().execute(() -> goOn(talking, settings));
    }

    private void goOn(Talk talking, VoiceSettings settings) {
        Optional<VoiceSessions> voices = engine.voices();
        if (voices.isEmpty()) {
            fail("voice.missing", "");
            return;
        }
        try {
            talking.begin(voices.get(), settings);
        } catch (SpeechException refused) {
            fail(refused);
        }
    }

    /** The services came or went. */
    void engineChanged() {
        if (talk != null && !engine.canTalk()) {
            fail("voice.missing", "");
        }
    }

    private void turn(Phase next) {
        phase = next;
        stage.changed();
    }

    private void received(VoiceEvent event) {
        switch (event) {
            case VoiceEvent.SpeechStarted began -> words("", Phase.HEARING);
            case VoiceEvent.Partial partial -> words(partial.text(), Phase.HEARING);
            case VoiceEvent.SpeechEnded ended -> turn(Phase.THINKING);
            case VoiceEvent.Heard heard -> words(heard.transcript().text(), Phase.THINKING);
            case VoiceEvent.Unheard unheard -> words("", Phase.LISTENING);
            case VoiceEvent.StopWord stopped -> words("", Phase.LISTENING);
            case VoiceEvent.InTurn(TurnEvent going) -> inTurn(going);
            case VoiceEvent.Speaking speaking -> words("", Phase.SPEAKING);
            case VoiceEvent.Sound sound -> {}
            case VoiceEvent.Hush hush -> silent();
            case VoiceEvent.Spoken spoken -> {}
            case VoiceEvent.Problem(SpeechException failed) -> problem(failed);
        }
    }

    private void words(String text, Phase next) {
        words = text;
        turn(next);
    }

    private void inTurn(TurnEvent event) {
        session = Optional.of(event.sessionId());
        stage.turn(event);
    }

    private void silent() {
        if (phase == Phase.SPEAKING) {
            turn(Phase.LISTENING);
        }
    }

    private void problem(SpeechException failed) {
        LOG.info("Something in the conversation by voice failed", failed);
        problem = Optional.of(new Problem("voice.problem", said(failed)));
        turn(Phase.LISTENING);
    }

    @Override
    public void close() {
        Talk ending = talk;
        talk = null;
        phase = Phase.OFF;
        if (ending != null) {
            ending.close();
        }
    }

    /** Brings what happens to the UI thread, as long as its talk is the present one. */
    private final class Ear implements Talk.Listener {

        private @Nullable Talk talk;

        private void present(Runnable work) {
            threads.ui().execute(() -> {
                if (talk == VoiceModel.this.talk) {
                    work.run();
                }
            });
        }

        @Override
        public void happened(VoiceEvent event) {
            if (!(event instanceof VoiceEvent.Sound)) {
                present(() -> received(event));
            }
        }

        @Override
        public void heard(double loudness) {
            level = loudness;
            present(stage::heard);
        }

        @Override
        public void silent() {
            present(VoiceModel.this::silent);
        }

        @Override
        public void lost(IOException reason) {
            LOG.warn("The microphone is gone; connect it and switch it on again", reason);
            present(() -> fail("voice.lost", ""));
        }
    }
}
