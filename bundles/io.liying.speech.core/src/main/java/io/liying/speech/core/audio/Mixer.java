package io.liying.speech.core.audio;

import io.liying.speech.api.Audio;
import io.liying.speech.api.Resampler;
import io.liying.speech.api.SpeechException;
import java.util.Arrays;
import java.util.Map;

/** Gathers a recording's samples, mixed to one channel, up to a limit. For one thread. */
final class Mixer {

    private static final int MOST_HERTZ = 384_000;

    private final int longestSeconds;
    private float[] samples = new float[16_384];
    private int count;
    private int rate;

    Mixer(int longestSeconds) {
        this.longestSeconds = longestSeconds;
    }

    /** Refuses what no recording can have. */
    static void check(long rate, long channels, int mostChannels) throws SpeechException {
        if (rate < 1000 || rate > MOST_HERTZ) {
            throw new SpeechException("audio.rate", Map.of("rate", rate, "min", 1000, "max", MOST_HERTZ));
        }
        if (channels < 1 || channels > mostChannels) {
            throw new SpeechException("audio.channels", Map.of("channels", channels, "max", mostChannels));
        }
    }

    void begin(int sampleRate, int channels) throws SpeechException {
        check(sampleRate, channels, Integer.MAX_VALUE);
        rate = sampleRate;
    }

    /** Refuses at once what is known to be too long. */
    void expect(long moments) throws SpeechException {
        if (moments > (long) longestSeconds * rate) {
            throw new SpeechException("audio.long", Map.of("seconds", longestSeconds));
        }
    }

    /** Adds one moment of all channels, each -1 to 1. */
    void add(float[] channels) throws SpeechException {
        float sum = 0;
        for (float value : channels) {
            sum += value;
        }
        add(sum / channels.length);
    }

    private void add(float value) throws SpeechException {
        if (count >= (long) longestSeconds * rate) {
            throw new SpeechException("audio.long", Map.of("seconds", longestSeconds));
        }
        if (count == samples.length) {
            samples = Arrays.copyOf(samples, count * 2);
        }
        samples[count++] = Float.isFinite(value) ? value : 0;
    }

    /** What was gathered, at the rate of hearing. */
    Audio result() throws SpeechException {
        if (count == 0) {
            throw new SpeechException("audio.empty", Map.of());
        }
        return Audio.heard(
                Resampler.shorts(Resampler.resample(Arrays.copyOf(samples, count), rate, Audio.HEARING_RATE)));
    }
}
