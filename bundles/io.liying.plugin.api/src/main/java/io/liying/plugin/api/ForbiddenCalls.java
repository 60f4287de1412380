package io.liying.plugin.api;

/**
 * What a plugin's calls of {@code System.exit}, {@code Runtime.exit}, {@code Runtime.halt} and {@code
 * Runtime.addShutdownHook} are replaced by when its classes are loaded. Not to be called by hand.
 */
public final class ForbiddenCalls {

    private ForbiddenCalls() {}

    /** In place of {@link System#exit}. */
    public static void exit(int status) {
        throw new SecurityException("a plugin must not end LiYing (exit status " + status + ")");
    }

    /** In place of {@link Runtime#exit}. */
    public static void exit(Runtime runtime, int status) {
        exit(status);
    }

    /** In place of {@link Runtime#halt}. */
    public static void halt(Runtime runtime, int status) {
        exit(status);
    }

    /** In place of {@link Runtime#addShutdownHook}. */
    public static void addShutdownHook(Runtime runtime, Thread hook) {
        throw new SecurityException("a plugin must not add a shutdown hook; release what it holds in @Deactivate");
    }
}
