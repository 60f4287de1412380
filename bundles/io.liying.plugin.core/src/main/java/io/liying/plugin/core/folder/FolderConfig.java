package io.liying.plugin.core.folder;

/** The keys of the section {@code plugins} that the watched folder reads; they are described with those of the life. */
@interface FolderConfig {

    String folder() default "";

    int folder_milliseconds() default 1000;
}
