package io.liying.speech.core.voice;

import java.util.Arrays;

/**
 * The noise under a signal, by minimum statistics (R. Martin, 2001): speech has gaps within any second and a half, noise
 * has none, so the smallest smoothed power of that time is noise. For one thread.
 */
final class NoiseFloor {

    private static final int BLOCK = 12; // frames of 32 ms
    private static final int BLOCKS = 4;
    private static final double SMOOTHING = 0.6;

    /** The minimum of a noise's smoothed power is lower than its mean by about this factor. */
    private static final double BIAS = 1.7;

    private final double lowest;
    private final double[] smooth;
    private final double[][] minima = new double[BLOCKS][];
    private int frame;

    /** @param lowest the power under which nothing is louder than noise */
    NoiseFloor(int bands, double lowest) {
        this.lowest = lowest;
        smooth = new double[bands];
        for (int i = 0; i < BLOCKS; i++) {
            minima[i] = new double[bands];
            Arrays.fill(minima[i], Double.MAX_VALUE);
        }
    }

    /** Takes the powers of a frame; how many decibels they stand over the noise, as the mean of all bands. */
    double over(double[] powers) {
        if (++frame % BLOCK == 0) {
            double[] oldest = minima[BLOCKS - 1];
            System.arraycopy(minima, 0, minima, 1, BLOCKS - 1);
            minima[0] = oldest;
            Arrays.fill(oldest, Double.MAX_VALUE);
        }
        double sum = 0;
        for (int band = 0; band < powers.length; band++) {
            smooth[band] = frame == 1 ? powers[band] : SMOOTHING * smooth[band] + (1 - SMOOTHING) * powers[band];
            minima[0][band] = Math.min(minima[0][band], smooth[band]);
            double least = Double.MAX_VALUE;
            for (double[] block : minima) {
                least = Math.min(least, block[band]);
            }
            double noise = Math.max(lowest, BIAS * least);
            sum += Math.max(0, 10 * Math.log10(powers[band] / noise + 1e-9));
        }
        return sum / powers.length;
    }
}
