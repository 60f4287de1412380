package io.liying.speech.synthesis;

import io.liying.speech.api.Audio;
import java.time.Duration;

/**
 * Brings the sound of a speech to one loudness and, if another engine takes over, to one sample rate, by linear
 * interpolation across the borders of its parts. Used by one thread.
 */
final class SoundShape {

    private final double volume;
    private int sampleRate;
    private long samples;
    private int source;
    private double position;
    private short last;

    SoundShape(double volume) {
        this.volume = volume;
    }

    Audio of(Audio audio) {
        if (sampleRate == 0) {
            sampleRate = audio.sampleRate();
        }
        short[] shaped = audio.sampleRate() == sampleRate ? audio.samples() : resampled(audio);
        shaped = volume == 1 ? shaped : louder(shaped);
        samples += shaped.length;
        return new Audio(sampleRate, shaped);
    }

    /** How much sound has gone through. */
    Duration length() {
        return sampleRate == 0 ? Duration.ZERO : Duration.ofNanos(samples * 1_000_000_000L / sampleRate);
    }

    private short[] louder(short[] original) {
        short[] changed = new short[original.length];
        for (int index = 0; index < original.length; index++) {
            changed[index] = (short) Math.clamp(Math.round(original[index] * volume), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return changed;
    }

    private short[] resampled(Audio audio) {
        if (source != audio.sampleRate()) {
            source = audio.sampleRate();
            position = 0;
            last = 0;
        }
        short[] original = audio.samples();
        double step = (double) source / sampleRate;
        int count = (int) Math.max(0, Math.ceil((original.length - position) / step));
        short[] changed = new short[count];
        for (int index = 0; index < count; index++) {
            double at = position + index * step;
            int left = (int) at;
            double before = left == 0 ? last : original[left - 1];
            changed[index] = (short) Math.round(before + (original[left] - before) * (at - left));
        }
        position += count * step - original.length;
        if (original.length > 0) {
            last = original[original.length - 1];
        }
        return changed;
    }
}
