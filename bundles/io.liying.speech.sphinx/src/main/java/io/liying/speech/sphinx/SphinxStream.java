package io.liying.speech.sphinx;

import edu.cmu.sphinx.api.SpeechResult;
import io.liying.speech.api.Audio;
import io.liying.speech.api.RecognitionResult;
import io.liying.speech.api.SpeechException;
import io.liying.speech.api.SpeechRecognizer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** One utterance on a thread of its own: its features are computed while it is spoken. */
final class SphinxStream implements SpeechRecognizer.Stream {

    private final SoundPipe sound = new SoundPipe();
    private final Future<List<SpeechResult>> results;
    private final double trust;
    private boolean ended;

    SphinxStream(Decoder decoder, Decoders decoders, ExecutorService threads) {
        trust = Heard.trust(decoder.phrases().size());
        results = threads.submit(() -> {
            boolean whole = false;
            try {
                List<SpeechResult> heard = decoder.hear(sound);
                whole = true;
                return heard;
            } finally {
                if (whole) {
                    decoders.give(decoder);
                } else {
                    // Nobody knows in what state it is.
                    decoders.lost();
                }
            }
        });
    }

    @Override
    public void accept(Audio heard) {
        sound.give(heard.littleEndian());
    }

    @Override
    public RecognitionResult finish() throws SpeechException {
        end();
        try {
            return Heard.result(results.get(), trust);
        } catch (ExecutionException failure) {
            throw new SpeechException("engine.failed", Map.of("engine", SphinxRecognizer.ID), failure);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new SpeechException("engine.failed", Map.of("engine", SphinxRecognizer.ID), hurried);
        }
    }

    private void end() {
        if (!ended) {
            ended = true;
            sound.end();
        }
    }

    /** An utterance that nobody wants is decoded as far as it was given: its decoder is used again. */
    @Override
    public void close() {
        end();
    }
}
