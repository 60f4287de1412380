package io.liying.speech.piper;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Loads a voice and says a pause with it: a program for a process that may crash. */
public final class Probe {

    private Probe() {}

    /** @param arguments the network's file, the number of speakers, the number of a phoneme */
    public static void main(String[] arguments) throws Exception {
        long phoneme = Long.parseLong(arguments[2]);
        VoiceFile file = new VoiceFile(
                Path.of(arguments[0]),
                "",
                16_000,
                0.667f,
                1,
                0.8f,
                Integer.parseInt(arguments[1]),
                Map.of(" ", List.of(phoneme)));
        try (PiperVoice voice = new PiperVoice(file, 1)) {
            if (voice.say(new long[] {phoneme, phoneme, phoneme}, 1).length == 0) {
                throw new IllegalStateException("it gives no sound");
            }
        }
    }
}
