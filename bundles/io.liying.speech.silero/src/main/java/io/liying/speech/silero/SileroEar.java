package io.liying.speech.silero;

import ai.onnxruntime.OrtException;
import io.liying.speech.api.VoiceActivityDetector;

/** One source of sound: the end of the last frame and the model's memory of it. */
final class SileroEar implements VoiceActivityDetector.Ear {

    private final SileroModel model;
    private final float[] input = new float[SileroModel.CONTEXT + VoiceActivityDetector.FRAME_SAMPLES];
    private final float[] state = new float[SileroModel.STATE];

    SileroEar(SileroModel model) {
        this.model = model;
    }

    @Override
    public double speech(short[] samples) {
        System.arraycopy(input, input.length - SileroModel.CONTEXT, input, 0, SileroModel.CONTEXT);
        for (int i = 0; i < samples.length; i++) {
            input[SileroModel.CONTEXT + i] = samples[i] / 32768f;
        }
        try {
            return model.speech(input, state);
        } catch (OrtException failure) {
            throw new IllegalStateException("The Silero model, which was loaded and tried, failed", failure);
        }
    }

    /** Nothing: an ear holds no memory of the library. */
    @Override
    public void close() {}
}
