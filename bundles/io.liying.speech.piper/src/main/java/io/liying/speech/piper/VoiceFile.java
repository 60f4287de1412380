package io.liying.speech.piper;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A voice as its makers publish it: a network and the JSON file that says how it is fed.
 *
 * @param espeakVoice what eSpeak NG calls the language whose phonemes it reads
 * @param phonemes the numbers of each phoneme
 * @param speakers 1, or how many the network has
 */
record VoiceFile(
        Path network,
        String espeakVoice,
        int sampleRate,
        float noise,
        float length,
        float noiseWidth,
        int speakers,
        Map<String, List<Long>> phonemes) {}
