package io.liying.speech.core.model;

/** The mirror: the key that is described in the configuration of hearing. */
@interface MirrorConfig {
    String model_mirror() default "";
}
