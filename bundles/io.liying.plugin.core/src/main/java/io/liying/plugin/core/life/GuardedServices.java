package io.liying.plugin.core.life;

import io.liying.http.api.Resource;
import io.liying.plugin.api.PluginException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

/**
 * What a plugin offers besides skills, passed on in the host's name: whoever uses such a service keeps it over an upgrade,
 * because only what stands behind it is exchanged. Each call runs on the plugin's own threads under a time limit. Used by
 * one thread at a time.
 */
public final class GuardedServices {

    /** What the host itself asks plugins for, or passes on in another way. */
    private static final Set<String> NOT_PASSED_ON =
            Set.of("io.liying.skill.api.Skill", "io.liying.plugin.api.SelfTest", "io.liying.plugin.api.PluginListener");

    private record Target(Generation generation, Object service) {}

    private record Passed(AtomicReference<Target> target, ServiceRegistration<?> registration) {}

    private final String plugin;
    private final BundleContext host;
    private final Map<String, Passed> passed = new HashMap<>();

    public GuardedServices(String plugin, BundleContext host) {
        this.plugin = plugin;
        this.host = host;
    }

    /** The services of a generation, created but not passed on yet. */
    public Map<String, Offer> prepare(Generation generation) throws PluginException, InterruptedException {
        Map<String, Offer> services = new LinkedHashMap<>();
        for (ServiceReference<?> reference : generation.references(GuardedServices::isPassedOn)) {
            Object service = generation.call(() -> host.getService(reference));
            for (String type : (String[]) reference.getProperty(Constants.OBJECTCLASS)) {
                if (isPassedOn(type)) {
                    services.put(key(type, reference, services), new Offer(type, properties(reference), service));
                }
            }
        }
        return services;
    }

    /** A service of a generation under one of its types; not yet passed on. */
    public record Offer(String type, Dictionary<String, Object> properties, Object service) {}

    private static String key(String type, ServiceReference<?> reference, Map<String, Offer> others) {
        String key = type + '#' + reference.getProperty("component.name");
        return others.containsKey(key) ? key + '#' + others.size() : key;
    }

    /** Passes on what was prepared instead of what was passed on before. */
    public void exchange(Generation generation, Map<String, Offer> prepared) {
        prepared.forEach((key, offer) -> {
            Passed present = passed.get(key);
            if (present != null && !offer.type().equals(Resource.class.getName())) {
                present.target().set(new Target(generation, offer.service()));
            } else {
                passed.put(key, pass(generation, offer));
                if (present != null) {
                    present.registration().unregister();
                }
            }
        });
        passed.entrySet().removeIf(entry -> {
            boolean gone = !prepared.containsKey(entry.getKey());
            if (gone) {
                entry.getValue().registration().unregister();
            }
            return gone;
        });
    }

    private Passed pass(Generation generation, Offer offer) {
        AtomicReference<Target> target = new AtomicReference<>(new Target(generation, offer.service()));
        Object guarded = offer.service() instanceof Resource resource
                ? new GuardedResource(plugin, generation, resource)
                : proxy(offer, target);
        return new Passed(target, host.registerService(offer.type(), guarded, offer.properties()));
    }

    private static Object proxy(Offer offer, AtomicReference<Target> target) {
        Class<?> type = interfaceNamed(offer.type(), offer.service().getClass());
        InvocationHandler handler = (proxy, method, arguments) -> method.getDeclaringClass() == Object.class
                ? identity(proxy, method, arguments)
                : invoke(target.get(), method, arguments);
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static Object identity(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "a plugin's " + proxy.getClass().getInterfaces()[0].getSimpleName();
        };
    }

    private static Object invoke(Target target, Method method, Object[] arguments) throws Throwable {
        Callable<Object> call = () -> {
            try {
                return method.invoke(target.service(), arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause() instanceof Exception exception ? exception : thrown;
            }
        };
        try {
            return target.generation().serve(call);
        } catch (GuestThreads.TooSlow slow) {
            throw new IllegalStateException(
                    "the plugin \"" + target.generation().descriptor().id() + "\" took too long", slow);
        }
    }

    private static Class<?> interfaceNamed(String name, Class<?> type) {
        for (Class<?> candidate = type; candidate != null; candidate = candidate.getSuperclass()) {
            for (Class<?> implemented : candidate.getInterfaces()) {
                if (implemented.getName().equals(name)) {
                    return implemented;
                }
            }
        }
        throw new IllegalArgumentException(type.getName() + " does not implement " + name + " itself");
    }

    private static boolean isPassedOn(String type) {
        return type.startsWith("io.liying.") && type.contains(".api.") && !NOT_PASSED_ON.contains(type);
    }

    private Dictionary<String, Object> properties(ServiceReference<?> reference) {
        Dictionary<String, Object> properties = new Hashtable<>();
        Arrays.stream(reference.getPropertyKeys())
                .filter(key ->
                        !key.startsWith("service.") && !key.startsWith("component.") && !key.equals("objectClass"))
                .forEach(key -> properties.put(key, reference.getProperty(key)));
        properties.put("liying.plugin", plugin);
        return properties;
    }
}
