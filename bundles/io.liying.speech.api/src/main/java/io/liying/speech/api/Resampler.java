package io.liying.speech.api;

import java.util.Arrays;

/**
 * Changes the rate of sound while it arises, with a windowed-sinc low-pass filter of 32 zero crossings (Kaiser window, beta 8),
 * after J. O. Smith, "Digital Audio Resampling". What it gives is some 16 samples behind what it was given. For one thread.
 */
public final class Resampler {

    private static final int CROSSINGS = 16;
    private static final int STEPS = 512;
    private static final double BETA = 8;
    private static final float[] FILTER = filter();

    private final int from;
    private final int to;
    private final double scale;
    private final double reach;

    /** What the filter still needs of the sound; its first sample is the one at {@link #start}. */
    private float[] kept = {};

    private long start;
    private long given;

    /**
     * @param from samples a second of what is added
     * @param to samples a second of what comes out
     */
    public Resampler(int from, int to) {
        if (from < 1 || to < 1) {
            throw new IllegalArgumentException("no sample rates: " + from + " and " + to);
        }
        this.from = from;
        this.to = to;
        scale = Math.min(1, (double) to / from);
        reach = CROSSINGS / scale;
    }

    private static float[] filter() {
        float[] filter = new float[CROSSINGS * STEPS + 2];
        for (int i = 0; i < filter.length; i++) {
            double x = (double) i / STEPS;
            double sinc = i == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
            double ratio = Math.min(1, x / CROSSINGS);
            filter[i] = (float) (sinc * bessel(BETA * Math.sqrt(1 - ratio * ratio)) / bessel(BETA));
        }
        return filter;
    }

    /** The modified Bessel function of the first kind and order zero. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; k < 40; k++) {
            term *= x * x / 4 / (k * k);
            sum += term;
        }
        return sum;
    }

    /** A whole sound at another rate: at least one sample. */
    public static float[] resample(float[] in, int from, int to) {
        if (from == to) {
            return in;
        }
        Resampler resampler = new Resampler(from, to);
        resampler.kept = in;
        return resampler.until(Math.max(1, (long) in.length * to / from));
    }

    /** A whole sound at another rate: at least one sample. */
    public static short[] resample(short[] in, int from, int to) {
        return from == to ? in : shorts(resample(floats(in), from, to));
    }

    /** Adds the next sound and gives what is ready; may be nothing. */
    public short[] add(short[] sound) {
        int before = kept.length;
        kept = Arrays.copyOf(kept, before + sound.length);
        for (int i = 0; i < sound.length; i++) {
            kept[before + i] = sound[i] / 32768f;
        }
        long ready = (long) Math.floor((start + kept.length - 1 - reach) * to / from) + 1;
        short[] out = shorts(until(Math.max(given, ready)));
        int unneeded = (int) Math.clamp((long) Math.ceil((double) given * from / to - reach) - start, 0, kept.length);
        kept = Arrays.copyOfRange(kept, unneeded, kept.length);
        start += unneeded;
        return out;
    }

    /** What is left, after the last sound. */
    public short[] end() {
        return shorts(until(Math.max(given, (start + kept.length) * to / from)));
    }

    private float[] until(long end) {
        float[] out = new float[(int) (end - given)];
        for (int i = 0; i < out.length; i++) {
            double centre = (double) (given + i) * from / to - start;
            int first = Math.max(0, (int) Math.ceil(centre - reach));
            int last = Math.min(kept.length - 1, (int) Math.floor(centre + reach));
            double sum = 0;
            for (int k = first; k <= last; k++) {
                double place = Math.abs(k - centre) * scale * STEPS;
                int index = (int) place;
                double part = place - index;
                sum += kept[k] * (FILTER[index] + part * (FILTER[index + 1] - FILTER[index]));
            }
            out[i] = (float) (sum * scale);
        }
        given = end;
        return out;
    }

    private static float[] floats(short[] samples) {
        float[] floats = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            floats[i] = samples[i] / 32768f;
        }
        return floats;
    }

    /** Samples of -1 to 1 as 16 bits; what is louder is cut off. */
    public static short[] shorts(float[] samples) {
        short[] shorts = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            shorts[i] = (short) Math.clamp(Math.round(samples[i] * 32768f), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return shorts;
    }
}
