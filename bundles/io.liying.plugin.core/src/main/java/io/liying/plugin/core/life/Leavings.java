package io.liying.plugin.core.life;

import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.management.InstanceNotFoundException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what in the JVM refers to the classes of some loaders: MBeans, thread locals of platform threads, shutdown hooks.
 * The last two are read from fields that the JDK keeps private, which the product opens; where they are closed nothing is
 * found. What a static field or a cache of another bundle holds is found by {@link HolderSearch}.
 */
final class Leavings {

    private static final Logger log = LoggerFactory.getLogger(Leavings.class);

    private Leavings() {}

    static List<ObjectName> beans(MBeanServer server, Collection<ClassLoader> loaders) {
        List<ObjectName> found = new ArrayList<>();
        for (ObjectName name : server.queryNames(null, null)) {
            try {
                ClassLoader owner = server.getClassLoaderFor(name);
                if (owner != null && loaders.contains(owner)) {
                    found.add(name);
                }
            } catch (InstanceNotFoundException gone) {
                log.debug("{} went away", name);
            }
        }
        return found;
    }

    /** Names of classes in the thread's locals. */
    static List<String> locals(Thread thread, Predicate<ClassLoader> owned) {
        List<String> found = new ArrayList<>();
        try {
            for (String field : List.of("threadLocals", "inheritableThreadLocals")) {
                Object map = value(Thread.class, field, thread);
                Object[] table = map == null ? null : (Object[]) value(map.getClass(), "table", map);
                for (Object entry : table == null ? new Object[0] : table) {
                    if (entry instanceof Reference<?> local) {
                        Object value = value(local.getClass(), "value", local);
                        addIfOwned(local.get(), owned, found);
                        addIfOwned(value, owned, found);
                    }
                }
            }
        } catch (ReflectiveOperationException | InaccessibleObjectException closed) {
            log.debug("The locals of {} cannot be seen", thread.getName(), closed);
        }
        return found;
    }

    private static void addIfOwned(@Nullable Object value, Predicate<ClassLoader> owned, List<String> found) {
        if (value != null && owned.test(value.getClass().getClassLoader())) {
            found.add(value.getClass().getName());
        }
    }

    /** The names of the threads that wait for the end of the process. */
    static List<String> hooks(Predicate<ClassLoader> owned) {
        List<String> found = new ArrayList<>();
        try {
            Class<?> type = Class.forName("java.lang.ApplicationShutdownHooks");
            Field hooks = type.getDeclaredField("hooks");
            hooks.setAccessible(true);
            if (hooks.get(null) instanceof Map<?, ?> known) {
                synchronized (type) { // the JDK's own lock
                    for (Object hook : known.keySet()) {
                        if (hook instanceof Thread thread
                                && (owned.test(thread.getClass().getClassLoader())
                                        || owned.test(thread.getContextClassLoader()))) {
                            found.add(thread.getName());
                        }
                    }
                }
            }
        } catch (ReflectiveOperationException | InaccessibleObjectException closed) {
            log.debug("The shutdown hooks cannot be seen", closed);
        }
        return found;
    }

    private static @Nullable Object value(Class<?> type, String name, Object owner)
            throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
    }
}
