package io.liying.speech.core.voice;

import io.liying.speech.api.VoiceActivityDetector;

/**
 * Speech by loudness over an adaptive noise floor in twelve bands, and by pitch: voices repeat 70 to 400 times a second,
 * most noises do not.
 */
final class EnergyEar implements VoiceActivityDetector.Ear {

    private static final int BANDS = 12;
    private static final int LOWEST = 6; // bin of 190 Hz
    private static final int HIGHEST = 126; // bin of 3.9 kHz
    private static final int SHORTEST_PERIOD = 40; // samples: 400 Hz
    private static final int LONGEST_PERIOD = 228; // samples: 70 Hz

    private final double threshold;
    private final boolean dynamic;
    private final Spectrum spectrum = new Spectrum();
    private final NoiseFloor floor;
    private final double[] bands = new double[BANDS];
    private final double[] bright = new double[Spectrum.SIZE];
    /** The energy of every second sample of {@link #bright} before an index, from 0 or from 1 on. */
    private final double[] energy = new double[Spectrum.SIZE + 2];

    private double held;

    /** @param threshold root mean square of 16-bit samples below which nothing is speech */
    EnergyEar(double threshold, boolean dynamic) {
        this.threshold = threshold;
        this.dynamic = dynamic;
        this.floor = new NoiseFloor(BANDS, Math.max(1, threshold * threshold / 64));
    }

    @Override
    public double speech(short[] samples) {
        double loudness = emphasise(samples);
        double[] power = spectrum.of(samples);
        for (int band = 0; band < BANDS; band++) {
            bands[band] = power(power, band);
        }
        double over = floor.over(bands);
        double probability = 0;
        if (loudness >= threshold) {
            double evidence = dynamic ? 0.4 * (over - 9) : 4;
            probability = 1 / (1 + Math.exp(-(evidence + 8 * (pitch() - 0.45))));
        }
        // The ends of words fade: what was speech stays a little longer.
        held = Math.max(probability, 0.65 * held);
        return held;
    }

    private static double power(double[] power, int band) {
        int from = LOWEST + band * (HIGHEST - LOWEST) / BANDS;
        int to = LOWEST + (band + 1) * (HIGHEST - LOWEST) / BANDS;
        double sum = 0;
        for (int bin = from; bin < to; bin++) {
            sum += power[bin];
        }
        return sum / (to - from);
    }

    /** Raises the high tones, so that rumble has no pitch; the root mean square of the sound without its mean. */
    private double emphasise(short[] samples) {
        double mean = 0;
        for (short sample : samples) {
            mean += sample;
        }
        mean /= samples.length;
        double sum = 0;
        double before = samples[0];
        for (int i = 0; i < samples.length; i++) {
            double centred = samples[i] - mean;
            sum += centred * centred;
            bright[i] = samples[i] - 0.95 * before;
            before = samples[i];
            energy[i + 2] = energy[i] + bright[i] * bright[i];
        }
        return Math.sqrt(sum / samples.length);
    }

    /** The highest normalised autocorrelation at a period of a voice, 0 to 1; every second sample is enough for it. */
    private double pitch() {
        double best = 0;
        for (int period = SHORTEST_PERIOD; period <= LONGEST_PERIOD; period++) {
            int common = bright.length - period;
            double early = 1 + energy[common + 1 & ~1];
            double late = 1 + energy[bright.length + (period & 1)] - energy[period];
            best = Math.max(best, product(period, common) / Math.sqrt(early * late));
        }
        return best;
    }

    /** Four sums side by side: one alone would wait for each of its additions. */
    private double product(int period, int common) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 6 < common; i += 8) {
            first += bright[i] * bright[i + period];
            second += bright[i + 2] * bright[i + 2 + period];
            third += bright[i + 4] * bright[i + 4 + period];
            fourth += bright[i + 6] * bright[i + 6 + period];
        }
        for (; i < common; i += 2) {
            first += bright[i] * bright[i + period];
        }
        return first + second + third + fourth;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
