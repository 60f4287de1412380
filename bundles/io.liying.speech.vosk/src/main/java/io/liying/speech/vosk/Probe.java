package io.liying.speech.vosk;

import java.util.Arrays;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;
import org.vosk.Recognizer;

/** Loads a model and hears a moment of silence with it: a program for a process that may crash. */
public final class Probe {

    private Probe() {}

    /** @param arguments the model's folder */
    public static void main(String[] arguments) throws Exception {
        LibVosk.setLogLevel(LogLevel.WARNINGS);
        try (Model model = new Model(arguments[0]);
                Recognizer recognizer = new Recognizer(model, 16_000)) {
            short[] silence = new short[8000];
            Arrays.fill(silence, (short) 0);
            recognizer.acceptWaveForm(silence, silence.length);
            if (!recognizer.getFinalResult().contains("text")) {
                throw new IllegalStateException("it gives no results");
            }
        }
    }
}
