package io.liying.storage.h2;

/** What the section {@code database} says to this engine; described with the section, in io.liying.storage.core. */
@interface H2Config {

    int SPARE_MEGABYTES = 100;

    int spare_megabytes() default SPARE_MEGABYTES;
}
