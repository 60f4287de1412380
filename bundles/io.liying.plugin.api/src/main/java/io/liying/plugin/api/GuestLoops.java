package io.liying.plugin.api;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What lets the host end a plugin's loops: a call of {@link #check} is put before each backward jump of a plugin's
 * classes when they are loaded. Not to be called by hand.
 */
public final class GuestLoops {

    /** Ends a plugin's call from inside; not to be caught. */
    public static final class Ended extends Error {

        private static final long serialVersionUID = 1;

        Ended() {
            super("the host has ended this plugin", null, false, false);
        }
    }

    private static final Set<ThreadGroup> ENDED = ConcurrentHashMap.newKeySet();
    private static volatile boolean any;

    private GuestLoops() {}

    /** Throws if the plugin that the calling thread belongs to was ended; else it costs one read of a field. */
    public static void check() {
        if (any && ENDED.contains(Thread.currentThread().getThreadGroup())) {
            throw new Ended();
        }
    }

    /** From now on every loop on a thread of a group ends with an error. */
    public static void end(ThreadGroup group) {
        ENDED.add(group);
        any = true;
    }

    /** The group has no threads any more. */
    public static void forget(ThreadGroup group) {
        ENDED.remove(group);
        any = !ENDED.isEmpty();
    }
}
