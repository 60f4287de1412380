package io.liying.speech.whisper;

import java.nio.file.Path;

/** Loads a model: a program for a process that may crash. */
public final class Probe {

    private Probe() {}

    /** @param arguments the model's file */
    public static void main(String[] arguments) throws Exception {
        try (LoadedWhisper model = LoadedWhisper.load(Path.of(arguments[0]), 1)) {
            model.hear(new float[16_000], "en", "");
        }
    }
}
