package io.liying.monitor.core;

import io.liying.monitor.api.Meters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Keeps the meters of all bundles. The JVM's are looked at only when somebody asks for all. */
@Component
public final class PrometheusMeters implements Meters {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");

    private final Map<String, Family> families = new ConcurrentHashMap<>();

    @Activate
    public PrometheusMeters() {}

    @Override
    public Counter counter(String name, String help, String... labelNames) {
        List<String> labels = List.of(labelNames);
        Family found = families.computeIfAbsent(checked(name), key -> new CounterFamily(help, labels));
        if (found instanceof CounterFamily counter && counter.labelNames().equals(labels)) {
            return counter;
        }
        throw taken(name, found);
    }

    @Override
    public Timer timer(String name, String help, String... labelNames) {
        List<String> labels = List.of(labelNames);
        Family found = families.computeIfAbsent(checked(name), key -> new TimerFamily(help, labels));
        if (found instanceof TimerFamily timer && timer.labelNames().equals(labels)) {
            return timer;
        }
        throw taken(name, found);
    }

    /** A gauge of the same name takes the place of an older one: its bundle has been upgraded. */
    @Override
    public AutoCloseable gauge(String name, String help, DoubleSupplier value) {
        ReadFamily gauge = ReadFamily.gauge(help, value);
        Family found = families.compute(
                checked(name), (key, older) -> older == null || older instanceof ReadFamily ? gauge : older);
        if (found != gauge) {
            throw taken(name, found);
        }
        return () -> families.remove(name, gauge);
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is no name of a meter");
        }
        return name;
    }

    private static IllegalArgumentException taken(String name, Family found) {
        List<String> labels = switch (found) {
            case CounterFamily counter -> counter.labelNames();
            case TimerFamily timer -> timer.labelNames();
            default -> List.of();
        };
        return new IllegalArgumentException(
                "meter " + name + " is already a " + found.type() + " with the labels " + labels);
    }

    @Override
    public String prometheus() {
        Map<String, Family> all = new TreeMap<>(families);
        JvmMeters.addTo(all);
        PrometheusText text = new PrometheusText();
        all.forEach(text::family);
        return text.toString();
    }
}
