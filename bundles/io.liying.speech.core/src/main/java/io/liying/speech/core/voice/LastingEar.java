package io.liying.speech.core.voice;

import io.liying.speech.api.SpeechException;
import io.liying.speech.api.VoiceActivityDetector.Ear;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An ear that goes on with the next detector when its own goes away or fails: bundles are swapped while people speak. */
final class LastingEar implements Ear {

    /** Where the next ear comes from. */
    interface Source {
        Ear open() throws SpeechException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(LastingEar.class);

    private final Source source;
    private Ear ear;

    LastingEar(Source source) throws SpeechException {
        this.source = source;
        this.ear = source.open();
    }

    @Override
    public double speech(short[] samples) {
        try {
            return ear.speech(samples);
        } catch (IllegalStateException gone) {
            LOG.info("The voice activity detector went away ({}); the next one goes on", gone.getMessage());
            ear.close();
            try {
                ear = source.open();
            } catch (SpeechException none) {
                gone.addSuppressed(none);
                throw gone;
            }
            return ear.speech(samples);
        }
    }

    @Override
    public void close() {
        ear.close();
    }
}
