package io.liying.speech.core;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Hearing", description = "When somebody speaks, and which engine is believed.")
@interface HearingConfig {

    @AttributeDefinition(
            name = "Voice activity",
            description = "The detector: auto (the best that is ready), silero or energy.")
    String voice_activity() default "auto";

    @AttributeDefinition(
            name = "Speech probability",
            description = "How likely a moment must be speech to count as such, 0 to 1; for every detector.")
    double speech_probability() default 0.5;

    @AttributeDefinition(name = "Pause threshold", description = "Seconds of silence that end an utterance.")
    double pause_threshold() default 0.8;

    @AttributeDefinition(
            name = "Question pause",
            description = "Seconds of silence that end the answer to a question of LiYing.")
    double question_pause() default 1.6;

    @AttributeDefinition(
            name = "Phrase threshold",
            description = "Seconds of speech below which a sound is no utterance: clicks and coughs.")
    double phrase_threshold() default 0.3;

    @AttributeDefinition(
            name = "Non-speaking duration",
            description =
                    "Seconds of sound kept before the first and after the last speech, so that no syllable is lost.")
    double non_speaking_duration() default 0.5;

    @AttributeDefinition(
            name = "Timeout",
            description = "Seconds to wait for somebody to begin to speak; 0 for any time.")
    double timeout() default 0;

    @AttributeDefinition(
            name = "Phrase time limit",
            description = "Seconds that an utterance may take; a longer one is heard in parts.",
            min = "1",
            max = "120")
    int phrase_time_limit() default 30;

    @AttributeDefinition(
            name = "Confidence threshold",
            description = "How likely a text must be right to be acted on, 0 to 1; below it LiYing asks back.")
    double confidence_threshold() default 0.7;

    @AttributeDefinition(
            name = "Engine seconds",
            description =
                    "Seconds after the end of an utterance that an engine may take; a slower one is not waited for.")
    double engine_seconds() default 4;

    @AttributeDefinition(
            name = "Engine threads",
            description = "Threads on which engines may run at once: one for each engine that hears an utterance.",
            min = "1",
            max = "4096")
    int engine_threads() default 128;

    @AttributeDefinition(
            name = "Calibration",
            description =
                    "Corrects an engine's confidences: engine=slope:offset on the logit scale, such as vosk=1.2:-0.4.")
    String[] calibration() default {};

    @AttributeDefinition(
            name = "Wake words",
            description = "What must be said before anything is heard, in words that the model knows; none if empty.")
    String[] wake_words() default {};

    @AttributeDefinition(
            name = "Wake seconds",
            description = "Seconds after a wake word in which somebody must begin to speak.",
            min = "1",
            max = "120")
    int wake_seconds() default 8;

    @AttributeDefinition(
            name = "Sources",
            description = "Microphones and other sources that may be heard at once.",
            min = "1",
            max = "10000")
    int sources() default 64;

    @AttributeDefinition(
            name = "Vocabulary phrases",
            description = "Phrases of skills, contacts and calendar that engines are told, at most.",
            min = "0",
            max = "20000")
    int vocabulary_phrases() default 2000;

    @AttributeDefinition(
            name = "Energy threshold",
            description =
                    "How loud speech must at least be for the energy detector: root mean square of 16-bit samples.",
            min = "0",
            max = "32767")
    int energy_threshold() default 60;

    @AttributeDefinition(
            name = "Dynamic energy threshold",
            description = "Whether the energy detector raises its threshold where the surroundings are loud.")
    boolean dynamic_energy_threshold() default true;

    @AttributeDefinition(
            name = "Recording seconds",
            description = "Seconds that a recording may last; a longer one is refused.",
            min = "1",
            max = "36000")
    int recording_seconds() default 600;

    @AttributeDefinition(
            name = "Model folders",
            description = "Folders with further models, besides \"models\" in the data folder; they come first.")
    String[] model_folders() default {};

    @AttributeDefinition(
            name = "Probe seconds",
            description = "Seconds that a model may take to load when it is tried for the first time.",
            min = "1",
            max = "3600")
    int probe_seconds() default 60;

    @AttributeDefinition(
            name = "Model mirror",
            description = "A folder or web address from which models come instead of from their makers.")
    String model_mirror() default "";
}
