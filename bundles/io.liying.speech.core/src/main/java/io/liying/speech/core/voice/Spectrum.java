package io.liying.speech.core.voice;

import io.liying.speech.api.VoiceActivityDetector;

/** The power spectrum of a frame, by a radix-2 fast Fourier transform with a Hann window. For one thread. */
final class Spectrum {

    static final int SIZE = VoiceActivityDetector.FRAME_SAMPLES;

    private static final double[] WINDOW = new double[SIZE];
    private static final double[] COSINE = new double[SIZE / 2];
    private static final double[] SINE = new double[SIZE / 2];

    static {
        for (int i = 0; i < SIZE; i++) {
            WINDOW[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / SIZE);
        }
        for (int i = 0; i < SIZE / 2; i++) {
            COSINE[i] = Math.cos(2 * Math.PI * i / SIZE);
            SINE[i] = -Math.sin(2 * Math.PI * i / SIZE);
        }
    }

    private final double[] real = new double[SIZE];
    private final double[] imaginary = new double[SIZE];
    private final double[] power = new double[SIZE / 2];

    /** The power in each of {@code SIZE / 2} bins, overwritten by the next call. */
    double[] of(short[] frame) {
        int bits = Integer.numberOfTrailingZeros(SIZE);
        for (int i = 0; i < SIZE; i++) {
            int reversed = Integer.reverse(i) >>> (32 - bits);
            real[reversed] = frame[i] * WINDOW[i];
            imaginary[reversed] = 0;
        }
        for (int half = 1; half < SIZE; half *= 2) {
            butterflies(half);
        }
        for (int i = 0; i < power.length; i++) {
            power[i] = (real[i] * real[i] + imaginary[i] * imaginary[i]) / SIZE;
        }
        return power;
    }

    private void butterflies(int half) {
        int stride = SIZE / (2 * half);
        for (int start = 0; start < SIZE; start += 2 * half) {
            for (int i = 0; i < half; i++) {
                int low = start + i;
                int high = low + half;
                double cosine = COSINE[i * stride];
                double sine = SINE[i * stride];
                double turnedReal = real[high] * cosine - imaginary[high] * sine;
                double turnedImaginary = real[high] * sine + imaginary[high] * cosine;
                real[high] = real[low] - turnedReal;
                imaginary[high] = imaginary[low] - turnedImaginary;
                real[low] += turnedReal;
                imaginary[low] += turnedImaginary;
            }
        }
    }
}
