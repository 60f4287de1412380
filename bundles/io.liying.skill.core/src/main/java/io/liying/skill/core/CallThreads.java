package io.liying.skill.core;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/**
 * The threads on which a skill is called. LiYing's own skills share virtual threads. A plugin's skill has platform threads
 * of its own: an endless loop on a virtual thread would take a carrier away from everybody, and the threads that it
 * begins itself inherit the group that tells whose they are.
 */
interface CallThreads extends AutoCloseable {

    /** Begins to run a task; the consumer gets its thread before the task begins. */
    void start(Runnable task, Consumer<Thread> thread);

    @Override
    void close();

    static CallThreads shared(String skill) {
        return new CallThreads() {

            @Override
            public void start(Runnable task, Consumer<Thread> thread) {
                Thread made = Thread.ofVirtual().name("skill-" + skill).unstarted(task);
                thread.accept(made);
                made.start();
            }

            @Override
            public void close() {
                // a virtual thread ends with its call
            }
        };
    }

    /**
     * Threads without a limit of their own: the skill's permits limit its calls, and a thread whose call has given its permit
     * back may still be on its way when the next call begins.
     *
     * @param group whose name tells the plugin and its generation
     */
    static CallThreads of(ThreadGroup group) {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(group, task, group.getName() + "-call");
                    thread.setDaemon(true);
                    thread.setPriority(Thread.NORM_PRIORITY);
                    thread.setUncaughtExceptionHandler(CallThreads::ended);
                    return thread;
                });
        return new CallThreads() {

            @Override
            public void start(Runnable task, Consumer<Thread> thread) {
                pool.execute(() -> {
                    thread.accept(Thread.currentThread());
                    task.run();
                    endIfSlowed();
                });
            }

            @Override
            public void close() {
                pool.shutdown();
            }
        };
    }

    /** A thread that was given the lowest priority because it kept a processor busy is not used for another call. */
    private static void endIfSlowed() {
        if (Thread.currentThread().getPriority() == Thread.MIN_PRIORITY) {
            throw new Slowed();
        }
    }

    private static void ended(Thread thread, Throwable failure) {
        if (!(failure instanceof Slowed)) {
            LoggerFactory.getLogger(CallThreads.class).error("The thread {} ended", thread.getName(), failure);
        }
    }

    /** Ends the thread of a pool, which makes another when it needs one. */
    final class Slowed extends RuntimeException {

        private static final long serialVersionUID = 1;

        private Slowed() {
            super(null, null, false, false);
        }
    }
}
