package io.liying.speech.core.audio;

/**
 * Changes the rate of sound with a windowed-sinc low-pass filter of 32 zero crossings (Kaiser window, beta 8), after
 * J. O. Smith, "Digital Audio Resampling".
 */
final class Resampler {

    private static final int CROSSINGS = 16;
    private static final int STEPS = 512;
    private static final double BETA = 8;
    private static final float[] FILTER = filter();

    private Resampler() {}

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

    static float[] resample(float[] in, int from, int to) {
        if (from == to) {
            return in;
        }
        float[] out = new float[(int) Math.max(1, (long) in.length * to / from)];
        double scale = Math.min(1, (double) to / from);
        double reach = CROSSINGS / scale;
        for (int i = 0; i < out.length; i++) {
            double centre = (double) i * from / to;
            int first = Math.max(0, (int) Math.ceil(centre - reach));
            int last = Math.min(in.length - 1, (int) Math.floor(centre + reach));
            double sum = 0;
            for (int k = first; k <= last; k++) {
                double place = Math.abs(k - centre) * scale * STEPS;
                int index = (int) place;
                double part = place - index;
                sum += in[k] * (FILTER[index] + part * (FILTER[index + 1] - FILTER[index]));
            }
            out[i] = (float) (sum * scale);
        }
        return out;
    }

    static float[] toFloats(short[] samples) {
        float[] floats = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            floats[i] = samples[i] / 32768f;
        }
        return floats;
    }

    static short[] toShorts(float[] samples) {
        short[] shorts = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            shorts[i] = (short) Math.clamp(Math.round(samples[i] * 32768f), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return shorts;
    }
}
