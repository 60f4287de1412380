package io.liying.speech.core.model;

/** Probe: the keys that are described in the configuration of hearing. */
@interface ProbeConfig {
    int probe_seconds() default 60;
}
