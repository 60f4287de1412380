package io.liying.skill.core;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

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

    /** @param group whose name tells the plugin and its generation */
    static CallThreads of(ThreadGroup group, int most) {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(0, most, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(group, task, group.getName() + "-call");
                    thread.setDaemon(true);
                    return thread;
                });
        return new CallThreads() {

            @Override
            public void start(Runnable task, Consumer<Thread> thread) {
                pool.execute(() -> {
                    thread.accept(Thread.currentThread());
                    task.run();
                });
            }

            @Override
            public void close() {
                pool.shutdown();
            }
        };
    }
}
