package io.liying.testkit;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;

/** Makes values of component configuration types without a framework. */
public final class Configurations {

    private Configurations() {}

    /** A configuration with the defaults that its type declares. */
    public static <T> T defaults(Class<T> type) {
        return with(type, Map.of());
    }

    /** A configuration with some values set, by method name, and defaults for the others. */
    public static <T> T with(Class<T> type, Map<String, ?> values) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> value(type, method, values)));
    }

    private static Object value(Class<?> type, Method method, Map<String, ?> values) {
        Object value = values.get(method.getName());
        if (value == null) {
            value = method.getDefaultValue();
        }
        return Objects.requireNonNull(value, () -> type.getSimpleName() + "." + method.getName() + " has no value");
    }
}
