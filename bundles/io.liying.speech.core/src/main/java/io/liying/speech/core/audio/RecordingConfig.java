package io.liying.speech.core.audio;

/** Recordings: the keys that are described in the configuration of hearing. */
@interface RecordingConfig {
    int recording_seconds() default 600;
}
