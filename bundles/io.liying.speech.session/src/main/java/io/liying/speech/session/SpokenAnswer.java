package io.liying.speech.session;

import io.liying.i18n.api.Language;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.voice.Speech;
import io.liying.speech.api.voice.SpeechEvent;
import io.liying.speech.api.voice.SpeechRequest;
import io.liying.speech.api.voice.SpeechSynthesis;
import io.liying.speech.api.voice.VoiceEvent;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One answer that is being spoken. Its sound is given out a bounded time before it is played. Safe for many threads. */
final class SpokenAnswer {

    /** What the person had heard of it, and for how long she listened. */
    record Heard(String text, Duration listened) {}

    private static final Logger log = LoggerFactory.getLogger(SpokenAnswer.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition played = lock.newCondition();
    private final String turnId;
    private final Language language;
    private final Playback playback;
    private final Duration ahead;
    private final Consumer<VoiceEvent> out;
    private final Runnable whenOver;
    private @Nullable Speech speech;
    private SpeechEvent.@Nullable Sentence announced;
    private boolean hushed;
    private boolean over;

    SpokenAnswer(
            String turnId,
            Language language,
            LongSupplier nanos,
            Duration ahead,
            Consumer<VoiceEvent> out,
            Runnable whenOver) {
        this.turnId = turnId;
        this.language = language;
        this.playback = new Playback(nanos);
        this.ahead = ahead;
        this.out = out;
        this.whenOver = whenOver;
    }

    void begin(SpeechSynthesis synthesis, SpeechRequest request) throws SpeechException {
        Speech begun = synthesis.begin(request, this::happened);
        lock.lock();
        try {
            speech = begun;
        } finally {
            lock.unlock();
        }
    }

    String turnId() {
        return turnId;
    }

    Language language() {
        return language;
    }

    void add(String text) {
        Speech speaking = speech();
        if (speaking != null) {
            speaking.add(text);
        }
    }

    void end() {
        Speech speaking = speech();
        if (speaking != null) {
            speaking.end();
        }
    }

    private @Nullable Speech speech() {
        lock.lock();
        try {
            return speech;
        } finally {
            lock.unlock();
        }
    }

    /** The voice's thread; it waits here while enough sound waits to be played. */
    private void happened(SpeechEvent event) {
        switch (event) {
            case SpeechEvent.Sentence sentence -> announced = sentence;
            case SpeechEvent.Sound sound -> sound(sound);
            case SpeechEvent.Mark mark -> {}
            case SpeechEvent.Ended ended -> end(null);
            case SpeechEvent.Failed failed -> end(failed.problem());
        }
    }

    private void sound(SpeechEvent.Sound sound) {
        lock.lock();
        try {
            while (!hushed && playback.waiting().compareTo(ahead) > 0) {
                long tooMuch = playback.waiting().minus(ahead).toNanos();
                long left = played.awaitNanos(Math.max(tooMuch, 1_000_000));
                log.trace("{} ns were left to wait", left);
            }
            if (hushed) {
                return;
            }
            SpeechEvent.Sentence sentence = announced;
            if (sentence != null) {
                announced = null;
                playback.sentence(sentence.text());
                out.accept(new VoiceEvent.Speaking(
                        turnId, sentence.text(), sound.audio().sampleRate()));
            }
            playback.sound(sound.audio().duration());
            out.accept(new VoiceEvent.Sound(sound.audio()));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void end(@Nullable SpeechException problem) {
        lock.lock();
        try {
            over = true;
            if (!hushed) {
                if (problem != null) {
                    out.accept(new VoiceEvent.Problem(problem));
                }
                out.accept(new VoiceEvent.Spoken(turnId));
            }
        } finally {
            lock.unlock();
        }
        whenOver.run();
    }

    void report(Duration heard) {
        lock.lock();
        try {
            playback.report(heard);
            played.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether its sound is being made or played. */
    boolean isAudible() {
        lock.lock();
        try {
            return !hushed && (!over || !playback.waiting().isZero());
        } finally {
            lock.unlock();
        }
    }

    /** Whether more of its sound may come. */
    boolean isBeingMade() {
        lock.lock();
        try {
            return !hushed && !over;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends it now.
     *
     * @return what was heard of it; null if it had been ended before
     */
    @Nullable
    Heard hush() {
        Heard heard;
        Speech speaking;
        lock.lock();
        try {
            if (hushed) {
                return null;
            }
            hushed = true;
            heard = new Heard(playback.heard(), playback.played());
            out.accept(new VoiceEvent.Hush(turnId, heard.text()));
            played.signalAll();
            speaking = speech;
        } finally {
            lock.unlock();
        }
        if (speaking != null) {
            speaking.close();
        }
        return heard;
    }
}
