package io.liying.speech.codecs;

import io.liying.speech.api.AudioDecoder;

/** Counts what it gets, and how often the sound goes up from far below zero: its pitch. */
final class PitchEar implements AudioDecoder.Sink {

    private int rate;
    private int channels;
    private int samples;
    private int ups;
    private double energy;
    private boolean below;

    @Override
    public void begin(int sampleRate, int count) {
        rate = sampleRate;
        channels = count;
    }

    @Override
    public void add(float[] moment) {
        samples++;
        ups += below && moment[0] > 0.1 ? 1 : 0;
        below = moment[0] < -0.1 || below && moment[0] <= 0.1;
        energy += moment[0] * moment[0];
    }

    int rate() {
        return rate;
    }

    int channels() {
        return channels;
    }

    int samples() {
        return samples;
    }

    int ups() {
        return ups;
    }

    double energy() {
        return energy;
    }
}
