package io.liying.speech.core;

import io.liying.i18n.api.Language;
import io.liying.speech.api.Audio;
import io.liying.speech.api.Hearing;
import io.liying.speech.api.HearingEvent;
import io.liying.speech.api.HearingOptions;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.Transcript;
import io.liying.speech.api.VoiceActivityDetector;
import io.liying.speech.core.engine.Judges;
import io.liying.speech.core.engine.Lane;
import io.liying.speech.core.engine.Utterance;
import io.liying.speech.core.voice.Frames;
import io.liying.speech.core.voice.Segmenter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One source: frames to voice activity, utterances to engines, events to the listener. */
final class Listening implements Hearing {

    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

    /** Utterances that engines may still think about; then the source is held up. */
    private static final int UNJUDGED = 4;

    private record Early(Duration pause, Predicate<String> complete) {}

    private final HearingOptions options;
    private final Judges judges;
    private final VoiceActivityDetector.Ear ear;
    private final Segmenter segmenter;
    private final Frames frames = new Frames();
    private final Lane events;
    private final Semaphore unjudged = new Semaphore(UNJUDGED);
    private final Consumer<? super HearingEvent> listener;
    private final Runnable onClose;
    private final @Nullable Sleep sleep;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
    private volatile @Nullable Early early;
    private volatile String soFar = "";
    private String looked = "";
    private volatile Optional<Language> likely = Optional.empty();
    private volatile boolean closed;
    private @Nullable Utterance utterance;

    Listening(
            HearingOptions options,
            Judges judges,
            VoiceActivityDetector.Ear ear,
            Segmenter segmenter,
            @Nullable Sleep sleep,
            Executor threads,
            Consumer<? super HearingEvent> listener,
            Runnable onClose) {
        this.options = options;
        this.judges = judges;
        this.ear = ear;
        this.segmenter = segmenter;
        this.sleep = sleep;
        this.events = new Lane(threads);
        this.listener = listener;
        this.onClose = onClose;
    }

    @Override
    public synchronized void accept(Audio sound) throws InterruptedException {
        if (sound.sampleRate() != Audio.HEARING_RATE) {
            throw new IllegalArgumentException("Sound is heard at 16000 Hz, not " + sound.sampleRate());
        }
        if (!closed) {
            frames.accept(sound.samples(), this::frame);
        }
    }

    private void frame(short[] frame) throws InterruptedException {
        for (Segmenter.Step step : segmenter.accept(frame, ear.speech(frame))) {
            follow(step);
        }
        Early sooner = early;
        Utterance present = utterance;
        String text = soFar;
        if (sooner != null
                && present != null
                && segmenter.paused(sooner.pause())
                && !text.isEmpty()
                && !text.equals(looked)) {
            looked = text;
            events.execute(() -> endIfComplete(sooner, present, text));
        }
    }

    private void endIfComplete(Early sooner, Utterance present, String text) {
        if (closed || !sooner.complete().test(text)) {
            return;
        }
        synchronized (this) {
            // Meanwhile the person may have gone on.
            if (utterance == present && segmenter.paused(sooner.pause()) && soFar.equals(text)) {
                try {
                    for (Segmenter.Step step : segmenter.cut()) {
                        follow(step);
                    }
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    @Override
    public void endEarly(Duration pause, Predicate<String> complete) {
        early = new Early(pause, complete);
    }

    private void follow(Segmenter.Step step) throws InterruptedException {
        switch (step) {
            case Segmenter.Step.Begin(Duration at, List<short[]> begun) -> begin(at, begun);
            case Segmenter.Step.More(short[] frame) -> {
                if (utterance != null) {
                    utterance.accept(frame);
                }
            }
            case Segmenter.Step.End(Duration at) -> end(at);
            case Segmenter.Step.TimedOut() -> tell(new HearingEvent.TimedOut());
        }
    }

    private void begin(Duration at, List<short[]> begun) throws InterruptedException {
        unjudged.acquire();
        Sleep sleeping = sleep;
        if (sleeping != null && sleeping.asleep(at)) {
            utterance = sleeping.open(judges, options, likely, at, this::tell);
        } else {
            tell(new HearingEvent.SpeechStarted(at));
            soFar = "";
            looked = "";
            utterance = judges.open(options, likely, (text, engine) -> {
                soFar = text;
                tell(new HearingEvent.Partial(text, engine));
            });
        }
        begun.forEach(utterance::accept);
    }

    private void end(Duration at) {
        Utterance ended = utterance;
        utterance = null;
        if (ended == null) {
            return;
        }
        CompletableFuture<Optional<HearingEvent>> verdict;
        if (sleep != null && sleep.owns(ended)) {
            verdict = sleep.end(ended, at, judges, options, likely, this::tell)
                    .thenCompose(rest -> rest.isEmpty()
                            ? CompletableFuture.completedFuture(Optional.empty())
                            : judges.hear(rest.get(), options, likely)
                                    .handle((transcript, failure) -> event(transcript, failure, rest.get()))
                                    .thenApply(Listening::ifHeard));
        } else {
            tell(new HearingEvent.SpeechEnded(at));
            Audio sound = ended.sound();
            verdict = judges.judge(ended, options)
                    .handle((transcript, failure) -> Optional.of(event(transcript, failure, sound)));
        }
        // Transcripts come in the order in which they were said, whichever engine is quicker.
        last = last.thenCombine(verdict, (before, event) -> event)
                .thenAccept(event -> event.ifPresent(this::tell))
                .whenComplete((done, failure) -> {
                    unjudged.release();
                    if (failure != null) {
                        LOG.error("An utterance could not be judged", failure);
                    }
                })
                .exceptionally(failure -> null);
    }

    private static Optional<HearingEvent> ifHeard(HearingEvent event) {
        return event instanceof HearingEvent.Unheard ? Optional.empty() : Optional.of(event);
    }

    private HearingEvent event(@Nullable Transcript transcript, @Nullable Throwable failure, Audio sound) {
        if (transcript == null) {
            return new HearingEvent.Failed(problem(failure));
        }
        if (transcript.certainty() == Transcript.Certainty.NOTHING) {
            return new HearingEvent.Unheard(
                    transcript.engines().isEmpty()
                            ? "silence"
                            : transcript.engines().getFirst().note());
        }
        likely = Optional.of(transcript.language());
        return new HearingEvent.Heard(transcript, sound);
    }

    private static SpeechException problem(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof SpeechException known) {
            return known;
        }
        LOG.error("Hearing failed", failure);
        return new SpeechException("engine.failed", Map.of("engine", "?"));
    }

    private void tell(HearingEvent event) {
        events.execute(() -> {
            if (!closed) {
                listener.accept(event);
            }
        });
    }

    @Override
    public synchronized void asked() {
        segmenter.asked();
    }

    @Override
    public synchronized void endUtterance() {
        try {
            frames.flush(this::frame);
            for (Segmenter.Step step : segmenter.flush()) {
                follow(step);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean finish(Duration limit) throws InterruptedException {
        CompletableFuture<?> pending;
        synchronized (this) {
            endUtterance();
            pending = last;
        }
        CompletableFuture<Void> told = new CompletableFuture<>();
        try {
            pending.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            events.execute(() -> told.complete(null));
            told.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException never) {
            throw new IllegalStateException("What was ended cannot fail", never);
        }
    }

    @Override
    public void close() {
        closed = true;
        synchronized (this) {
            if (utterance != null) {
                utterance.abandon();
                utterance = null;
            }
            ear.close();
        }
        onClose.run();
    }
}
