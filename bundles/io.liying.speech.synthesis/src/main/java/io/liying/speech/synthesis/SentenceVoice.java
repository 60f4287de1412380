package io.liying.speech.synthesis;

import io.liying.speech.api.Audio;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.voice.Prosody;
import io.liying.speech.api.voice.SpeechEvent;
import io.liying.speech.api.voice.SpeechMark;
import io.liying.speech.api.voice.SpeechSink;
import io.liying.speech.synthesis.Engines.Candidate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says the sentences of one speech. When an engine fails the next one goes on: from the last word that had begun if the
 * engine told its words, else with the whole sentence. Used by one thread.
 */
final class SentenceVoice {

    private static final Logger log = LoggerFactory.getLogger(SentenceVoice.class);

    private final Engines engines;
    private final SoundCache cache;
    private final Prosody prosody;
    private final SoundShape shape;
    private final Consumer<? super SpeechEvent> listener;
    private final List<Candidate> chain;

    /**
     * @param chain who is asked, in this order; who fails is not asked again in this speech
     * @param sampleRate of all its sound; empty for that of the voice that begins
     */
    SentenceVoice(
            Engines engines,
            SoundCache cache,
            List<Candidate> chain,
            Prosody prosody,
            OptionalInt sampleRate,
            Consumer<? super SpeechEvent> listener) {
        this.engines = engines;
        this.cache = cache;
        this.chain = new ArrayList<>(chain);
        this.prosody = new Prosody(prosody.rate(), 1, prosody.pitch());
        this.shape = new SoundShape(prosody.volume(), sampleRate);
        this.listener = listener;
    }

    void say(String written, String spoken) throws SpeechException, InterruptedException {
        String rest = spoken;
        Duration begin = shape.length();
        while (true) {
            Candidate speaker = chain.getFirst();
            SoundCache.Key key = new SoundCache.Key(speaker.voice().id(), prosody.rate(), prosody.pitch(), rest);
            listener.accept(new SpeechEvent.Sentence(written, rest, speaker.voice()));
            var kept = cache.find(key);
            if (kept.isPresent()) {
                replay(kept.get());
                rest();
                return;
            }
            Passage passage = new Passage(shape.length().minus(begin));
            try {
                speaker.engine().synthesize(rest, speaker.voice(), prosody, passage);
                rest();
                cache.keep(key, new SoundCache.Sound(passage.parts, passage.marks));
                return;
            } catch (SpeechException | RuntimeException | LinkageError failure) {
                failed(speaker, failure);
                rest();
                rest = passage.unsaid(rest);
            }
        }
    }

    private void failed(Candidate speaker, Throwable failure) throws SpeechException {
        engines.hasFailed(speaker.engine());
        chain.removeFirst();
        if (chain.isEmpty()) {
            throw failure instanceof SpeechException known
                    ? known
                    : new SpeechException(
                            "speech.failed", Map.of("engine", speaker.engine().id()), failure);
        }
        log.warn(
                "The voice {} failed, {} goes on",
                speaker.voice().id(),
                chain.getFirst().voice().id(),
                failure);
    }

    private void replay(SoundCache.Sound sound) throws InterruptedException {
        sound.marks().forEach(mark -> listener.accept(new SpeechEvent.Mark(mark)));
        for (Audio part : sound.audio()) {
            give(part);
        }
    }

    private void rest() {
        shape.rest().ifPresent(audio -> listener.accept(new SpeechEvent.Sound(audio)));
    }

    private void give(Audio audio) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        listener.accept(new SpeechEvent.Sound(shape.of(audio)));
    }

    /** What one engine says of a sentence. */
    private final class Passage implements SpeechSink {

        private final Duration offset;
        private final List<Audio> parts = new ArrayList<>();
        private final List<SpeechMark> marks = new ArrayList<>();
        private Duration said = Duration.ZERO;

        Passage(Duration offset) {
            this.offset = offset;
        }

        @Override
        public void sound(Audio audio) throws InterruptedException {
            parts.add(audio);
            said = said.plus(audio.duration());
            give(audio);
        }

        @Override
        public void mark(SpeechMark mark) {
            marks.add(mark);
            listener.accept(new SpeechEvent.Mark(new SpeechMark(
                    mark.kind(), mark.value(), mark.position(), mark.at().plus(offset))));
        }

        String unsaid(String text) {
            return marks.stream()
                    .filter(mark ->
                            mark.kind() == SpeechMark.Kind.WORD && mark.at().compareTo(said) < 0)
                    .reduce((first, second) -> second)
                    .map(mark -> text.substring(Math.clamp(mark.position(), 0, text.length())))
                    .filter(rest -> !rest.isBlank())
                    .orElse(text);
        }
    }
}
