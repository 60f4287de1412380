package io.liying.scripts;

import io.liying.testkit.Configurations;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes components from those made before, as the framework would; configurations have their defaults but for some. */
final class Wiring {

    /** The network is allowed: what is asked there is recorded, see {@link RecordedWeb}. */
    private static final Map<String, ?> SETTINGS =
            Map.of("weather_network", true, "websearch_url", "http://search.example");

    private final List<Object> services = new ArrayList<>();
    private final Map<String, Object> settings = new HashMap<>(SETTINGS);

    /** Sets more keys of the configurations of what is made afterwards. */
    void set(Map<String, ?> more) {
        settings.putAll(more);
    }

    <T> T add(T service) {
        services.add(service);
        return service;
    }

    /** Calls the constructor with the most parameters that the services can fill. */
    <T> T make(Class<T> component) throws ReflectiveOperationException {
        Constructor<?> constructor = Arrays.stream(component.getDeclaredConstructors())
                .filter(candidate -> Arrays.stream(candidate.getParameters())
                        .allMatch(parameter -> value(parameter).isPresent()))
                .max(Comparator.comparingInt(Constructor::getParameterCount))
                .orElseThrow(() -> new IllegalStateException("no constructor of " + component + " can be filled"));
        constructor.setAccessible(true);
        Object[] values = Arrays.stream(constructor.getParameters())
                .map(parameter -> value(parameter).orElseThrow())
                .toArray();
        return add(component.cast(constructor.newInstance(values)));
    }

    /** Calls the constructor with as many parameters as values. */
    static <T> T make(Class<T> component, Object... values) throws ReflectiveOperationException {
        for (Constructor<?> constructor : component.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == values.length) {
                constructor.setAccessible(true);
                return component.cast(constructor.newInstance(values));
            }
        }
        throw new NoSuchMethodException(component + " has no constructor for " + values.length + " values");
    }

    /** The service of a type. */
    <T> T one(Class<T> type) {
        return type.cast(services.stream().filter(type::isInstance).findFirst().orElseThrow());
    }

    private Optional<Object> value(Parameter parameter) {
        Class<?> type = parameter.getType();
        if (type.isAnnotation()) {
            return Optional.of(Configurations.with(type, settings));
        }
        if (type == Optional.class) {
            return Optional.of(Optional.empty());
        }
        return services.stream().filter(type::isInstance).findFirst();
    }

    /** Calls a method that only the framework calls otherwise. */
    static void call(Object component, String name, Object... values) throws ReflectiveOperationException {
        for (Method method : component.getClass().getDeclaredMethods()) {
            if (method.getName().equals(name)) {
                method.setAccessible(true);
                method.invoke(component, values);
                return;
            }
        }
        throw new NoSuchMethodException(component.getClass() + " has no " + name);
    }
}
