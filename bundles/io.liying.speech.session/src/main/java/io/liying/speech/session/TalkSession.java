package io.liying.speech.session;

import io.liying.conversation.api.Turn;
import io.liying.conversation.api.TurnEvent;
import io.liying.conversation.api.TurnInput;
import io.liying.conversation.api.TurnRefusedException;
import io.liying.conversation.api.TurnRequest;
import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.Hearing;
import io.liying.speech.api.HearingEvent;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.Transcript;
import io.liying.speech.api.voice.SpeechRequest;
import io.liying.speech.api.voice.VoiceEvent;
import io.liying.speech.api.voice.VoiceSession;
import io.liying.speech.api.voice.VoiceSettings;
import io.liying.speech.api.voice.VoiceSettings.Mode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One conversation by voice. */
final class TalkSession implements VoiceSession {

    /** Notices that wait for the end of an answer; the oldest gives way. */
    private static final int MOST_NOTICES = 8;

    private record Notice(String text, Language language) {}

    private static final Logger log = LoggerFactory.getLogger(TalkSession.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock telling = new ReentrantLock();
    private final SpokenConversations house;
    private final VoiceSettings settings;
    private final Consumer<? super VoiceEvent> listener;
    private @Nullable Hearing hearing;
    private volatile Mode mode;
    private volatile boolean pressed;
    private volatile boolean closed;
    private Optional<String> sessionId;
    private @Nullable Turn turn;
    private @Nullable SpokenAnswer answer;
    private volatile boolean written;
    private volatile Optional<Language> lastHeard = Optional.empty();
    private final ArrayDeque<Notice> notices = new ArrayDeque<>();
    /** Whether the utterance that is being heard has interrupted LiYing. */
    private boolean interrupting;

    TalkSession(SpokenConversations house, VoiceSettings settings, Consumer<? super VoiceEvent> listener) {
        this.house = house;
        this.settings = settings;
        this.listener = listener;
        this.mode = settings.mode();
        this.sessionId = settings.sessionId();
    }

    void begin(Hearing begun) {
        hearing = begun;
    }

    /** What the person will probably speak: what was asked for, else what she spoke last. */
    Language spokenLanguage() {
        return settings.language().or(() -> lastHeard).orElseGet(house::usualLanguage);
    }

    private void tell(VoiceEvent event) {
        telling.lock();
        try {
            listener.accept(event);
        } catch (RuntimeException broken) {
            log.warn("A listener of a conversation by voice failed", broken);
        } finally {
            telling.unlock();
        }
    }

    @Override
    public void hear(Audio sound) throws InterruptedException {
        Hearing ears = hearing;
        if (ears != null && !closed && (mode != Mode.PUSH_TO_TALK || pressed)) {
            ears.accept(sound);
        }
    }

    @Override
    public void press() {
        pressed = true;
        interrupt();
    }

    @Override
    public void release() {
        pressed = false;
        Hearing ears = hearing;
        if (ears != null) {
            ears.endUtterance();
        }
    }

    @Override
    public void hush() {
        interrupt();
    }

    @Override
    public void use(Mode changed) {
        mode = changed;
    }

    @Override
    public void played(Duration heard) {
        SpokenAnswer speaking = answer();
        if (speaking != null) {
            speaking.report(heard);
        }
    }

    private @Nullable SpokenAnswer answer() {
        lock.lock();
        try {
            return answer;
        } finally {
            lock.unlock();
        }
    }

    /** The ears' thread. */
    void happened(HearingEvent event) {
        if (closed) {
            return;
        }
        switch (event) {
            case HearingEvent.SpeechStarted started -> speechStarted();
            case HearingEvent.Partial(String text, String engine) -> partial(text);
            case HearingEvent.SpeechEnded ended -> tellUnlessBusy(new VoiceEvent.SpeechEnded());
            case HearingEvent.Heard(Transcript transcript, Audio sound) -> heard(transcript, sound);
            case HearingEvent.Unheard(String reason) -> {
                interrupting = false;
                tellUnlessBusy(new VoiceEvent.Unheard(""));
            }
            case HearingEvent.WakeWord word -> interrupt();
            case HearingEvent.TimedOut timedOut -> {}
            case HearingEvent.Failed(SpeechException problem) -> tell(new VoiceEvent.Problem(problem));
        }
    }

    private void speechStarted() {
        if (mode == Mode.FINISH_THEN_LISTEN && isSpeaking()) {
            return;
        }
        interrupting = interrupt();
        tell(new VoiceEvent.SpeechStarted());
    }

    private void tellUnlessBusy(VoiceEvent event) {
        if (mode != Mode.FINISH_THEN_LISTEN || !isSpeaking()) {
            tell(event);
        }
    }

    private void partial(String text) {
        if (isSpeaking() && house.stopWords().contain(text)) {
            interrupting = interrupt();
        }
        tellUnlessBusy(new VoiceEvent.Partial(text));
    }

    private void heard(Transcript transcript, Audio sound) {
        boolean wasSpeaking = isSpeaking();
        if (house.stopWords().contain(transcript.text()) && (wasSpeaking || interrupting)) {
            interrupt();
            interrupting = false;
            tell(new VoiceEvent.StopWord(transcript.text()));
            return;
        }
        interrupting = false;
        if (mode == Mode.FINISH_THEN_LISTEN && wasSpeaking) {
            return;
        }
        if (!transcript.sure()) {
            tell(new VoiceEvent.Unheard(transcript.text()));
            say(house.text(transcript.language(), "unsure"), transcript.language());
            return;
        }
        lastHeard = Optional.of(transcript.language());
        house.recordings().heard(settings.personId(), transcript, sound);
        tell(new VoiceEvent.Heard(transcript));
        startTurn(transcript);
    }

    private void startTurn(Transcript transcript) {
        String words = transcript.written().isBlank() ? transcript.text() : transcript.written();
        lock.lock();
        try {
            TurnRequest request = new TurnRequest(
                    settings.personId(), sessionId, new TurnInput.Text(words), Optional.of(transcript.language()));
            turn = house.conversations().start(request, this::spoken);
            sessionId = Optional.of(turn.sessionId());
        } catch (TurnRefusedException refused) {
            say(String.valueOf(refused.getMessage()), transcript.language());
        } finally {
            lock.unlock();
        }
    }

    /** The turn goes on when nobody listens any more; its events are still told. */
    private void spoken(TurnEvent event) {
        tell(new VoiceEvent.InTurn(event));
        follow(event);
    }

    @Override
    public void follow(TurnEvent event) {
        if (closed) {
            return;
        }
        goOnIn(event.sessionId());
        switch (event) {
            case TurnEvent.Understood(String session, String id, var guess, var intent, var entities) ->
                beginAnswer(id, guess.language());
            case TurnEvent.Delta(String session, String id, String text) -> add(id, text);
            case TurnEvent.Completed completed -> completed(completed);
            case TurnEvent.Failed failed -> failed(failed);
            case TurnEvent.Interrupted interrupted -> endAnswer(interrupted.turnId());
            default -> {}
        }
    }

    private void completed(TurnEvent.Completed completed) {
        SpokenAnswer speaking = answer();
        if (speaking == null || !speaking.turnId().equals(completed.turnId())) {
            return; // it was interrupted, or another one has begun
        }
        boolean streamed;
        lock.lock();
        try {
            streamed = written;
            turn = null;
        } finally {
            lock.unlock();
        }
        if (!streamed) {
            speaking.add(completed.text());
        }
        speaking.end();
        Hearing ears = hearing;
        if (completed.needsClarification() && ears != null) {
            ears.asked();
        }
    }

    private void goOnIn(String session) {
        lock.lock();
        try {
            sessionId = Optional.of(session);
        } finally {
            lock.unlock();
        }
    }

    private void failed(TurnEvent.Failed failed) {
        SpokenAnswer speaking = answer();
        if (speaking != null && speaking.turnId().equals(failed.turnId())) {
            speaking.add(failed.message());
            speaking.end();
        } else {
            say(failed.message(), failed.language());
        }
    }

    private void beginAnswer(String turnId, Language language) {
        SpokenAnswer begun = open(turnId, language);
        SpokenAnswer before;
        lock.lock();
        try {
            before = answer;
            answer = begun;
            written = false;
        } finally {
            lock.unlock();
        }
        if (before != null && before.isAudible()) {
            silence(before);
        }
    }

    private @Nullable SpokenAnswer open(String turnId, Language language) {
        SpokenAnswer begun =
                new SpokenAnswer(turnId, language, house.nanos(), house.ahead(), this::tell, this::nextNotice);
        try {
            begun.begin(
                    house.synthesis(),
                    new SpeechRequest(
                            settings.personId(), Optional.of(language), settings.voice(), settings.prosody()));
            return begun;
        } catch (SpeechException mute) {
            tell(new VoiceEvent.Problem(mute));
            return null;
        }
    }

    private void add(String turnId, String text) {
        SpokenAnswer speaking = answer();
        if (speaking != null && speaking.turnId().equals(turnId)) {
            written = true;
            speaking.add(text);
        }
    }

    private void endAnswer(String turnId) {
        SpokenAnswer speaking = answer();
        if (speaking != null && speaking.turnId().equals(turnId)) {
            speaking.end();
        }
    }

    @Override
    public void say(String text, Language language) {
        lock.lock();
        try {
            notices.addLast(new Notice(text, language));
            if (notices.size() > MOST_NOTICES) {
                notices.removeFirst();
            }
            if (answer != null && answer.isBeingMade()) {
                return; // its end brings the next notice
            }
        } finally {
            lock.unlock();
        }
        nextNotice();
    }

    private void nextNotice() {
        SpokenAnswer begun;
        Notice notice;
        lock.lock();
        try {
            notice = notices.pollFirst();
            begun = notice == null || closed ? null : open("", notice.language());
            if (begun == null || notice == null) {
                return;
            }
            answer = begun;
        } finally {
            lock.unlock();
        }
        begun.add(notice.text());
        begun.end();
    }

    private boolean isSpeaking() {
        SpokenAnswer speaking = answer();
        return speaking != null && speaking.isAudible();
    }

    /**
     * Stops the sound first, then what is behind it.
     *
     * @return whether there was something to stop
     */
    private boolean interrupt() {
        SpokenAnswer speaking;
        Turn running;
        lock.lock();
        try {
            speaking = answer;
            running = turn;
            answer = null;
            turn = null;
        } finally {
            lock.unlock();
        }
        boolean audible = speaking != null && speaking.isAudible();
        if (speaking != null && audible) {
            silence(speaking);
        }
        if (running != null) {
            running.interrupt();
        }
        return audible || running != null;
    }

    private void silence(SpokenAnswer speaking) {
        SpokenAnswer.Heard heard = speaking.hush();
        if (heard != null && !speaking.turnId().isEmpty()) {
            house.remember(settings.personId(), sessionId.orElse(""), speaking.turnId(), speaking.language(), heard);
        }
    }

    @Override
    public void close() {
        closed = true;
        Hearing ears = hearing;
        if (ears != null) {
            ears.close();
        }
        SpokenAnswer speaking = answer();
        if (speaking != null) {
            speaking.hush();
        }
        house.closed(this);
    }
}
