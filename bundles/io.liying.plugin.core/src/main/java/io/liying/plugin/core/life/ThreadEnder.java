package io.liying.plugin.core.life;

import java.lang.reflect.Field;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the threads that a plugin has left behind. An interrupt is enough for most; the threads of timers and of thread
 * pools swallow it, so their timers are emptied and their pools shut down by way of fields that the JDK keeps private
 * (the product opens {@code java.lang}, {@code java.util} and {@code java.util.concurrent} for that).
 */
final class ThreadEnder {

    private static final Logger log = LoggerFactory.getLogger(ThreadEnder.class);

    private ThreadEnder() {}

    static void end(ThreadGroup group) {
        Thread[] threads = new Thread[group.activeCount() + 16];
        int count = group.enumerate(threads, true);
        for (int i = 0; i < count; i++) {
            Thread thread = threads[i];
            log.info("Ending the thread \"{}\" that a plugin has left behind in {}", thread.getName(), group.getName());
            try {
                if (thread.getClass().getName().equals("java.util.TimerThread")) {
                    endTimer(thread);
                } else {
                    endPool(thread);
                }
            } catch (ReflectiveOperationException | RuntimeException closed) {
                log.warn("The thread \"{}\" can only be interrupted", thread.getName(), closed);
            }
            thread.interrupt();
        }
    }

    private static void endTimer(Thread thread) throws ReflectiveOperationException {
        Object queue = value(thread.getClass(), "queue", thread);
        if (queue == null) {
            return;
        }
        synchronized (queue) { // the JDK's own lock of a timer
            field(thread.getClass(), "newTasksMayBeScheduled").setBoolean(thread, false);
            var clear = queue.getClass().getDeclaredMethod("clear");
            clear.setAccessible(true);
            clear.invoke(queue);
            queue.notifyAll();
        }
    }

    private static void endPool(Thread thread) throws ReflectiveOperationException {
        Object holder = value(Thread.class, "holder", thread);
        Object task = holder == null ? null : value(holder.getClass(), "task", holder);
        if (task != null && task.getClass().getName().equals("java.util.concurrent.ThreadPoolExecutor$Worker")) {
            if (value(task.getClass(), "this$0", task) instanceof ThreadPoolExecutor pool) {
                pool.shutdownNow();
            }
        }
    }

    private static @Nullable Object value(Class<?> type, String name, Object owner)
            throws ReflectiveOperationException {
        return field(type, name).get(owner);
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
