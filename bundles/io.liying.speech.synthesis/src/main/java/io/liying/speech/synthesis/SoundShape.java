package io.liying.speech.synthesis;

import io.liying.speech.api.Audio;
import io.liying.speech.api.Resampler;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Brings the sound of a speech to one loudness and to one sample rate, also if another engine takes over. Used by one thread. */
final class SoundShape {

    private final double volume;
    private int sampleRate;
    private long samples;
    private @Nullable Resampler resampler;

    /** @param sampleRate of all its sound; empty for that of its first part */
    SoundShape(double volume, OptionalInt sampleRate) {
        this.volume = volume;
        this.sampleRate = sampleRate.orElse(0);
    }

    Audio of(Audio audio) {
        if (sampleRate == 0) {
            sampleRate = audio.sampleRate();
        }
        return shaped(audio.sampleRate() == sampleRate ? audio.samples() : resampled(audio));
    }

    /** What is left of a sentence that ended. */
    Optional<Audio> rest() {
        Resampler used = resampler;
        resampler = null;
        return used == null ? Optional.empty() : Optional.of(shaped(used.end()));
    }

    private Audio shaped(short[] sound) {
        short[] loud = volume == 1 ? sound : louder(sound);
        samples += loud.length;
        return new Audio(sampleRate, loud);
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
        if (resampler == null) {
            resampler = new Resampler(audio.sampleRate(), sampleRate);
        }
        return resampler.add(audio.samples());
    }
}
