package io.liying.speech.silero;

import java.nio.file.Path;

/** Loads the model and hears a frame with it: a program for a process that may crash. */
public final class Probe {

    private Probe() {}

    /** @param arguments the model's file */
    public static void main(String[] arguments) throws Exception {
        try (SileroModel model = new SileroModel(Path.of(arguments[0]))) {
            double probability = model.speech(new float[SileroModel.CONTEXT + 512], new float[SileroModel.STATE]);
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalStateException("it gives no probabilities");
            }
        }
    }
}
