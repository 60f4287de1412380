package io.liying.speech.core;

import io.liying.speech.core.engine.Calibrations;
import io.liying.speech.core.voice.Pauses;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The checked configuration of hearing. */
record HearingSettings(
        String voiceActivity,
        double speechProbability,
        Pauses pauses,
        double confidenceThreshold,
        Duration engineLimit,
        int engineThreads,
        Calibrations calibrations,
        List<String> wakeWords,
        Duration wakeTime,
        int sources,
        int vocabularyPhrases) {

    private static final List<String> DETECTORS = List.of("auto", "silero", "energy");

    HearingSettings {
        if (!DETECTORS.contains(voiceActivity)) {
            throw new IllegalArgumentException(
                    "speech.voice_activity is one of " + DETECTORS + ", not \"" + voiceActivity + "\"");
        }
        within("speech_probability", speechProbability, 0, 1);
        within("confidence_threshold", confidenceThreshold, 0, 1);
    }

    static HearingSettings of(HearingConfig config) {
        Pauses pauses = new Pauses(
                seconds("pause_threshold", config.pause_threshold(), 0.1, 10),
                seconds("question_pause", config.question_pause(), 0.1, 20),
                seconds("phrase_threshold", config.phrase_threshold(), 0, 5),
                seconds("non_speaking_duration", config.non_speaking_duration(), 0, 5),
                seconds("timeout", config.timeout(), 0, 86_400),
                Duration.ofSeconds(config.phrase_time_limit()));
        return new HearingSettings(
                config.voice_activity(),
                config.speech_probability(),
                pauses,
                config.confidence_threshold(),
                seconds("engine_seconds", config.engine_seconds(), 0.1, 600),
                config.engine_threads(),
                Calibrations.parse(Arrays.asList(config.calibration())),
                List.of(config.wake_words()),
                Duration.ofSeconds(config.wake_seconds()),
                config.sources(),
                config.vocabulary_phrases());
    }

    private static Duration seconds(String key, double value, double min, double max) {
        within(key, value, min, max);
        return Duration.ofNanos(Math.round(value * 1e9));
    }

    private static void within(String key, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException("speech.%s is %s to %s, not %s".formatted(key, min, max, value));
        }
    }
}
