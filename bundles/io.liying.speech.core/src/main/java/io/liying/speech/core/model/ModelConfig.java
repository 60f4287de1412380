package io.liying.speech.core.model;

/** Models: the keys that are described in the configuration of hearing. */
@interface ModelConfig {
    String[] model_folders() default {};
}
