package io.liying.speech.core.voice;

/** Energy detector: the keys that are described in the configuration of hearing. */
@interface EnergyConfig {
    int energy_threshold() default 60;

    boolean dynamic_energy_threshold() default true;
}
