package io.liying.http.plugins;

/** The part of the section {@code plugins} that uploads need; the plugin manager's bundle describes the section. */
@interface UploadConfig {

    /** Whether plugins may be fetched from addresses. */
    boolean downloads() default false;

    /** Megabytes that a plugin's file may have. */
    int upload_mb() default 64;
}
