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
        }
        return Math.sqrt(sum / samples.length);
    }

    /** The highest normalised autocorrelation at a period of a voice, 0 to 1; every second sample is enough for it. */
    private double pitch() {
        double best = 0;
        for (int period = SHORTEST_PERIOD; period <= LONGEST_PERIOD; period += 1) {
            double product = 0;
            double early = 1;
            double late = 1;
            for (int i = 0; i + period < bright.length; i += 2) {
                double first = bright[i];
                double second = bright[i + period];
                product += first * second;
                early += first * first;
                late += second * second;
            }
            best = Math.max(best, product / Math.sqrt(early * late));
        }
        return best;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
