package io.liying.runtime.core;

import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sun.misc.Signal;

/**
 * Ends the process in order when it is asked to. The JVM's own answer to a signal runs all shutdown hooks beside each
 * other, and libraries free their native memory in theirs, under the feet of bundles that still work. So the bundles
 * stop first and the JVM is left afterwards, with a status of its own: the threads here are no daemons, or else the JVM
 * would end with status 0 as soon as the bundles have stopped. A second signal ends at once.
 */
final class Ending {

    /** What a shell adds to the number of the signal that ended a process. */
    private static final int ENDED_BY_SIGNAL = 128;

    private static final Logger log = LoggerFactory.getLogger(Ending.class);

    private final AtomicInteger signal = new AtomicInteger();
    private final Runnable stop;

    /** @param stop finishes accepted work and stops the framework; bounded in time, may be called more than once */
    Ending(Runnable stop) {
        this.stop = stop;
    }

    /** Takes the signals, and the end of the JVM for whoever calls for it without one. */
    void listen() {
        for (String name : new String[] {"TERM", "INT", "HUP"}) {
            try {
                Signal.handle(new Signal(name), this::signalled);
            } catch (IllegalArgumentException taken) {
                log.info("The signal {} is left to the JVM: {}", name, taken.getMessage());
            }
        }
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "liying-stop"));
    }

    private void signalled(Signal received) {
        if (signal.compareAndSet(0, received.getNumber())) {
            Thread.ofPlatform().daemon(false).name("liying-end").start(() -> {
                stop.run();
                exit();
            });
        } else {
            Runtime.getRuntime().halt(status());
        }
    }

    /** Leaves the JVM with the status of the signal, or else with the one that a conversation in the terminal left. */
    void exit() {
        System.exit(status());
    }

    private int status() {
        int number = signal.get();
        return number == 0 ? Integer.getInteger("liying.exit.code", 0) : ENDED_BY_SIGNAL + number;
    }
}
