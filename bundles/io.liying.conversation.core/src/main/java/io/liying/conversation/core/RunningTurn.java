package io.liying.conversation.core;

import io.liying.conversation.api.Turn;
import io.liying.conversation.api.TurnEvent;
import io.liying.i18n.api.Language;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An accepted turn: its thread, its listener and its end. */
final class RunningTurn implements Turn {

    /** What a turn does. */
    @FunctionalInterface
    interface Work {
        /**
         * Runs the stages.
         *
         * @return the last event
         * @throws InterruptedException if the person or the time limit ended the turn
         */
        TurnEvent run(RunningTurn turn) throws InterruptedException;
    }

    /** Why a turn's thread was interrupted. */
    private enum Ending {
        PERSON,
        TIME_LIMIT
    }

    private static final Logger log = LoggerFactory.getLogger(RunningTurn.class);

    private final String id;
    private final SessionQueue session;
    private final Work work;
    private final Failures failures;
    private final Consumer<? super TurnEvent> listener;
    private final CompletableFuture<TurnEvent> outcome = new CompletableFuture<>();
    private final StringBuffer received = new StringBuffer();
    private volatile Language language;
    private boolean listening = true;
    private @Nullable Thread thread;
    private @Nullable Ending ending;
    private boolean ended;

    RunningTurn(
            String id,
            SessionQueue session,
            Language language,
            Work work,
            Failures failures,
            Consumer<? super TurnEvent> listener) {
        this.id = id;
        this.session = session;
        this.language = language;
        this.work = work;
        this.failures = failures;
        this.listener = listener;
    }

    /** Runs the turn on a virtual thread of its own; {@code afterwards} is called at its very end. */
    void start(Consumer<TurnEvent> afterwards) {
        Thread.ofVirtual().name("turn-" + id).start(() -> afterwards.accept(run()));
    }

    private TurnEvent run() {
        TurnEvent last;
        try {
            synchronized (this) {
                thread = Thread.currentThread();
                if (ending != null) {
                    throw new InterruptedException();
                }
            }
            last = work.run(this);
        } catch (InterruptedException interrupted) {
            last = endedFromOutside();
        } catch (RuntimeException | LinkageError failure) {
            log.error("Turn {} failed", id, failure);
            last = failures.internal(this);
        }
        synchronized (this) {
            ended = true;
            thread = null;
        }
        boolean late = Thread.interrupted();
        if (late) {
            log.debug("Turn {} was interrupted when it had already ended", id);
        }
        emit(last);
        outcome.complete(last);
        return last;
    }

    private synchronized TurnEvent endedFromOutside() {
        return ending == Ending.TIME_LIMIT
                ? failures.timeout(this)
                : new TurnEvent.Interrupted(sessionId(), id, received.toString());
    }

    /** Gives an event to the listener; a listener that throws hears nothing more. */
    void emit(TurnEvent event) {
        if (event instanceof TurnEvent.Delta delta) {
            received.append(delta.text());
        }
        if (listening) {
            try {
                listener.accept(event);
            } catch (RuntimeException broken) {
                listening = false;
                log.warn("A listener of turn {} failed and is left out", id, broken);
            }
        }
    }

    void useLanguage(Language spoken) {
        language = spoken;
    }

    Language language() {
        return language;
    }

    SessionQueue session() {
        return session;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String sessionId() {
        return session.sessionId();
    }

    @Override
    public void interrupt() {
        end(Ending.PERSON);
    }

    /** Ends the turn because it took too long. */
    void timeOut(Duration limit) {
        log.warn("Turn {} took longer than {} and is ended", id, limit);
        end(Ending.TIME_LIMIT);
    }

    private synchronized void end(Ending why) {
        if (!ended && ending == null) {
            ending = why;
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    @Override
    public CompletionStage<TurnEvent> outcome() {
        return outcome.minimalCompletionStage();
    }
}
