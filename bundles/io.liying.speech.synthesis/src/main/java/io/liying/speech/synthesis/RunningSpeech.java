package io.liying.speech.synthesis;

import io.liying.i18n.api.Language;
import io.liying.i18n.api.SentenceSplitter;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.voice.Speech;
import io.liying.speech.api.voice.SpeechEvent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A speech and its thread: takes text, cuts it, has it said piece by piece. */
final class RunningSpeech implements Speech {

    /** What is said in which language. */
    interface Speaker {
        /** Says a piece as it was written. */
        void say(String written) throws SpeechException, InterruptedException;
    }

    /** Opens the speaker of a language. */
    interface Speakers {
        Speaker of(Language language) throws SpeechException;
    }

    private static final Logger log = LoggerFactory.getLogger(RunningSpeech.class);

    private final Function<String, Language> languageOf;
    private final Speakers speakers;
    private final Consumer<? super SpeechEvent> listener;
    private final int maxText;
    private final LinkedBlockingQueue<Optional<String>> pieces = new LinkedBlockingQueue<>();
    private final CompletableFuture<SpeechEvent> outcome = new CompletableFuture<>();
    private final StringBuilder undecided = new StringBuilder();
    private SentenceSplitter splitter;
    private @Nullable Language language;
    private @Nullable Thread thread;
    private int waiting;
    private boolean complete;
    private boolean closed;

    /**
     * @param language of the text if it is known
     * @param languageOf finds it out from the first words, otherwise
     */
    RunningSpeech(
            Optional<Language> language,
            Function<String, Language> languageOf,
            Speakers speakers,
            Consumer<? super SpeechEvent> listener,
            int maxText) {
        this.language = language.orElse(null);
        this.languageOf = languageOf;
        this.speakers = speakers;
        this.listener = listener;
        this.maxText = maxText;
        this.splitter = SentenceSplitter.firstClauseEarly(language.orElse(Language.ENGLISH));
    }

    synchronized void start(Runnable afterwards) {
        thread = Thread.ofVirtual().name("speech").start(() -> {
            SpeechEvent last = run();
            afterwards.run();
            tellLast(last);
            outcome.complete(last);
        });
    }

    @Override
    public synchronized boolean add(String text) {
        if (closed || complete || waiting + text.length() > maxText) {
            return false;
        }
        waiting += text.length();
        if (language == null) {
            undecided.append(text);
        }
        put(splitter.add(text));
        return true;
    }

    /** The first words decide the language; then they are cut again by its rules. */
    private void put(List<String> cut) {
        List<String> found = cut;
        if (language == null && !found.isEmpty()) {
            language = languageOf.apply(undecided.toString());
            splitter = SentenceSplitter.firstClauseEarly(language);
            found = splitter.add(undecided.toString());
        }
        found.forEach(piece -> pieces.add(Optional.of(piece)));
    }

    @Override
    public synchronized void end() {
        if (!complete) {
            complete = true;
            put(splitter.end());
            put(splitter.end());
            pieces.add(Optional.empty());
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    private SpeechEvent run() {
        try {
            Speaker speaker = null;
            Optional<String> piece = pieces.take();
            while (piece.isPresent()) {
                if (speaker == null) {
                    speaker = speakers.of(spoken());
                }
                speaker.say(piece.get());
                said(piece.get());
                piece = pieces.take();
            }
            return new SpeechEvent.Ended(false);
        } catch (InterruptedException cancelled) {
            return new SpeechEvent.Ended(true);
        } catch (SpeechException failure) {
            return new SpeechEvent.Failed(failure);
        } catch (RuntimeException broken) {
            log.warn("A listener of a speech failed; the speech ends", broken);
            return new SpeechEvent.Ended(true);
        } finally {
            over();
        }
    }

    private synchronized void over() {
        closed = true;
        thread = null;
    }

    private synchronized Language spoken() {
        return language == null ? Language.ENGLISH : language;
    }

    private synchronized void said(String piece) {
        waiting -= piece.length();
    }

    private void tellLast(SpeechEvent last) {
        boolean interrupted = Thread.interrupted();
        try {
            listener.accept(last);
        } catch (RuntimeException broken) {
            log.warn("A listener failed at the end of a speech{}", interrupted ? " that was cancelled" : "", broken);
        }
    }

    @Override
    public CompletionStage<SpeechEvent> outcome() {
        return outcome.minimalCompletionStage();
    }
}
