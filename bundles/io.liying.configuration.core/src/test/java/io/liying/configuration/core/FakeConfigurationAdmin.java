package io.liying.configuration.core;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Holds configurations in memory and remembers what was done to them. */
final class FakeConfigurationAdmin {

    final Map<String, Dictionary<String, ?>> held = new TreeMap<>();
    final List<String> done = new ArrayList<>();

    ConfigurationAdmin admin() {
        return proxy(ConfigurationAdmin.class, (method, arguments) -> switch (method) {
            case "getConfiguration" -> configuration((String) arguments[0]);
            case "listConfigurations" ->
                held.isEmpty()
                        ? null
                        : held.keySet().stream().map(this::configuration).toArray(Configuration[]::new);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    /** A section's properties. */
    synchronized Map<String, Object> section(String name) {
        Dictionary<String, ?> properties = held.get("io.liying." + name);
        return properties == null
                ? Map.of()
                : Collections.list(properties.keys()).stream().collect(Collectors.toMap(key -> key, properties::get));
    }

    private Configuration configuration(String pid) {
        return proxy(Configuration.class, (method, arguments) -> {
            synchronized (this) {
                switch (method) {
                    case "getPid" -> {
                        return pid;
                    }
                    case "getProperties" -> {
                        return held.get(pid);
                    }
                    case "update" -> {
                        held.put(pid, (Dictionary<String, ?>) arguments[0]);
                        done.add("update " + pid);
                        return null;
                    }
                    case "delete" -> {
                        held.remove(pid);
                        done.add("delete " + pid);
                        return null;
                    }
                    default -> throw new UnsupportedOperationException(method);
                }
            }
        });
    }

    private interface Call {
        Object to(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.to(method.getName(), arguments)));
    }
}
